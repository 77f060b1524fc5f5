package dev.rollcall.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a time on the clock means to whoever says they will be back at it, in Berlin.
class ReturnChoiceTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{1} said at {0} is {2}")
    @CsvSource(
            textBlock =
                    """
                    2026-03-02T10:50:00Z, 12:30, 2026-03-02T11:30:00Z
                    2026-03-02T22:50:00Z, 00:30, 2026-03-02T23:30:00Z
                    2026-03-02T11:30:00Z, 12:30,
                    2026-03-02T10:50:00Z, 11:00,
                    2026-03-28T23:30:00Z, 03:30, 2026-03-29T01:30:00Z
                    """)
    void isTheNextOneWithinHalfADay(Instant now, LocalTime time, @Nullable Instant at) {
        assertThat(ReturnChoice.next(time, now, BERLIN)).isEqualTo(at);
    }
}
