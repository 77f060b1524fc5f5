package dev.rollcall.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/// What some people achieved together, and how it is spread among them.
///
/// @param people how many of them had anything to count
/// @param sum of all of them, exact
/// @param lower a quarter of them have less: to two digits, so that it is nobody's own figure
/// @param median half of them have less, to two digits
/// @param upper a quarter of them have more, to two digits
public record TeamFigures(
        int people, BigDecimal sum, BigDecimal lower, BigDecimal median, BigDecimal upper) {

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final int DECIMALS = 2;

    /// Of how many people figures are told at the least.
    public static final int FEWEST = 5;

    public TeamFigures {
        sum = plain(sum);
        lower = plain(lower);
        median = plain(median);
        upper = plain(upper);
    }

    /// Equal amounts are equal whatever their scale.
    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /// @param values one of each person
    /// @throws IllegalArgumentException of fewer people than may be told of
    static TeamFigures of(Collection<BigDecimal> values) {
        if (values.size() < FEWEST) {
            throw new IllegalArgumentException("Nothing is told of fewer than " + FEWEST);
        }
        var sorted = values.stream().sorted().toList();
        return new TeamFigures(
                sorted.size(),
                sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                quantile(sorted, 1),
                quantile(sorted, 2),
                quantile(sorted, 3));
    }

    /// Between the two values next to it, in proportion (type 7 of Hyndman and Fan, 1996).
    private static BigDecimal quantile(List<BigDecimal> sorted, int quarters) {
        int place = (sorted.size() - 1) * quarters;
        int below = place / 4;
        var low = sorted.get(below);
        var high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low.add(
                        high.subtract(low)
                                .multiply(BigDecimal.valueOf(place % 4))
                                .divide(BigDecimal.valueOf(4)))
                .round(TWO_DIGITS);
    }

    /// How much each has on average.
    public BigDecimal mean() {
        return sum.divide(BigDecimal.valueOf(people), DECIMALS, RoundingMode.HALF_UP);
    }

    /// How much of a goal that is, in percent with one decimal.
    public BigDecimal meanOf(BigDecimal goal) {
        return Pace.percent(mean(), goal);
    }
}
