package dev.rollcall.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.planner.ShiftTemplate.Pause;
import dev.rollcall.planner.ShiftTemplate.Stretch;
import dev.rollcall.schedule.PlannedActivity;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a template makes of a date.
class ShiftTemplateTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static ShiftTemplate template(List<Stretch> stretches, Pause... pauses) {
        return new ShiftTemplate(new TemplateId(1), "Early", null, stretches, List.of(pauses), 1);
    }

    private static Stretch hours(String start, String end) {
        return new Stretch(LocalTime.parse(start), LocalTime.parse(end));
    }

    private static Pause lunch(int minutes, int earliest, int latest) {
        return new Pause(
                "LUNCH",
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(earliest),
                Duration.ofMinutes(latest));
    }

    private static List<String> told(List<PlannedActivity> entries, ZoneId zone) {
        return entries.stream()
                .map(entry ->
                        "%s %s %s"
                                .formatted(
                                        entry.activity(),
                                        entry.span().start().atZone(zone).toLocalDateTime(),
                                        entry.span().end().atZone(zone).toLocalDateTime()))
                .toList();
    }

    @Test
    void plansWorkWithItsPauseInTheMiddleOfItsWindow() {
        var early = template(List.of(hours("08:00", "16:00")), lunch(30, 180, 300));

        assertThat(told(early.on(DAY, ZoneOffset.UTC), ZoneOffset.UTC))
                .containsExactly(
                        "WORK 2026-03-02T08:00 2026-03-02T16:00",
                        "LUNCH 2026-03-02T12:00 2026-03-02T12:30");
    }

    @Test
    void sendsThoseWhoGetItTogetherToLunchOneAfterTheOther() {
        var early = template(List.of(hours("08:00", "16:00")), lunch(30, 180, 210));

        assertThat(
                        IntStream.range(0, 4)
                                .mapToObj(rank -> early.on(DAY, ZoneOffset.UTC, rank, 4).get(1))
                                .map(entry -> entry.span().start().toString().substring(11, 16)))
                .containsExactly("11:00", "11:15", "11:30", "11:00");
    }

    @Test
    void goesOnAfterMidnight() {
        var night = template(List.of(hours("22:00", "06:00")), lunch(45, 240, 240));

        assertThat(told(night.on(DAY, ZoneOffset.UTC), ZoneOffset.UTC))
                .containsExactly(
                        "WORK 2026-03-02T22:00 2026-03-03T06:00",
                        "LUNCH 2026-03-03T02:00 2026-03-03T02:45");
    }

    @Test
    void comesInTwoParts() {
        var split = template(List.of(hours("07:00", "11:00"), hours("16:00", "20:00")));

        assertThat(told(split.on(DAY, ZoneOffset.UTC), ZoneOffset.UTC))
                .containsExactly(
                        "WORK 2026-03-02T07:00 2026-03-02T11:00",
                        "WORK 2026-03-02T16:00 2026-03-02T20:00");
        assertThat(split.minutes()).isEqualTo(13 * 60);
    }

    @Test
    void comesInTwoPartsOfWhichTheSecondIsAfterMidnight() {
        var split = template(List.of(hours("20:00", "23:00"), hours("02:00", "05:00")));

        assertThat(told(split.on(DAY, ZoneOffset.UTC), ZoneOffset.UTC))
                .containsExactly(
                        "WORK 2026-03-02T20:00 2026-03-02T23:00",
                        "WORK 2026-03-03T02:00 2026-03-03T05:00");
    }

    @Test
    void endsByTheClockOnTheWallWhenClocksAreChanged() {
        var night = template(List.of(hours("22:00", "06:00")));
        var spring = night.on(LocalDate.of(2026, 3, 28), BERLIN).getFirst().span();
        var autumn = night.on(LocalDate.of(2026, 10, 24), BERLIN).getFirst().span();

        assertThat(spring.end().atZone(BERLIN).toLocalTime()).isEqualTo("06:00");
        assertThat(spring.duration()).isEqualTo(Duration.ofHours(7));
        assertThat(autumn.duration()).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void leavesOutHoursThatDoNotCome() {
        var lost = template(List.of(hours("02:00", "03:00"), hours("08:00", "09:00")));

        assertThat(told(lost.on(LocalDate.of(2026, 3, 29), BERLIN), BERLIN))
                .containsExactly("WORK 2026-03-29T08:00 2026-03-29T09:00");
    }

    @Test
    void keepsPausesApart() {
        var early =
                template(
                        List.of(hours("08:00", "16:00")),
                        new Pause(
                                "BREAK",
                                Duration.ofMinutes(15),
                                Duration.ofMinutes(230),
                                Duration.ofMinutes(230)),
                        lunch(30, 240, 240));

        assertThat(told(early.on(DAY, ZoneOffset.UTC), ZoneOffset.UTC))
                .containsExactly(
                        "WORK 2026-03-02T08:00 2026-03-02T16:00",
                        "BREAK 2026-03-02T11:50 2026-03-02T12:05",
                        "LUNCH 2026-03-02T12:05 2026-03-02T12:35");
    }
}
