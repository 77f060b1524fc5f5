package dev.rollcall.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// How far off the forecast would have been in the last weeks, each forecast from the weeks before
/// it alone. Errors are weighted by volume (WAPE: all that was missed, in percent of all that
/// came), so that quiet nights do not count like busy mornings.
///
/// @param weeks oldest first; none when there is too little history
public record ForecastError(List<Week> weeks) {

    public ForecastError {
        weeks = List.copyOf(weeks);
    }

    /// One week that was held out.
    ///
    /// @param days how many days of it count
    /// @param came contacts that came
    /// @param said contacts that were forecast
    /// @param missed by how many contacts the half hours were off, added up
    /// @param missedDays by how many contacts the days were off, added up
    public record Week(
            LocalDate monday,
            int days,
            double came,
            double said,
            double missed,
            double missedDays) {

        /// How far off the half hours were, in percent.
        public OptionalDouble wape() {
            return percent(missed, came);
        }

        /// How much too high the week was, in percent; negative: too low.
        public OptionalDouble bias() {
            return percent(said - came, came);
        }
    }

    /// How far off the half hours were, in percent.
    public OptionalDouble wape() {
        return percent(sum(Week::missed), sum(Week::came));
    }

    /// How far off the days were, in percent.
    public OptionalDouble wapeOfDays() {
        return percent(sum(Week::missedDays), sum(Week::came));
    }

    /// How much too high it was, in percent; negative: too low.
    public OptionalDouble bias() {
        return percent(sum(Week::said) - sum(Week::came), sum(Week::came));
    }

    private double sum(ToDoubleFunction<Week> part) {
        return weeks.stream().mapToDouble(part).sum();
    }

    private static OptionalDouble percent(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole * 100) : OptionalDouble.empty();
    }
}
