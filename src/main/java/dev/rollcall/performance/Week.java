package dev.rollcall.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A week day by day.
///
/// @param monday its first day
/// @param days the unit's working weekdays, and others on which something was done
/// @param lines one for each metric, in the order calls, payments, services, complaints
public record Week(LocalDate monday, List<LocalDate> days, List<Line> lines) {

    /// In the order the week is read in.
    static final List<Metric> ORDER =
            List.of(
                    Metric.TOTAL_CALLS,
                    Metric.PAYMENTS_COLLECTED,
                    Metric.SERVICES_RAISED,
                    Metric.COMPLAINTS_REGISTERED);

    private static final int DECIMALS = 2;

    public Week {
        days = List.copyOf(days);
        lines = List.copyOf(lines);
    }

    /// One metric over the week.
    ///
    /// @param cells one for each day
    /// @param total of the week so far
    /// @param average of the days that are over or have something; empty before the first of them
    /// @param against the days of the week before, up to the same day of the week and time of day
    /// @param best the day with the most, where days differ; null otherwise
    /// @param worst the day with the least of those that are over, where days differ
    public record Line(
            Metric metric,
            List<Cell> cells,
            Amount total,
            Optional<Amount> average,
            Growth against,
            @Nullable LocalDate best,
            @Nullable LocalDate worst) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// One metric of one day.
    ///
    /// @param amount empty for a day that is yet to come
    /// @param running the total up to this day
    /// @param growth against the working day before, of whatever week; not available for days to
    ///   come
    public record Cell(LocalDate day, Optional<Amount> amount, Amount running, Growth growth) {}

    /// @param working the unit's working days of this week and the ones before, in order
    /// @param currency of payments
    /// @param before what the week before had up to the same point, by metric
    static Week of(
            LocalDate monday,
            List<LocalDate> working,
            Ledger ledger,
            @Nullable Currency currency,
            LocalDate today,
            LastWeek before) {
        var days =
                monday.datesUntil(monday.plusDays(7))
                        .filter(day -> working.contains(day) || ledger.hasAnything(day))
                        .toList();
        var lines = new ArrayList<Line>();
        for (var metric : ORDER) {
            lines.add(
                    line(
                            metric,
                            metric.isMoney() ? currency : null,
                            days,
                            working,
                            ledger,
                            today,
                            before));
        }
        return new Week(monday, days, lines);
    }

    /// What the week before came to, as far as it can be compared.
    interface LastWeek {
        @Nullable BigDecimal of(Metric metric);
    }

    private static Line line(
            Metric metric,
            @Nullable Currency currency,
            List<LocalDate> days,
            List<LocalDate> working,
            Ledger ledger,
            LocalDate today,
            LastWeek before) {
        var cells = new ArrayList<Cell>();
        var running = BigDecimal.ZERO;
        var over = new ArrayList<LocalDate>();
        for (var day : days) {
            boolean toCome = day.isAfter(today);
            var value = ledger.sum(metric, currency, day);
            running = running.add(value);
            var dayBefore = previous(day, working);
            cells.add(
                    new Cell(
                            day,
                            toCome ? Optional.empty() : Optional.of(new Amount(value, currency)),
                            new Amount(running, currency),
                            toCome || dayBefore == null
                                    ? Growth.of(null, value)
                                    : Growth.of(ledger.sum(metric, currency, dayBefore), value)));
            if (day.isBefore(today) || (day.equals(today) && value.signum() != 0)) {
                over.add(day);
            }
        }
        return new Line(
                metric,
                cells,
                new Amount(running, currency),
                over.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Amount(
                                        running.divide(
                                                BigDecimal.valueOf(over.size()),
                                                DECIMALS,
                                                RoundingMode.HALF_UP),
                                        currency)),
                Growth.of(before.of(metric), running),
                extreme(metric, currency, over, ledger, Comparator.reverseOrder()),
                extreme(
                        metric,
                        currency,
                        over.stream().filter(day -> day.isBefore(today)).toList(),
                        ledger,
                        Comparator.naturalOrder()));
    }

    private static @Nullable LocalDate previous(LocalDate day, List<LocalDate> working) {
        return working.stream()
                .filter(other -> other.isBefore(day))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    /// The first day by its value, where not all are alike.
    private static @Nullable LocalDate extreme(
            Metric metric,
            @Nullable Currency currency,
            List<LocalDate> days,
            Ledger ledger,
            Comparator<BigDecimal> order) {
        boolean alike =
                days.stream()
                                .map(day -> new Amount(ledger.sum(metric, currency, day), null))
                                .distinct()
                                .count()
                        < 2;
        return alike
                ? null
                : days.stream()
                        .min(Comparator.comparing(day -> ledger.sum(metric, currency, day), order))
                        .orElse(null);
    }
}
