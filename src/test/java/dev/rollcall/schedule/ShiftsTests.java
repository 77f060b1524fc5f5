package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShiftsTests {

    @Test
    void lastFromTheFirstToTheLastHourThatNeedsPresence() {
        assertThat(shift("WORK 08 16", "LUNCH 12 13")).contains(span(8, 16));
        assertThat(shift("WORK 08 16", "TIME_OFF 13 16")).contains(span(8, 13));
        assertThat(shift("WORK 08 16", "PAID_ABSENCE 08 10")).contains(span(10, 16));
    }

    @Test
    void areNoneWhereNothingNeedsPresence() {
        assertThat(shift("PAID_ABSENCE 08 16")).isEmpty();
        assertThat(shift("WORK 08 16", "PAID_ABSENCE 08 16")).isEmpty();
        assertThat(shift("TIME_OFF 08 16")).isEmpty();
    }

    private static Optional<TimeSpan> shift(String... entries) {
        var plan =
                new DayPlan(
                        new AgentId(1),
                        LocalDate.of(2026, 3, 2),
                        1,
                        Arrays.stream(entries).map(ShiftsTests::planned).toList(),
                        null,
                        Instant.EPOCH,
                        "Test");
        return Shifts.of(
                plan,
                code ->
                        switch (code) {
                            case "WORK" -> Category.WORK;
                            case "TIME_OFF" -> Category.TIME_OFF;
                            default -> Category.AUXILIARY;
                        },
                code -> !List.of("PAID_ABSENCE", "TIME_OFF").contains(code));
    }

    private static PlannedActivity planned(String entry) {
        var parts = entry.split(" ");
        return new PlannedActivity(
                parts[0], span(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
    }

    private static TimeSpan span(int from, int to) {
        var midnight = Instant.parse("2026-03-02T00:00:00Z");
        return TimeSpan.of(midnight.plusSeconds(from * 3600L), midnight.plusSeconds(to * 3600L));
    }
}
