package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// The way in for feeds. Everything that says what somebody is doing is an event in one log,
/// whether a feed appends it here or a hand sets it by [Statuses]; timelines follow from the log
/// alone.
///
/// Every batch is a transaction of its own, also when the caller has one open: what was answered is
/// in the log, whatever becomes of the caller.
@Service
public class PresenceLog {

    private final EventReader reader;
    private final Ingest ingest;
    private final Access access;
    private final ApplicationClock clock;

    PresenceLog(EventReader reader, Ingest ingest, Access access, ApplicationClock clock) {
        this.reader = reader;
        this.ingest = ingest;
        this.access = access;
        this.clock = clock;
    }

    /// Appends events in one transaction and rebuilds the stretches of timeline they touch. Answers
    /// after the commit, one result per event in the order given. One bad event does not harm its
    /// neighbours; what is rejected is kept whole in the inbox.
    ///
    /// @param scope whom the caller may speak for; others are rejected as `unknown-agent`
    @Requires(Permission.PRESENCE_WRITE)
    public List<EventResult> append(List<PresenceEvent> events, Actor by, Scope scope) {
        var now = clock.instant();
        return ingest.take(
                events.stream().map(event -> reader.submission(event, by, scope, now)).toList(),
                now);
    }

    /// Writes into the log that somebody did something else in a span of their past than was
    /// reported. What was reported stays there, and goes on beneath; over the span the correction
    /// rules, whenever anything else in it is told. Of two that overlap the later one rules.
    ///
    /// @param correction names it; the second time nothing happens
    /// @param state what they did in truth; while it is AVAILABLE, work makes it ACTIVE as always
    /// @param beside done in the same transaction: both are there afterwards, or neither; maybe
    ///   called again when the database wants it tried once more
    /// @throws AccessDeniedException when the caller may not record presence for this person
    /// @throws InvalidInput when the span is not over yet, or nobody can be in such a state
    @Requires(Permission.PRESENCE_WRITE)
    public void correct(
            String correction,
            AgentId agent,
            TimeSpan span,
            PresenceState state,
            Actor by,
            Runnable beside) {
        var now = clock.instant();
        var person = reader.agent(agent, access.scope(Permission.PRESENCE_WRITE));
        if (person == null) {
            throw new AccessDeniedException("May not record presence for this person");
        }
        if (span.end().isAfter(now)) {
            throw InvalidInput.of("/until", "Only what is over can be corrected.");
        }
        if (state.base() == PresenceState.Base.UNKNOWN) {
            throw InvalidInput.of("/state", "Nobody can be corrected to unknown.");
        }
        long sequence = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        var name = person.externalId();
        var edges =
                List.of(
                        CorrectionEdge.start(correction, name, span.start(), sequence, state),
                        CorrectionEdge.end(correction, name, span.end(), sequence));
        ingest.take(
                edges.stream()
                        .map(edge ->
                                Submission.good(new LogEntry(edge, agent, null, now, false, by)))
                        .toList(),
                now,
                _ -> beside.run());
    }

    /// Keeps an event that could not even be read as one in the inbox of rejected events.
    ///
    /// @param payload the event as it came
    @Requires(Permission.PRESENCE_WRITE)
    public EventResult reject(
            @Nullable String source, @Nullable String id, String payload, EventProblem why) {
        var now = clock.instant();
        var by = access.viewer().actor();
        var rejection = new Submission.Rejection(source, id, payload, why, now, by);
        return ingest.take(List.of(Submission.bad(rejection)), now).getFirst();
    }
}
