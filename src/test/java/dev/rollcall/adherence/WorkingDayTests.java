package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A working day belongs to the date its shift is owned by, and no second belongs to two.
class WorkingDayTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void runsFromLocalMidnightToLocalMidnight() {
        var period = WorkingDay.period(MONDAY, BERLIN, List.of(plan(MONDAY, "09:00", "17:00", 0)));

        assertThat(period).isEqualTo(span("2026-03-01T23:00:00Z", "2026-03-02T23:00:00Z"));
    }

    @Test
    void hasTwentyThreeHoursWhenTheClocksGoForward() {
        var period = WorkingDay.period(LocalDate.of(2026, 3, 29), BERLIN, List.of());

        assertThat(period.duration()).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void hasTwentyFiveHoursWhenTheClocksGoBack() {
        var period = WorkingDay.period(LocalDate.of(2026, 10, 25), BERLIN, List.of());

        assertThat(period.duration()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void stretchesOverTheEndOfANightShift() {
        var night = List.of(plan(MONDAY, "22:00", "06:00", 1));

        assertThat(WorkingDay.period(MONDAY, BERLIN, night).end())
                .isEqualTo(Instant.parse("2026-03-03T05:00:00Z"));
    }

    @Test
    void startsWhereTheNightShiftOfTheDayBeforeEnds() {
        var night = List.of(plan(MONDAY, "22:00", "06:00", 1));

        assertThat(WorkingDay.period(MONDAY.plusDays(1), BERLIN, night).start())
                .isEqualTo(Instant.parse("2026-03-03T05:00:00Z"));
    }

    @Test
    void takesInAShiftThatStartsBeforeMidnightOfItsDate() {
        var early =
                new DayPlan(
                        new AgentId(1),
                        MONDAY,
                        1,
                        List.of(
                                new PlannedActivity(
                                        "WORK",
                                        span("2026-03-01T22:00:00Z", "2026-03-02T06:00:00Z"))),
                        null,
                        Instant.EPOCH,
                        "a test");

        assertThat(WorkingDay.period(MONDAY, BERLIN, List.of(early)).start())
                .isEqualTo(Instant.parse("2026-03-01T22:00:00Z"));
        assertThat(WorkingDay.period(MONDAY.minusDays(1), BERLIN, List.of(early)).end())
                .isEqualTo(Instant.parse("2026-03-01T22:00:00Z"));
    }

    @Test
    void isYesterdayWhileYesterdaysNightShiftGoesOn() {
        var night = List.of(plan(MONDAY, "22:00", "06:00", 1));

        assertThat(WorkingDay.dateOf(Instant.parse("2026-03-03T04:59:59Z"), BERLIN, night))
                .isEqualTo(MONDAY);
        assertThat(WorkingDay.dateOf(Instant.parse("2026-03-03T05:00:00Z"), BERLIN, night))
                .isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void leavesNoGapAndNoOverlapBetweenDays() {
        var plans =
                List.of(
                        plan(MONDAY, "22:00", "06:00", 1),
                        plan(MONDAY.plusDays(1), "14:00", "23:30", 0),
                        plan(MONDAY.plusDays(2), "21:00", "05:00", 1));

        for (var date = MONDAY.minusDays(1);
                date.isBefore(MONDAY.plusDays(4));
                date = date.plusDays(1)) {
            assertThat(WorkingDay.period(date, BERLIN, plans).end())
                    .isEqualTo(WorkingDay.period(date.plusDays(1), BERLIN, plans).start());
        }
    }

    private static DayPlan plan(LocalDate date, String from, String to, int daysLater) {
        var start = java.time.LocalTime.parse(from).atDate(date).atZone(BERLIN).toInstant();
        var end =
                java.time.LocalTime.parse(to)
                        .atDate(date.plusDays(daysLater))
                        .atZone(BERLIN)
                        .toInstant();
        return new DayPlan(
                new AgentId(1),
                date,
                1,
                List.of(new PlannedActivity("WORK", TimeSpan.of(start, end))),
                null,
                Instant.EPOCH,
                "a test");
    }

    private static TimeSpan span(String start, String end) {
        return TimeSpan.of(Instant.parse(start), Instant.parse(end));
    }
}
