package dev.rollcall.development;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// By what one can tell that a goal is reached: by a figure on its way from a start to a target, or
/// by having done it.
///
/// @param start null with `target`: there is no figure
/// @param current the figure as it was seen last; null: not seen since the start
/// @param unit what the figure counts, in a word; may be empty
/// @param reachedAt of one without a figure: when it was done; null: not yet
public record Objective(
        long number,
        String text,
        @Nullable BigDecimal start,
        @Nullable BigDecimal target,
        @Nullable BigDecimal current,
        String unit,
        @Nullable Instant reachedAt) {

    public boolean isMeasured() {
        return target != null;
    }
}
