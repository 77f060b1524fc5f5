package dev.rollcall.performance;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The goals of a subject over a financial year.
///
/// @param months its twelve months
/// @param workingDays how many each of them has
/// @param own what the subject asks for itself, by metric and month; months without are left out
/// @param above what counts where it asks for nothing
/// @param currency in which payments are measured there; null: nobody settled it
/// @param base what was kept when the sheet was read: whoever saves it later than others is told
public record GoalSheet(
        Subject subject,
        FinancialYear year,
        List<YearMonth> months,
        List<Integer> workingDays,
        Map<Metric, Map<YearMonth, BigDecimal>> own,
        Map<Metric, Map<YearMonth, BigDecimal>> above,
        java.util.@Nullable Currency currency,
        List<Goal> base) {

    public GoalSheet {
        months = List.copyOf(months);
        workingDays = List.copyOf(workingDays);
        own = Map.copyOf(own);
        above = Map.copyOf(above);
        base = List.copyOf(base);
    }

    static GoalSheet of(
            Subject subject,
            FinancialYear year,
            List<Integer> workingDays,
            GoalBook book,
            GoalBook.Line line,
            java.util.@Nullable Currency currency,
            List<Goal> base) {
        var months = new ArrayList<YearMonth>();
        for (int i = 0; i < 12; i++) {
            months.add(year.start().plusMonths(i));
        }
        var own = new EnumMap<Metric, Map<YearMonth, BigDecimal>>(Metric.class);
        var above = new EnumMap<Metric, Map<YearMonth, BigDecimal>>(Metric.class);
        for (var metric : Metric.values()) {
            var ownMonths = new TreeMap<YearMonth, BigDecimal>();
            var aboveMonths = new TreeMap<YearMonth, BigDecimal>();
            for (var month : months) {
                book.set(subject, metric, month)
                        .map(Goal::value)
                        .ifPresent(value -> ownMonths.put(month, value));
                book.of(line, metric, month)
                        .map(Goal::value)
                        .ifPresent(value -> aboveMonths.put(month, value));
            }
            own.put(metric, ownMonths);
            above.put(metric, aboveMonths);
        }
        return new GoalSheet(subject, year, months, workingDays, own, above, currency, base);
    }

    public Optional<BigDecimal> own(Metric metric, YearMonth month) {
        return Optional.ofNullable(own.getOrDefault(metric, Map.of()).get(month));
    }

    public Optional<BigDecimal> above(Metric metric, YearMonth month) {
        return Optional.ofNullable(above.getOrDefault(metric, Map.of()).get(month));
    }

    /// Spreads a total over some of the months by their working days.
    ///
    /// @param from the first month, included
    /// @param to the last month, included
    public Map<YearMonth, BigDecimal> spread(BigDecimal total, YearMonth from, YearMonth to) {
        var chosen = new ArrayList<YearMonth>();
        var days = new ArrayList<Integer>();
        for (int i = 0; i < months.size(); i++) {
            var month = months.get(i);
            if (!month.isBefore(from) && !month.isAfter(to)) {
                chosen.add(month);
                days.add(workingDays.get(i));
            }
        }
        var parts = Spread.over(total, days);
        var spread = new TreeMap<YearMonth, BigDecimal>();
        for (int i = 0; i < chosen.size(); i++) {
            spread.put(chosen.get(i), parts.get(i));
        }
        return spread;
    }

    /// What has to be kept so that the year asks for some values: a goal holds until the next one,
    /// so a month that asks for the same as the one before keeps nothing. What comes after the year
    /// stays as it was.
    ///
    /// @param values by metric and month; months without ask for nothing of their own
    List<Change> changes(Map<Metric, Map<YearMonth, BigDecimal>> values) {
        var kept = new GoalBook(base);
        var changes = new ArrayList<Change>();
        for (var metric : Metric.values()) {
            var wanted = values.getOrDefault(metric, Map.of());
            var before = value(kept, metric, year.start().minusMonths(1));
            for (var month : months) {
                var value = wanted.get(month);
                boolean same = same(value, before);
                var there = exact(metric, month);
                if (same && there.isPresent()) {
                    changes.add(new Change(metric, month, false, null));
                } else if (!same && (there.isEmpty() || !same(there.get().value(), value))) {
                    changes.add(new Change(metric, month, true, value));
                }
                before = value;
            }
            var next = year.end().plusMonths(1);
            var after = value(kept, metric, next);
            if (exact(metric, next).isEmpty() && !same(after, before)) {
                changes.add(new Change(metric, next, true, after));
            }
        }
        return changes;
    }

    private @Nullable BigDecimal value(GoalBook book, Metric metric, YearMonth month) {
        return book.set(subject, metric, month).map(Goal::value).orElse(null);
    }

    private Optional<Goal> exact(Metric metric, YearMonth month) {
        return base.stream()
                .filter(goal -> goal.metric() == metric && goal.from().equals(month))
                .findFirst();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null
                ? Objects.equals(one, other)
                : one.compareTo(other) == 0;
    }

    /// One row to write or to forget.
    ///
    /// @param kept false: the row goes
    record Change(Metric metric, YearMonth from, boolean kept, @Nullable BigDecimal value) {}
}
