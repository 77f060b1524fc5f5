package dev.rollcall.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.kpi.DayTally;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.Tally;
import dev.rollcall.performance.MilestoneRule.Kind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Work is from Monday to Friday; it is Monday, 2 March 2026. Each month is to bring ten services a
/// working day.
class MilestonesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    private static final Metric SERVICES = Metric.SERVICES_RAISED;

    private final List<DayTally> days = new ArrayList<>();

    private void raised(LocalDate day, long services) {
        days.add(
                new DayTally(
                        day,
                        FactKind.SERVICE,
                        null,
                        null,
                        new Tally(
                                services,
                                0,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                Duration.ZERO,
                                0)));
    }

    /// So many on each working day from one to another, both included.
    private void raised(String from, String to, long services) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .forEach(day -> raised(day, services));
    }

    private List<Milestone> found(Kind kind, int times) {
        var months =
                new Milestones.Months() {
                    @Override
                    public Optional<BigDecimal> goal(Metric metric, YearMonth month) {
                        return Optional.of(BigDecimal.valueOf(10L * working(month).count()));
                    }

                    @Override
                    public WorkingMonth working(YearMonth month) {
                        return WorkingMonth.of(
                                month, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());
                    }
                };
        return new Milestones(new Ledger(days), months, null, FIRST, TODAY)
                .of(List.of(new MilestoneRule(kind, SERVICES, times)));
    }

    @Test
    void findsTheFirstMonthAtGoalAndTheFirstRowOfThem() {
        raised("2025-12-01", "2025-12-31", 9);
        raised("2026-01-01", "2026-02-27", 10);

        assertThat(found(Kind.MONTHS_AT_GOAL, 1))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.on()).isEqualTo("2026-01-31");
                    assertThat(it.value()).isEqualTo(it.against());
                });
        assertThat(found(Kind.MONTHS_AT_GOAL, 2))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.from()).isEqualTo("2026-01-01");
                    assertThat(it.on()).isEqualTo("2026-02-28");
                });
        assertThat(found(Kind.MONTHS_AT_GOAL, 3)).isEmpty();
    }

    @Test
    void findsDaysInARowOnPaceOverWeekendsAndTheEndOfAMonth() {
        raised("2026-01-20", "2026-02-02", 10);
        raised("2026-02-03", "2026-02-03", 9);

        assertThat(found(Kind.DAYS_ON_PACE, 10))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.from()).isEqualTo("2026-01-20");
                    assertThat(it.on()).isEqualTo("2026-02-02");
                    assertThat(it.against().value()).isEqualByComparingTo("10");
                });
        assertThat(found(Kind.DAYS_ON_PACE, 11)).isEmpty();
    }

    @Test
    void findsTheBestDayOnceThereAreEnoughAndLeavesTodayOut() {
        raised("2026-01-05", "2026-01-29", 8);
        assertThat(found(Kind.BEST_DAY, 1)).isEmpty();
        raised(LocalDate.of(2026, 2, 10), 15);
        raised(LocalDate.of(2026, 2, 11), 15);
        raised(TODAY, 99);

        assertThat(found(Kind.BEST_DAY, 1))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.on()).isEqualTo("2026-02-10");
                    assertThat(it.value().value()).isEqualByComparingTo("15");
                    assertThat(it.against().value()).isEqualByComparingTo("8");
                });
    }

    @Test
    void findsTheBestMonthThatIsOver() {
        raised(LocalDate.of(2025, 12, 3), 50);
        raised(LocalDate.of(2026, 1, 7), 70);
        assertThat(found(Kind.BEST_MONTH, 1)).isEmpty();
        raised(LocalDate.of(2026, 2, 4), 60);
        raised(TODAY, 99);

        assertThat(found(Kind.BEST_MONTH, 1))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.from()).isEqualTo("2026-01-01");
                    assertThat(it.value().value()).isEqualByComparingTo("70");
                    assertThat(it.against().value()).isEqualByComparingTo("50");
                });
    }
}
