package dev.rollcall.performance;

import dev.rollcall.adherence.engine.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/// How a working day can still end: what its score comes to if the plan is kept from now on, and
/// how much time out the target leaves.
///
/// @param percent of the score at the end of the plan, if it is kept from now on; one decimal, half
///   up
/// @param left how much time out is left until the score falls below the target; negative when the
///   target cannot be reached any more, by as much as is missing
/// @param remaining how much of the plan is still to come
public record WhatIf(BigDecimal percent, Duration left, Duration remaining) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @param soFar the score up to now
    /// @param remaining planned time to come; all of it is taken to count
    /// @param target in percent
    /// @return empty when there is no plan, or none of it is left
    public static Optional<WhatIf> of(Tally soFar, Duration remaining, BigDecimal target) {
        if (remaining.isZero() || remaining.isNegative()) {
            return Optional.empty();
        }
        var whole = millis(soFar.in().plus(soFar.out()).plus(remaining));
        var best = millis(soFar.in().plus(remaining));
        var allowed =
                whole.multiply(HUNDRED.subtract(target))
                        .divide(HUNDRED, 0, RoundingMode.DOWN)
                        .subtract(millis(soFar.out()));
        return Optional.of(
                new WhatIf(
                        best.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP),
                        Duration.ofMillis(allowed.longValueExact()),
                        remaining));
    }

    private static BigDecimal millis(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis());
    }
}
