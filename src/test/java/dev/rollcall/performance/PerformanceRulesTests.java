package dev.rollcall.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.performance.Growth.Direction;
import dev.rollcall.performance.Pace.Standing;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformanceRulesTests {

    private static final Set<DayOfWeek> WEEKDAYS =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    // ------------------------------------------------------------------ growth

    @ParameterizedTest
    @CsvSource({
        "100, 106.2, UP, 6.2",
        "100, 93.8, DOWN, 6.2",
        "3, 4, UP, 33.3",
        "100, 100.04, FLAT, 0.0",
        "100, 100.05, UP, 0.1",
        "0, 0, FLAT, 0.0",
        "5, 0, DOWN, 100.0",
        "-50, 50, UP, 200.0"
    })
    void comparesWithWhatWasBefore(String before, String now, Direction direction, String percent) {
        assertThat(Growth.of(number(before), number(now)))
                .isEqualTo(new Growth(direction, number(percent)));
    }

    @Test
    void callsSomethingWhereThereWasNothingNewAndNeverInfinite() {
        assertThat(Growth.of(BigDecimal.ZERO, number("7")))
                .isEqualTo(new Growth(Direction.NEW, null));
        assertThat(Growth.of(null, number("7")))
                .isEqualTo(new Growth(Direction.NOT_AVAILABLE, null));
    }

    // ------------------------------------------------------------------ months

    @ParameterizedTest
    @CsvSource({"2026-02, 20", "2024-02, 21", "2026-03, 22", "2026-04, 22", "2026-05, 21"})
    void knowsTheWorkingDaysOfMonthsOfEveryLength(String month, int days) {
        assertThat(WorkingMonth.of(YearMonth.parse(month), WEEKDAYS, Set.of()).count())
                .isEqualTo(days);
    }

    @Test
    void leavesHolidaysOutAndCountsEveryDayWhereNobodyWorks() {
        var may = YearMonth.of(2026, 5);
        assertThat(WorkingMonth.of(may, WEEKDAYS, Set.of(LocalDate.of(2026, 5, 1))).count())
                .isEqualTo(20);
        assertThat(WorkingMonth.of(may, Set.of(), Set.of()).count()).isEqualTo(31);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03, APRIL, FY25/26",
        "2026-04, APRIL, FY26/27",
        "2026-12, OCTOBER, FY26/27",
        "1999-12, JULY, FY99/00",
        "2026-03, JANUARY, 2026"
    })
    void namesFinancialYearsByWhereTheyBegin(String month, Month begins, String label) {
        assertThat(FinancialYear.of(YearMonth.parse(month), begins).label()).isEqualTo(label);
    }

    // ------------------------------------------------------------------ pace

    /// March 2026 has 22 working days; the 10th is the seventh of them.
    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2200, REACHED",
        "2026-03-10, 700, AHEAD",
        "2026-03-10, 699, ON_PACE",
        "2026-03-10, 600, ON_PACE",
        "2026-03-10, 599, BEHIND",
        // A weekend asks for nothing more than Friday did.
        "2026-03-08, 500, AHEAD",
        "2026-03-08, 499, BEHIND",
        "2026-03-01, 0, AHEAD",
        "2026-04-01, 2199, MISSED",
        "2026-04-01, 2200, REACHED"
    })
    void holdsADayThatGoesOnAgainstNobody(String today, String achieved, Standing standing) {
        var march = WorkingMonth.of(YearMonth.of(2026, 3), WEEKDAYS, Set.of());
        assertThat(
                        Pace.of(number("2200"), number(achieved), march, LocalDate.parse(today))
                                .standing())
                .isEqualTo(standing);
    }

    @Test
    void saysWhatIsMissingToTodaysPace() {
        var march = WorkingMonth.of(YearMonth.of(2026, 3), WEEKDAYS, Set.of());
        var pace = Pace.of(number("2200"), number("550"), march, LocalDate.of(2026, 3, 10));

        assertThat(pace.percent()).isEqualByComparingTo("25.0");
        assertThat(pace.expected()).isEqualByComparingTo("700");
        assertThat(pace.expectedPercent()).isEqualByComparingTo("31.8");
        assertThat(pace.gap()).isEqualByComparingTo("150");
    }

    // ------------------------------------------------------------------ goals

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Subject DANA = Subject.of(new AgentId(1));
    private static final Subject BILLING = Subject.of(new GroupId(2));
    private static final Subject CARE = Subject.of(new GroupId(3));
    private static final Subject UNIT = Subject.of(new UnitId(4));
    private static final GoalBook.Line LINE =
            new GoalBook.Line(
                    List.of(
                            List.of(DANA),
                            List.of(BILLING, CARE),
                            List.of(UNIT),
                            List.of(Subject.ORGANISATION)));

    private static Goal goal(Subject subject, String from, String value) {
        return new Goal(
                subject,
                Metric.TOTAL_CALLS,
                YearMonth.parse(from),
                value.isEmpty() ? null : number(value),
                null);
    }

    private static String counts(YearMonth month, Goal... goals) {
        return new GoalBook(List.of(goals))
                .of(LINE, Metric.TOTAL_CALLS, month)
                .map(goal -> "" + goal.value())
                .orElse("none");
    }

    @Test
    void letsTheNearestGoalCount() {
        var organisation = goal(Subject.ORGANISATION, "2026-01", "100");
        var unit = goal(UNIT, "2026-01", "200");
        var billing = goal(BILLING, "2026-01", "300");
        var care = goal(CARE, "2026-01", "350");
        var dana = goal(DANA, "2026-01", "400");

        assertThat(counts(MARCH)).isEqualTo("none");
        assertThat(counts(MARCH, organisation)).isEqualTo("100");
        assertThat(counts(MARCH, organisation, unit)).isEqualTo("200");
        assertThat(counts(MARCH, organisation, unit, billing, care)).isEqualTo("350");
        assertThat(counts(MARCH, organisation, unit, billing, care, dana)).isEqualTo("400");
    }

    @Test
    void letsAGoalCountFromItsMonthUntilTheNext() {
        var first = goal(UNIT, "2026-01", "200");
        var second = goal(UNIT, "2026-03", "250");
        var none = goal(UNIT, "2026-05", "");

        assertThat(counts(YearMonth.of(2025, 12), first, second)).isEqualTo("none");
        assertThat(counts(YearMonth.of(2026, 2), first, second)).isEqualTo("200");
        assertThat(counts(MARCH, first, second)).isEqualTo("250");
        // Without one of its own from then on, what counts above counts again.
        assertThat(
                        counts(
                                YearMonth.of(2026, 6),
                                goal(Subject.ORGANISATION, "2026-01", "100"),
                                first,
                                second,
                                none))
                .isEqualTo("100");
    }
}
