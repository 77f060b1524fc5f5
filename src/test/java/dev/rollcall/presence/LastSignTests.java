package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When somebody who forgot to clock out was probably gone. Four hours of silence are long; times
/// of the next day have a `+`.
class LastSignTests {

    private static final Duration LONG = Duration.ofHours(4);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gone after the last case                   | 08:00 12:00 17:42        | 16:30 | +08:00 | 17:42
                    quiet all afternoon, and then gone          | 08:00 13:00              | 16:30 | +08:00 | 13:00
                    never a sign but clocking in                | 08:00                    | 16:30 | +08:00 | 08:00
                    back at work before anybody asked           | 08:00 17:42 +08:01 +08:05 | 16:30 | +08:10 | 17:42
                    works late                                  | 08:00 16:00 19:30        | 16:30 | 20:00  |
                    the shift ended only a while ago            | 08:00 12:00              | 16:30 | 20:29  |
                    exactly as long ago as it takes             | 08:00 12:00              | 16:30 | 20:30  | 12:00
                    a long lunch within the shift is no end     | 06:00 11:00 15:30        | 16:30 | 17:00  |
                    nobody was there at all                     |                          | 16:30 | +08:00 |
                    """)
    void proposesTheLastSignBeforeTheSilence(
            String what, String signs, String due, String now, String expected) {
        assertThat(LastSign.beforeSilence(instants(signs), instant(due), LONG, instant(now)))
                .isEqualTo(expected == null ? Optional.empty() : Optional.of(instant(expected)));
    }

    private static List<Instant> instants(String times) {
        return times == null
                ? List.of()
                : Arrays.stream(times.split(" ")).map(LastSignTests::instant).toList();
    }

    private static Instant instant(String time) {
        return time.startsWith("+")
                ? Instant.parse("2026-03-03T" + time.substring(1) + ":00Z")
                : Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
