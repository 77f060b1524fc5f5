package dev.rollcall.backoffice;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something to be done away from customers.
///
/// @param unit whose task it is
/// @param agent who is to do it; null: nobody yet
/// @param estimate how long it should take; null: nobody said
/// @param dueAt when it should be done; null: whenever
/// @param createdBy the name of whoever created it
/// @param endedAt when it was finished or given up; null while it is not
/// @param worked how long was worked on it before what goes on now
/// @param runningSince since when somebody works on it; null: nobody does
/// @param version counts the changes: of two who change it at once, one is refused
public record BackOfficeTask(
        TaskId id,
        String title,
        @Nullable String description,
        UnitId unit,
        @Nullable AgentId agent,
        @Nullable Duration estimate,
        @Nullable Instant dueAt,
        State state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        Duration worked,
        @Nullable Instant runningSince,
        long version) {

    public enum State {
        /// Nobody works on it, for the first time or again.
        OPEN,
        RUNNING,
        DONE,
        /// Given up.
        CANCELLED
    }

    public boolean isOpen() {
        return state == State.OPEN || state == State.RUNNING;
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && dueAt != null && dueAt.isBefore(now);
    }

    /// How long was worked on it until an instant.
    public Duration workedUntil(Instant now) {
        return runningSince == null || now.isBefore(runningSince)
                ? worked
                : worked.plus(Duration.between(runningSince, now));
    }
}
