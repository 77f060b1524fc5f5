package dev.rollcall.quality;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which interactions are wanted; what is null does not narrow.
///
/// @param notScored only those nobody has begun to evaluate
public record InteractionFilter(
        @Nullable AgentId agent,
        @Nullable Medium channel,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean notScored) {

    public static final InteractionFilter ALL =
            new InteractionFilter(null, null, null, null, false);
}
