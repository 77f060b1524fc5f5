package dev.rollcall.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Spreads a total over months by their working days, so that each working day is asked for the
/// same.
final class Spread {

    private Spread() {}

    /// Whole numbers that add up to the total; what rounding leaves over goes where it is missed
    /// most, of several to the earliest.
    ///
    /// @param total positive and whole
    /// @param days how many working days each month has, at least one
    static List<BigDecimal> over(BigDecimal total, List<Integer> days) {
        int all = days.stream().mapToInt(Integer::intValue).sum();
        var parts = new ArrayList<BigDecimal>();
        var missed = new ArrayList<BigDecimal>();
        var given = BigDecimal.ZERO;
        for (int own : days) {
            var exact = total.multiply(BigDecimal.valueOf(own));
            var part = exact.divide(BigDecimal.valueOf(all), 0, RoundingMode.DOWN);
            parts.add(part);
            missed.add(exact.subtract(part.multiply(BigDecimal.valueOf(all))));
            given = given.add(part);
        }
        for (int left = total.subtract(given).intValueExact(); left > 0; left--) {
            int most = 0;
            for (int i = 1; i < missed.size(); i++) {
                most = missed.get(i).compareTo(missed.get(most)) > 0 ? i : most;
            }
            parts.set(most, parts.get(most).add(BigDecimal.ONE));
            missed.set(most, BigDecimal.valueOf(-1));
        }
        return List.copyOf(parts);
    }
}
