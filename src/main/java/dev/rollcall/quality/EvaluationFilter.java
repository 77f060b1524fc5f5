package dev.rollcall.quality;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which evaluations are wanted; what is null does not narrow.
///
/// @param from published from then on
/// @param until published before then
/// @param disputed only those of which a dispute waits
public record EvaluationFilter(
        @Nullable AgentId agent,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean disputed) {

    public static final EvaluationFilter ALL = new EvaluationFilter(null, null, null, false);
}
