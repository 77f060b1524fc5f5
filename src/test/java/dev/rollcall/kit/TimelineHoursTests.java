package dev.rollcall.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The hours above the timelines, asked in the browser's own code.
class TimelineHoursTests {

    private static List<String> ticks(String day, String zone) {
        var id = ZoneId.of(zone);
        var start = LocalDate.parse(day).atStartOfDay(id).toInstant();
        var end = LocalDate.parse(day).plusDays(1).atStartOfDay(id).toInstant();
        return Frontend.evaluate(
                        "rollcall-timeline-hours.ts",
                        """
                        module.ticksOf(argument.from, argument.to - 1, argument.zone, 2400)
                            .map((tick) => tick.kind === 'shift' ? tick.moved / 60000 + ' min' : tick.label)\
                        """,
                        Map.of(
                                "from",
                                start.toEpochMilli(),
                                "to",
                                end.toEpochMilli(),
                                "zone",
                                zone))
                .valueStream()
                .map(label -> label.asString())
                .toList();
    }

    @Test
    void showsTheRepeatedHourTwiceWhenTheClocksGoBack() {
        assertThat(ticks("2026-10-25", "Europe/Berlin"))
                .startsWith("Sun, Oct 25", "01:00", "02:00", "-60 min", "02:00", "03:00")
                .hasSize(25 + 1);
    }

    @Test
    void leavesOutTheHourThatIsMissingWhenTheClocksGoForward() {
        assertThat(ticks("2026-03-29", "Europe/Berlin"))
                .startsWith("Sun, Mar 29", "01:00", "60 min", "03:00", "04:00")
                .hasSize(23 + 1);
    }

    @Test
    void beginsADayOnceWhereTheClocksGoBackOverMidnight() {
        assertThat(ticks("2026-11-01", "America/Havana"))
                .startsWith("Sun, Nov 1", "-60 min", "00:00", "01:00");
    }

    @Test
    void knowsClocksThatMoveByHalfAnHour() {
        assertThat(ticks("2026-04-05", "Australia/Lord_Howe")).contains("-30 min");
    }

    @ParameterizedTest(name = "{0} seconds are said as {1}")
    @CsvSource(
            textBlock =
                    """
                    0, 0 sec
                    40, 40 sec
                    400, 6 min 40 sec
                    900, 15 min
                    929, 15 min
                    931, 16 min
                    3600, 1 hr
                    3900, 1 hr 5 min
                    """)
    void saysLengthsAsAPersonWould(int seconds, String said) {
        assertThat(
                        Frontend.evaluate(
                                        "rollcall-timeline-hours.ts",
                                        "module.lengthText(argument * 1000)",
                                        seconds)
                                .asString())
                .isEqualTo(said);
    }

    @Test
    void namesTheOffsetOfATimeThatTheClocksShowTwice() {
        assertThat(
                        Frontend.evaluate(
                                "rollcall-timeline-hours.ts",
                                "argument.map((at) => module.timeText('Europe/Berlin', at))",
                                List.of(
                                        Instant.parse("2026-10-25T00:30:00Z").toEpochMilli(),
                                        Instant.parse("2026-10-25T01:30:00Z").toEpochMilli(),
                                        Instant.parse("2026-10-25T02:30:00Z").toEpochMilli())))
                .extracting(node -> node.asString())
                .containsExactly("02:30 GMT+2", "02:30 GMT+1", "03:30");
    }
}
