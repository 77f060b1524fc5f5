package dev.rollcall.coaching;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A session as it is prepared.
///
/// @param people who takes part; settled once it is made
/// @param span null: in one's own time, for e-learning alone
/// @param link material, https; empty for none
/// @param followUp when to come back to it, of e-learning by when it is to be done; null: no day
/// @param intoPlan whether it is put into the plans of those who take part, when it is to come
public record SessionDraft(
        SessionKind kind,
        String title,
        Set<AgentId> people,
        @Nullable TimeSpan span,
        String agenda,
        @Nullable Reason reason,
        String link,
        @Nullable LocalDate followUp,
        boolean intoPlan) {

    public SessionDraft {
        people = Set.copyOf(people);
    }
}
