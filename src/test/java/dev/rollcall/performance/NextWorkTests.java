package dev.rollcall.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.performance.NextWork.Kind;
import dev.rollcall.work.Priority;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody is told would help next.
class NextWorkTests {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static NextWork work(String title, Priority priority, String since, String due) {
        return new NextWork(
                Kind.TICKET,
                1,
                title,
                priority,
                Instant.parse(since),
                due.isEmpty() ? null : Instant.parse(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:59:59Z, URGENT",
        "2026-03-02T08:00:00Z, HIGH",
        "2026-03-03T08:00:00Z, HIGH",
        "2026-03-03T08:00:01Z, NORMAL",
        ", NORMAL"
    })
    void aTaskIsAsUrgentAsItIsNearToBeingDue(@Nullable Instant due, Priority priority) {
        assertThat(NextWork.urgency(due, NOW)).isEqualTo(priority);
    }

    @Test
    void theMostUrgentComesFirstThenWhatIsDueThenWhatWaitedLongest() {
        var longest = work("longest", Priority.NORMAL, "2026-03-01T08:00:00Z", "");
        var later = work("later", Priority.NORMAL, "2026-03-01T09:00:00Z", "");
        var due = work("due", Priority.NORMAL, "2026-03-02T07:00:00Z", "2026-03-09T08:00:00Z");
        var urgent = work("urgent", Priority.URGENT, "2026-03-02T07:30:00Z", "");

        assertThat(Stream.of(later, longest, due, urgent).sorted(NextWork.IN_ORDER))
                .containsExactly(urgent, due, longest, later);
    }

    private static MetricCard card(Metric metric, @Nullable String goal, String achieved) {
        var month =
                WorkingMonth.of(
                        YearMonth.of(2026, 3),
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        Set.of());
        var value = new BigDecimal(achieved);
        return new MetricCard(
                metric,
                month.month(),
                new Amount(value, null),
                List.of(),
                goal == null
                        ? null
                        : Pace.of(new BigDecimal(goal), value, month, LocalDate.of(2026, 3, 3)),
                null,
                Growth.of(null, value),
                null,
                0,
                List.of());
    }

    /// March has 22 working days; the third is its second.
    @Test
    void saysInWholeCallsWhatTodayStillAsksFor() {
        assertThat(
                        TodaysGap.of(
                                List.of(
                                        card(Metric.SERVICES_RAISED, "130", "3"),
                                        card(Metric.COMPLAINTS_REGISTERED, "50", "0"),
                                        card(Metric.PAYMENTS_COLLECTED, null, "7"),
                                        card(Metric.TOTAL_CALLS, "22", "22"))))
                .extracting(
                        gap -> gap.metric() + " " + gap.missing().value() + " " + gap.standing())
                .containsExactly("SERVICES_RAISED 9 BEHIND");
        assertThat(TodaysGap.of(List.of(card(Metric.TOTAL_CALLS, "22", "2"))))
                .extracting(gap -> gap.missing().value())
                .containsExactly(BigDecimal.ZERO);
    }
}
