package dev.rollcall.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the milestones in what somebody's days come to. The day and the month that go on are left
/// out: a milestone stays one.
final class Milestones {

    /// Fewer days than these have no best.
    static final int KNOWN_DAYS = 20;

    /// Fewer months than these have no best.
    static final int KNOWN_MONTHS = 3;

    /// What was to be achieved, and on how many days.
    interface Months {

        /// The goal of a month, empty without one.
        Optional<BigDecimal> goal(Metric metric, YearMonth month);

        WorkingMonth working(YearMonth month);
    }

    private final Ledger ledger;
    private final Months months;
    private final @Nullable Currency currency;
    private final LocalDate first;
    private final LocalDate today;

    /// @param currency payments are measured in
    /// @param first the first day anything is known of
    Milestones(
            Ledger ledger,
            Months months,
            @Nullable Currency currency,
            LocalDate first,
            LocalDate today) {
        this.ledger = ledger;
        this.months = months;
        this.currency = currency;
        this.first = first;
        this.today = today;
    }

    /// The milestones some rules find, the latest first.
    List<Milestone> of(List<MilestoneRule> rules) {
        return rules.stream()
                .flatMap(rule -> find(rule).stream())
                .sorted(
                        Comparator.comparing(Milestone::on)
                                .reversed()
                                .thenComparing(each -> each.rule().metric())
                                .thenComparing(each -> each.rule().kind())
                                .thenComparing(each -> each.rule().times()))
                .toList();
    }

    private Optional<Milestone> find(MilestoneRule rule) {
        return switch (rule.kind()) {
            case MONTHS_AT_GOAL -> monthsAtGoal(rule);
            case DAYS_ON_PACE -> daysOnPace(rule);
            case BEST_DAY -> best(rule, days(rule.metric()), KNOWN_DAYS);
            case BEST_MONTH -> bestMonth(rule);
        };
    }

    private @Nullable Currency unit(Metric metric) {
        return metric.isMoney() ? currency : null;
    }

    private YearMonth running() {
        return YearMonth.from(today);
    }

    // ------------------------------------------------------------------ months

    private Optional<Milestone> monthsAtGoal(MilestoneRule rule) {
        var metric = rule.metric();
        int row = 0;
        for (var month = YearMonth.from(first);
                month.isBefore(running());
                month = month.plusMonths(1)) {
            var goal = months.goal(metric, month).orElse(null);
            var value = ledger.sum(metric, unit(metric), month);
            row = goal != null && value.compareTo(goal) >= 0 ? row + 1 : 0;
            if (goal != null && row == rule.times()) {
                return Optional.of(
                        new Milestone(
                                rule,
                                month.minusMonths(row - 1L).atDay(1),
                                month.atEndOfMonth(),
                                new Amount(value, unit(metric)),
                                new Amount(goal, unit(metric))));
            }
        }
        return Optional.empty();
    }

    private Optional<Milestone> bestMonth(MilestoneRule rule) {
        var sums = new TreeMap<LocalDate, BigDecimal>();
        ledger.months(rule.metric(), unit(rule.metric()))
                .forEach((month, sum) -> {
                    if (month.isBefore(running())) {
                        sums.put(month.atEndOfMonth(), sum);
                    }
                });
        return best(rule, sums, KNOWN_MONTHS)
                .map(found ->
                        new Milestone(
                                rule,
                                YearMonth.from(found.on()).atDay(1),
                                found.on(),
                                found.value(),
                                found.against()));
    }

    // ------------------------------------------------------------------ days

    private SortedMap<LocalDate, BigDecimal> days(Metric metric) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        ledger.days(metric, unit(metric))
                .forEach((day, value) -> {
                    if (day.isBefore(today)) {
                        days.put(day, value);
                    }
                });
        return days;
    }

    /// The most of all, and the most before it; of several alike the first.
    private Optional<Milestone> best(
            MilestoneRule rule, SortedMap<LocalDate, BigDecimal> values, int enough) {
        if (values.size() < enough) {
            return Optional.empty();
        }
        LocalDate best = values.firstKey();
        var most = Objects.requireNonNull(values.get(best));
        var second = BigDecimal.ZERO;
        for (var entry : values.entrySet()) {
            if (entry.getValue().compareTo(most) > 0) {
                second = most;
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        var currencyOf = unit(rule.metric());
        return Optional.of(
                new Milestone(
                        rule,
                        best,
                        best,
                        new Amount(most, currencyOf),
                        new Amount(second, currencyOf)));
    }

    private Optional<Milestone> daysOnPace(MilestoneRule rule) {
        var metric = rule.metric();
        var values = days(metric);
        @Nullable Milestone last = null;
        int row = 0;
        @Nullable LocalDate began = null;
        for (var month = YearMonth.from(first);
                !month.isAfter(running());
                month = month.plusMonths(1)) {
            var goal = months.goal(metric, month).orElse(null);
            var working = months.working(month);
            var share =
                    goal == null
                            ? null
                            : goal.divide(
                                    BigDecimal.valueOf(working.count()), MathContext.DECIMAL64);
            for (var day : working.days()) {
                if (!day.isBefore(today)) {
                    break;
                }
                var value = values.getOrDefault(day, BigDecimal.ZERO);
                if (share == null || value.compareTo(share) < 0) {
                    row = 0;
                    continue;
                }
                began = row == 0 || began == null ? day : began;
                row++;
                if (row == rule.times()) {
                    last =
                            new Milestone(
                                    rule,
                                    began,
                                    day,
                                    new Amount(value, unit(metric)),
                                    new Amount(share, unit(metric)));
                }
            }
        }
        return Optional.ofNullable(last);
    }
}
