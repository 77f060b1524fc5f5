package dev.rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalfHoursTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void readsTheClockOnTheWall() {
        assertThat(HalfHours.of(Instant.parse("2026-03-02T11:31:00Z"), BERLIN)).isEqualTo(25);
        assertThat(HalfHours.start(25)).isEqualTo(LocalTime.of(12, 30));
    }

    @Test
    void takesEveryHalfHourASpanTouches() {
        assertThat(touched("2026-03-02T12:29:59", "2026-03-02T13:00:01", ZoneOffset.UTC))
                .containsExactly(24, 25, 26);
        assertThat(touched("2026-03-02T12:30:00", "2026-03-02T13:00:00", ZoneOffset.UTC))
                .containsExactly(25);
    }

    @Test
    void goesOnAfterMidnightAtTheBeginningOfTheClock() {
        assertThat(touched("2026-03-02T23:30:00", "2026-03-03T00:10:00", ZoneOffset.UTC))
                .containsExactly(0, 47);
    }

    @Test
    void countsAnHourTheClockShowsTwiceOnce() {
        var from = Instant.parse("2026-10-25T00:00:00Z");
        var bits = HalfHours.touched(from, from.plusSeconds(7200), BERLIN);

        assertThat(bits(bits)).containsExactly(4, 5);
    }

    private static List<Integer> touched(String from, String to, ZoneOffset zone) {
        return bits(
                HalfHours.touched(
                        LocalDateTime.parse(from).toInstant(zone),
                        LocalDateTime.parse(to).toInstant(zone),
                        zone));
    }

    private static List<Integer> bits(long bits) {
        return IntStream.range(0, HalfHours.COUNT)
                .filter(each -> HalfHours.contains(bits, each))
                .boxed()
                .toList();
    }
}
