package dev.rollcall.incentives;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one person came to in a period, as other modules measure it.
///
/// @param days on which they worked
/// @param shares percentages, eight digits after the point, cut off: nobody passes a threshold by
///   rounding; a measure without any is not in it
/// @param services how many
/// @param calls how many
/// @param payments by currency
/// @param sales by currency
public record PersonFigures(
        int days,
        Map<Measure, BigDecimal> shares,
        long services,
        long calls,
        Map<String, BigDecimal> payments,
        Map<String, BigDecimal> sales) {

    public static final PersonFigures NONE =
            new PersonFigures(0, Map.of(), 0, 0, Map.of(), Map.of());

    public PersonFigures {
        shares = Map.copyOf(shares);
        payments = Map.copyOf(payments);
        sales = Map.copyOf(sales);
    }

    /// What they came to in a measure; empty where nothing was measured. Money that was not taken
    /// is none taken, and not unknown.
    ///
    /// @param currency of money
    Optional<BigDecimal> of(Measure measure, @Nullable String currency) {
        return switch (measure) {
            case ADHERENCE, QUALITY, ATTENDANCE -> Optional.ofNullable(shares.get(measure));
            case SERVICES -> Optional.of(BigDecimal.valueOf(services));
            case CALLS -> Optional.of(BigDecimal.valueOf(calls));
            case PAYMENTS -> Optional.of(money(payments, currency));
            case SALES -> Optional.of(money(sales, currency));
        };
    }

    private static BigDecimal money(Map<String, BigDecimal> all, @Nullable String currency) {
        return currency == null
                ? BigDecimal.ZERO
                : all.getOrDefault(currency, BigDecimal.ZERO).max(BigDecimal.ZERO);
    }
}
