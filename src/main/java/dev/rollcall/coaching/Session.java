package dev.rollcall.coaching;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A coaching session.
///
/// @param number what addresses call it
/// @param span when; null: in one's own time
/// @param notes what was talked about, for everybody who takes part
/// @param why why it was cancelled; null: it was not
/// @param followUp when to come back to it, of e-learning by when it is to be done; null: no day
/// @param participants of those whoever asks may see
/// @param version counts the changes; guards against overwriting another's
public record Session(
        long number,
        SessionKind kind,
        String title,
        @Nullable TimeSpan span,
        String agenda,
        String notes,
        @Nullable Reason reason,
        SessionState state,
        @Nullable String why,
        Actor coach,
        @Nullable LocalDate followUp,
        boolean followedUp,
        Instant createdAt,
        long version,
        List<Participant> participants) {

    public Session {
        participants = List.copyOf(participants);
    }

    public boolean isPlanned() {
        return state == SessionState.PLANNED;
    }

    /// From when on it may have had an effect: its beginning, or when it was made.
    public Instant since() {
        return span == null ? createdAt : span.start();
    }

    public Optional<Participant> of(AgentId agent) {
        return participants.stream().filter(each -> each.agent().equals(agent)).findFirst();
    }

    Session narrowedTo(Predicate<AgentId> visible) {
        return with(participants.stream().filter(each -> visible.test(each.agent())).toList());
    }

    Session with(List<Participant> people) {
        return new Session(
                number,
                kind,
                title,
                span,
                agenda,
                notes,
                reason,
                state,
                why,
                coach,
                followUp,
                followedUp,
                createdAt,
                version,
                people);
    }
}
