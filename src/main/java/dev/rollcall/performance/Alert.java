package dev.rollcall.performance;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// Something of the running month that is worth a sentence at the top of the page.
///
/// @param gap what is missing for today's pace; zero when the goal is reached
/// @param currency of `gap`, null where it is a count
public record Alert(Metric metric, Kind kind, BigDecimal gap, @Nullable Currency currency) {

    /// Equal gaps are equal whatever their scale.
    public Alert {
        gap = gap.signum() == 0 ? BigDecimal.ZERO : gap.stripTrailingZeros();
    }

    public enum Kind {
        GOAL_REACHED,
        BEHIND_PACE
    }
}
