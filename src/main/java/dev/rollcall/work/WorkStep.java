package dev.rollcall.work;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to an item.
///
/// @param agent who has it from then on, or had it when it ended; null: nobody
/// @param note why, in the words of whoever did it; null: they said nothing
public record WorkStep(
        Kind kind,
        Instant at,
        GroupId group,
        @Nullable AgentId agent,
        Actor by,
        @Nullable String note) {

    public enum Kind {
        ARRIVED,
        /// Given to somebody by rule.
        ASSIGNED,
        /// Somebody took it by hand.
        TAKEN,
        STARTED,
        /// Laid aside: they have it still.
        PAUSED,
        /// Handed to another group or person.
        TRANSFERRED,
        /// Back in the queue, because whoever had it clocked out.
        RETURNED,
        COMPLETED
    }
}
