package dev.rollcall.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is published of Erlang C comes out here, and what it says at its edges.
///
/// Sources: the closed forms of two and three agents that every textbook derives (C(2, 1) = 1/3,
/// C(3, 2) = 4/9); the example of 100 calls of 180 seconds in half an hour in the reference manual
/// of the R package ErlangC 0.1.0 (CRAN, 2024) and in the documentation of pyworkforce, which is
/// also that of Call Centre Helper's "Erlang C formula made simple with an easy worked example";
/// and two entries of the table of Erlang C in a textbook on trunked radio ("Table C", an 8-channel
/// TETRA system with 5 % delayed carries 3.87 erlangs, a 10-channel one with 1 % delayed 4.08).
class ErlangCTests {

    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);
    private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);

    private static ErlangC of(double load, int agents) {
        return ErlangC.of(new Erlangs(load), agents);
    }

    @ParameterizedTest(name = "{0} erlangs on {1} agents: {2} wait (to {3})")
    @CsvSource(
            textBlock =
                    """
                    1,    2,  0.333333333333333, 1e-12
                    2,    3,  0.444444444444444, 1e-12
                    10,   14, 0.1741319,         5e-8
                    10,   11, 0.6821182,         5e-8
                    3.87, 8,  0.05,              1e-3
                    4.08, 10, 0.01,              1e-3
                    """)
    void saysHowManyWaitAsPublished(double load, int agents, double probability, double precision) {
        assertThat(of(load, agents).probabilityOfWaiting().ofOne())
                .isEqualTo(probability, within(precision));
    }

    @Test
    void saysAsPublishedHowTheExampleOfAHundredCallsIsAnswered() {
        var staffed = of(10, 14);

        assertThat(staffed.serviceLevel(THREE_MINUTES, TWENTY_SECONDS).ofOne())
                .isEqualTo(0.88835, within(5e-6));
        assertThat(staffed.averageSpeedOfAnswer(THREE_MINUTES)).isEqualTo(Duration.ofMillis(7_836));
        assertThat(staffed.occupancy().ofOne()).isEqualTo(0.7142857, within(5e-8));
    }

    @Test
    void findsTheFewestAgentsOfThatExample() {
        var fewest =
                ErlangC.fewest(
                        new Erlangs(10),
                        THREE_MINUTES,
                        Share.ofPercent(80),
                        TWENTY_SECONDS,
                        Share.ofPercent(85));

        assertThat(fewest.agents()).isEqualTo(14);
    }

    @Test
    void takesMoreAgentsWhereTheyWouldBeTooBusy() {
        var fewest =
                ErlangC.fewest(
                        new Erlangs(100),
                        THREE_MINUTES,
                        Share.ofPercent(80),
                        TWENTY_SECONDS,
                        Share.ofPercent(80));

        assertThat(fewest.agents()).isEqualTo(125);
        assertThat(of(100, 124).serviceLevel(THREE_MINUTES, TWENTY_SECONDS))
                .isGreaterThan(Share.ofPercent(80));
    }

    @Test
    void staysInBoundsForThousandsOfAgents() {
        var staffed = of(5_000, 5_020);

        assertThat(staffed.probabilityOfWaiting().ofOne()).isBetween(0.5, 0.9);
        assertThat(staffed.occupancy().ofOne()).isEqualTo(5_000.0 / 5_020, within(1e-12));
    }

    @Test
    void letsEverybodyWaitWhereMoreComesThanCanBeHandled() {
        var overloaded = of(10, 10);

        assertThat(overloaded.isOverloaded()).isTrue();
        assertThat(overloaded.probabilityOfWaiting()).isEqualTo(new Share(1));
        assertThat(overloaded.serviceLevel(THREE_MINUTES, TWENTY_SECONDS)).isEqualTo(new Share(0));
        assertThatThrownBy(() -> overloaded.averageSpeedOfAnswer(THREE_MINUTES))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void needsNobodyWhenNothingComes() {
        var nothing =
                ErlangC.fewest(
                        new Erlangs(0),
                        THREE_MINUTES,
                        Share.ofPercent(80),
                        TWENTY_SECONDS,
                        Share.ofPercent(85));

        assertThat(nothing.agents()).isZero();
        assertThat(nothing.probabilityOfWaiting()).isEqualTo(new Share(0));
        assertThat(nothing.averageSpeedOfAnswer(THREE_MINUTES)).isZero();
    }
}
