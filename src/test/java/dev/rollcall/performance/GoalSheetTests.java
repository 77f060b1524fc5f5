package dev.rollcall.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.UnitId;
import dev.rollcall.performance.GoalSheet.Change;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoalSheetTests {

    private static final Subject UNIT = Subject.of(new UnitId(4));
    private static final FinancialYear YEAR =
            FinancialYear.of(YearMonth.of(2026, 3), Month.JANUARY);

    private static GoalSheet sheet(List<Goal> base) {
        return GoalSheet.of(
                UNIT,
                YEAR,
                Collections.nCopies(12, 20),
                new GoalBook(base),
                new GoalBook.Line(List.of()),
                null,
                base);
    }

    private static Goal calls(int month, @Nullable Integer value) {
        return new Goal(
                UNIT,
                Metric.TOTAL_CALLS,
                YearMonth.of(2026, 1).plusMonths(month - 1L),
                value == null ? null : BigDecimal.valueOf(value),
                null);
    }

    /// What is kept after some changes.
    private static List<Goal> after(List<Goal> base, List<Change> changes) {
        var rows = new HashMap<YearMonth, Goal>();
        base.forEach(goal -> rows.put(goal.from(), goal));
        for (var change : changes) {
            if (change.kept()) {
                rows.put(
                        change.from(),
                        new Goal(UNIT, change.metric(), change.from(), change.value(), null));
            } else {
                rows.remove(change.from());
            }
        }
        return List.copyOf(rows.values());
    }

    @Test
    void keepsAGoalOnceWhereMonthsAskForTheSame() {
        var all = new TreeMap<YearMonth, BigDecimal>();
        sheet(List.of()).months().forEach(month -> all.put(month, BigDecimal.TEN));

        // And what comes after the year stays without a goal.
        assertThat(sheet(List.of()).changes(Map.of(Metric.TOTAL_CALLS, all)))
                .containsExactly(
                        new Change(Metric.TOTAL_CALLS, YearMonth.of(2026, 1), true, BigDecimal.TEN),
                        new Change(Metric.TOTAL_CALLS, YearMonth.of(2027, 1), true, null));
    }

    @Test
    void changesNothingWhereNothingWasTyped() {
        var base = List.of(calls(-5, 10), calls(3, 20), calls(7, null));
        var sheet = sheet(base);

        assertThat(sheet.changes(sheet.own())).isEmpty();
    }

    /// Months from half a year before the year to half a year after it.
    @Property
    void asksForWhatWasTypedAndLeavesTheOtherYearsAlone(
            @ForAll @Size(max = 6) List<@IntRange(min = -5, max = 18) Integer> months,
            @ForAll @Size(12) List<@IntRange(min = 0, max = 3) Integer> typed) {
        var base = new ArrayList<Goal>();
        months.stream()
                .distinct()
                .sorted()
                .forEach(month -> base.add(calls(month, month % 4 == 0 ? null : month + 100)));
        var sheet = sheet(base);
        var values = new TreeMap<YearMonth, BigDecimal>();
        for (int i = 0; i < 12; i++) {
            if (typed.get(i) > 0) {
                values.put(sheet.months().get(i), BigDecimal.valueOf(typed.get(i)));
            }
        }

        var kept = new GoalBook(after(base, sheet.changes(Map.of(Metric.TOTAL_CALLS, values))));

        var before = new GoalBook(base);
        for (int month = -6; month <= 20; month++) {
            var date = YearMonth.of(2026, 1).plusMonths(month - 1L);
            var expected =
                    sheet.months().contains(date)
                            ? values.get(date)
                            : before.set(UNIT, Metric.TOTAL_CALLS, date)
                                    .map(Goal::value)
                                    .orElse(null);
            assertThat(kept.set(UNIT, Metric.TOTAL_CALLS, date).map(Goal::value).orElse(null))
                    .as(date.toString())
                    .isEqualTo(expected);
        }
    }

    @Property
    void spreadsATotalByWorkingDaysAndLosesNothing(
            @ForAll @IntRange(min = 1, max = 1_000_000) int total,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 23) Integer> days) {
        var parts = Spread.over(BigDecimal.valueOf(total), days);
        int all = days.stream().mapToInt(Integer::intValue).sum();

        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(total));
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).doubleValue())
                    .isBetween(
                            Math.floor((double) total * days.get(i) / all),
                            Math.ceil((double) total * days.get(i) / all));
        }
    }
}
