package dev.rollcall.incentives;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why somebody got so many points, or none: all that is needed to reckon it again.
///
/// @param figure what they came to; null where nothing was measured, or where commission was paid
/// @param sold what they sold, by currency, where commission was paid
/// @param currency of the figure, where it is money
/// @param passed the threshold they passed last; null for none
/// @param next the one after it; null for none
/// @param days worked
/// @param floor what did not hold; null: all did
/// @param floorFigure what they came to there; null where nothing was measured
/// @param floorLeast what it had to be
/// @param earned points by the rules
/// @param given of them, after the cap
public record Reason(
        Outcome outcome,
        Measure measure,
        @Nullable BigDecimal figure,
        Map<String, BigDecimal> sold,
        @Nullable String currency,
        @Nullable BigDecimal passed,
        @Nullable BigDecimal next,
        int days,
        @Nullable Measure floor,
        @Nullable BigDecimal floorFigure,
        @Nullable BigDecimal floorLeast,
        long earned,
        long given) {

    /// What it came to.
    public enum Outcome {
        EARNED,
        /// Points were earned, and the cap left fewer.
        CUT,
        /// Below the first threshold, or nothing sold.
        BELOW,
        /// Nothing was measured.
        NO_FIGURE,
        /// Too few days worked.
        FEW_DAYS,
        /// Something else had to hold and did not.
        FLOOR
    }

    public Reason {
        sold = Map.copyOf(sold);
    }

    /// The same after the cap.
    Reason given(long points) {
        return new Reason(
                points < earned ? Outcome.CUT : outcome,
                measure,
                figure,
                sold,
                currency,
                passed,
                next,
                days,
                floor,
                floorFigure,
                floorLeast,
                earned,
                points);
    }
}
