package dev.rollcall.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.requests.TimeOff.Progress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which requests of one person touch each other; days of March 2026, hours where they are about
/// hours.
class TimeOffTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    2-4             , 4-6             , true
                    2-4             , 5-6             , false
                    2-4             , 3-3 08:00-12:00 , true
                    3-3 08:00-12:00 , 3-3 12:00-16:00 , false
                    3-3 08:00-12:00 , 3-3 11:00-16:00 , true
                    3-3 08:00-12:00 , 4-4 08:00-12:00 , false
                    # Hours after midnight of one night, written either way.
                    3-3 22:00-02:00 , 3-3 01:00-03:00 , true
                    3-3 01:00-03:00 , 3-3 22:00-02:00 , true
                    """)
    void touchesAnother(String held, String asked, boolean touches) {
        var first =
                new TimeOff(
                        1,
                        new AgentId(1),
                        "ANNUAL_LEAVE",
                        day(held, 0),
                        day(held, 1),
                        hours(held),
                        BigDecimal.ONE,
                        null,
                        Actor.system("test"),
                        Instant.EPOCH,
                        Progress.ASKED,
                        null,
                        null,
                        null,
                        List.of(),
                        1);
        var second =
                new TimeOffDraft("SPECIAL_LEAVE", day(asked, 0), day(asked, 1), hours(asked), "");

        assertThat(first.overlaps(second, BERLIN)).isEqualTo(touches);
    }

    private static LocalDate day(String text, int which) {
        return LocalDate.of(2026, 3, Integer.parseInt(text.split(" ")[0].split("-")[which]));
    }

    private static @Nullable Hours hours(String text) {
        var parts = text.split(" ");
        if (parts.length == 1) {
            return null;
        }
        var times = parts[1].split("-");
        return new Hours(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
    }
}
