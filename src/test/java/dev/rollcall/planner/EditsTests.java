package dev.rollcall.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What planners do to the entries of a day.
class EditsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Category category(String activity) {
        return activity.equals("WORK") ? Category.WORK : Category.AUXILIARY;
    }

    private static List<PlannedActivity> day(LocalDate date, ZoneId zone, String... entries) {
        return Arrays.stream(entries)
                .map(entry -> entry.split("[ -]"))
                .map(parts -> new PlannedActivity(parts[0], span(date, zone, parts[1], parts[2])))
                .toList();
    }

    private static TimeSpan span(LocalDate date, ZoneId zone, String from, String to) {
        return TimeSpan.of(
                date.atTime(LocalTime.parse(from)).atZone(zone).toInstant(),
                date.atTime(LocalTime.parse(to)).atZone(zone).toInstant());
    }

    private static List<PlannedActivity> day(String... entries) {
        return day(MONDAY, ZoneOffset.UTC, entries);
    }

    private static List<PlannedActivity> resized(
            List<PlannedActivity> entries, String from, String to) {
        return Edits.resized(
                entries, 0, span(MONDAY, ZoneOffset.UTC, from, to), EditsTests::category);
    }

    @Test
    void copiesTheHoursOnTheWallToAnotherDate() {
        assertThat(
                        Edits.onDate(
                                day(MONDAY, BERLIN, "WORK 08:00-16:00"),
                                MONDAY,
                                BERLIN,
                                LocalDate.of(2026, 3, 30),
                                BERLIN))
                .isEqualTo(day(LocalDate.of(2026, 3, 30), BERLIN, "WORK 08:00-16:00"));
    }

    @Test
    void copiesTheHoursOnTheWallToSomebodyElsewhere() {
        assertThat(
                        Edits.onDate(
                                day(MONDAY, BERLIN, "WORK 08:00-16:00"),
                                MONDAY,
                                BERLIN,
                                MONDAY,
                                NEW_YORK))
                .isEqualTo(day(MONDAY, NEW_YORK, "WORK 08:00-16:00"));
    }

    @Test
    void movesEverythingTogether() {
        assertThat(
                        Edits.shifted(
                                day("WORK 08:00-16:00", "LUNCH 12:00-12:30"),
                                Duration.ofMinutes(-30)))
                .isEqualTo(day("WORK 07:30-15:30", "LUNCH 11:30-12:00"));
    }

    @Test
    void keepsLunchWhereItIsWhenWorkIsStretched() {
        assertThat(resized(day("WORK 08:00-16:00", "LUNCH 12:00-12:30"), "07:00", "18:00"))
                .isEqualTo(day("WORK 07:00-18:00", "LUNCH 12:00-12:30"));
    }

    @Test
    void movesLunchInsideWhenWorkIsCut() {
        assertThat(resized(day("WORK 08:00-16:00", "LUNCH 12:00-12:30"), "08:00", "12:15"))
                .isEqualTo(day("WORK 08:00-12:15", "LUNCH 11:45-12:15"));
        assertThat(resized(day("WORK 08:00-16:00", "LUNCH 12:00-12:30"), "13:00", "16:00"))
                .isEqualTo(day("WORK 13:00-16:00", "LUNCH 13:00-13:30"));
    }

    @Test
    void dropsLunchWhereThereIsNoRoomLeft() {
        assertThat(resized(day("WORK 08:00-16:00", "LUNCH 12:00-12:30"), "08:00", "08:30"))
                .isEqualTo(day("WORK 08:00-08:30"));
    }

    @Test
    void leavesWhatLayOutsideOfTheWorkAlone() {
        assertThat(resized(day("WORK 08:00-16:00", "MEETING 17:00-18:00"), "08:00", "12:00"))
                .isEqualTo(day("WORK 08:00-12:00", "MEETING 17:00-18:00"));
    }

    @Test
    void takesWhatLayWithinWorkAwayWithIt() {
        assertThat(
                        Edits.removed(
                                day("WORK 08:00-12:00", "BREAK 10:00-10:15", "WORK 14:00-18:00"),
                                0,
                                EditsTests::category))
                .isEqualTo(day("WORK 14:00-18:00"));
        assertThat(
                        Edits.removed(
                                day("WORK 08:00-12:00", "BREAK 10:00-10:15"),
                                1,
                                EditsTests::category))
                .isEqualTo(day("WORK 08:00-12:00"));
    }
}
