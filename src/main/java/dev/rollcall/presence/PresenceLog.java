package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
