package dev.rollcall.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/// What holds of Erlang C whatever comes.
class ErlangCProperties {

    private static ErlangC fewest(
            double load, int handling, double target, int within, double busiest) {
        return ErlangC.fewest(
                new Erlangs(load),
                Duration.ofSeconds(handling),
                Share.ofPercent(target),
                Duration.ofSeconds(within),
                Share.ofPercent(busiest));
    }

    @Property
    void keepsThePromiseWithNobodyBusierThanAllowed(
            @ForAll @DoubleRange(max = 1_500) double load,
            @ForAll @IntRange(min = 1, max = 7_200) int handling,
            @ForAll @DoubleRange(min = 1, max = 99.9) double target,
            @ForAll @IntRange(max = 600) int within,
            @ForAll @DoubleRange(min = 10, max = 100) double busiest) {
        var staffed = fewest(load, handling, target, within, busiest);

        assertThat(staffed.serviceLevel(Duration.ofSeconds(handling), Duration.ofSeconds(within)))
                .isGreaterThanOrEqualTo(Share.ofPercent(target));
        assertThat(staffed.occupancy().percent()).isLessThanOrEqualTo(busiest + 1e-6);
    }

    @Property
    void doesNotDoWithOneFewer(
            @ForAll @DoubleRange(min = 0.01, max = 500) double load,
            @ForAll @IntRange(min = 1, max = 3_600) int handling,
            @ForAll @DoubleRange(min = 1, max = 99.9) double target,
            @ForAll @IntRange(max = 600) int within) {
        var staffed = fewest(load, handling, target, within, 100);
        var fewer = ErlangC.of(new Erlangs(load), staffed.agents() - 1);

        assertThat(
                        fewer.isOverloaded()
                                || fewer.serviceLevel(
                                                        Duration.ofSeconds(handling),
                                                        Duration.ofSeconds(within))
                                                .compareTo(Share.ofPercent(target))
                                        < 0)
                .isTrue();
    }

    @Property
    void needsNoFewerForMore(
            @ForAll @DoubleRange(max = 500) double contacts,
            @ForAll @DoubleRange(max = 50) double moreContacts,
            @ForAll @IntRange(min = 1, max = 3_000) int handling,
            @ForAll @IntRange(max = 600) int longer,
            @ForAll @DoubleRange(min = 1, max = 90) double target,
            @ForAll @DoubleRange(max = 9.9) double higher) {
        int needed = fewest(contacts * handling / 1800, handling, target, 20, 85).agents();

        assertThat(
                        fewest(
                                        (contacts + moreContacts) * handling / 1800,
                                        handling,
                                        target,
                                        20,
                                        85)
                                .agents())
                .as("more contacts")
                .isGreaterThanOrEqualTo(needed);
        assertThat(
                        fewest(
                                        contacts * (handling + longer) / 1800,
                                        handling + longer,
                                        target,
                                        20,
                                        85)
                                .agents())
                .as("longer ones")
                .isGreaterThanOrEqualTo(needed);
        assertThat(fewest(contacts * handling / 1800, handling, target + higher, 20, 85).agents())
                .as("a higher promise")
                .isGreaterThanOrEqualTo(needed);
    }

    @Property
    void answersBetterWithOneMore(
            @ForAll @DoubleRange(min = 0.01, max = 2_000) double load,
            @ForAll @IntRange(min = 1, max = 50) int spare) {
        var staffed = ErlangC.of(new Erlangs(load), (int) load + spare);
        var better = staffed.withOneMore();

        assertThat(better.probabilityOfWaiting())
                .isLessThanOrEqualTo(staffed.probabilityOfWaiting());
        assertThat(better.probabilityOfWaiting().ofOne()).isBetween(0.0, 1.0);
    }
}
