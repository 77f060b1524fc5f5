package dev.rollcall.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Heads per half hour, from 8 to 10 o'clock.
class PlannedHeadsTests {

    private static final TimeSpan WINDOW = span("08:00", "10:00");

    private static TimeSpan span(String from, String to) {
        return TimeSpan.of(
                Instant.parse("2026-03-02T" + from + ":00Z"),
                Instant.parse("2026-03-02T" + to + ":00Z"));
    }

    private static PlannedActivity entry(String activity, String from, String to) {
        return new PlannedActivity(activity, span(from, to));
    }

    private static PlannedHeads heads(List<List<PlannedActivity>> days) {
        return PlannedHeads.of(
                days,
                WINDOW,
                activity ->
                        switch (activity) {
                            case "WORK" -> Category.WORK;
                            case "TIME_OFF" -> Category.TIME_OFF;
                            default -> Category.AUXILIARY;
                        });
    }

    @Test
    void countsAPersonForEachWholeHalfHour() {
        var heads =
                heads(
                        List.of(
                                List.of(entry("WORK", "06:00", "09:00")),
                                List.of(entry("WORK", "08:30", "12:00"))));

        assertThat(heads.seconds()).containsExactly(1800, 3600, 1800, 1800);
        assertThat(heads.at(1)).isEqualTo(2.0);
    }

    @Test
    void countsBreaksAndLeavesTimeOffOut() {
        var heads =
                heads(
                        List.of(
                                List.of(
                                        entry("WORK", "08:00", "10:00"),
                                        entry("BREAK", "08:00", "08:15"),
                                        entry("TIME_OFF", "08:45", "09:15"))));

        assertThat(heads.seconds()).containsExactly(1800, 900, 900, 1800);
    }

    @Test
    void isNobodyWhereNothingIsPlanned() {
        assertThat(heads(List.of()).seconds()).containsExactly(0, 0, 0, 0);
    }
}
