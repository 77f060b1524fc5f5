package dev.rollcall.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.presence.PresenceState;
import dev.rollcall.work.Availability.Chance;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether work may be given to somebody, and if not, why. Groups are `open`, `open full`, `closed`
/// or `closed full`.
class AvailabilityTests {

    @ParameterizedTest(name = "{0}, {1}, on a call: {2} -> {3}")
    @CsvSource(
            textBlock =
                    """
                    AVAILABLE,   open,              false, AVAILABLE
                    ACTIVE,      open,              false, AVAILABLE
                    ACTIVE,      open full; open,   false, AVAILABLE
                    AVAILABLE,   closed; open,      false, AVAILABLE
                    AVAILABLE,   open full,         false, AT_LIMIT
                    ACTIVE,      open full; closed, false, AT_LIMIT
                    AVAILABLE,   closed,            false, OUTSIDE_HOURS
                    AVAILABLE,   closed full,       false, OUTSIDE_HOURS
                    ACTIVE,      open,              true,  ON_A_CALL
                    ACTIVE,      open full,         true,  ON_A_CALL
                    UNAVAILABLE, open,              true,  UNAVAILABLE
                    UNAVAILABLE, closed,            false, UNAVAILABLE
                    AWAY,        open,              false, AWAY
                    UNKNOWN,     open,              false, UNKNOWN
                    AWAY,        '',                false, NO_GROUPS
                    """)
    void saysWhatKeepsWorkAway(
            PresenceState.Base status, String groups, boolean onCall, Availability expected) {
        var chances =
                Arrays.stream(groups.split(";"))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty())
                        .map(group -> new Chance(group.startsWith("open"), group.endsWith("full")))
                        .toList();

        assertThat(Availability.of(status, onCall, chances)).isEqualTo(expected);
    }
}
