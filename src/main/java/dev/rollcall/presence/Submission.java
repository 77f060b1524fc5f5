package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event on its way in: either good enough for the log or to be rejected.
///
/// @param id as given, null when it had none
/// @param entry what to write, null when it is rejected
/// @param rejection what goes to the inbox, null when it is good
record Submission(@Nullable String id, @Nullable LogEntry entry, @Nullable Rejection rejection) {

    static Submission good(LogEntry entry) {
        return new Submission(entry.event().id(), entry, null);
    }

    static Submission bad(Rejection rejection) {
        return new Submission(rejection.eventId(), null, rejection);
    }

    /// @param payload the event as it came, or as CloudEvents JSON
    record Rejection(
            @Nullable String source,
            @Nullable String eventId,
            String payload,
            EventProblem problem,
            Instant received,
            Actor by) {}
}
