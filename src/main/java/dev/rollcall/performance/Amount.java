package dev.rollcall.performance;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// How much of a metric.
///
/// @param currency null where it is a count
public record Amount(BigDecimal value, @Nullable Currency currency) {

    /// Equal amounts are equal whatever their scale.
    public Amount {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    Amount with(BigDecimal other) {
        return new Amount(other, currency);
    }
}
