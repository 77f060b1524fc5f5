package dev.rollcall.adherence.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.adherence.engine.Deviation.Impact;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// Thousands of random days, judged by the engine and second by second: not one figure differs.
class EngineOracleTests {

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void judgesShortDaysLikeTheOracle(@ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        var found = day.assess();

        assertThat(found).isEqualTo(new SlowOracle(day).assessment());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void judgesDaysOfRealLengthLikeTheOracle(
            @ForAll(supplier = RandomDays.RealLength.class) RawDay day) {
        assertThat(day.assess()).isEqualTo(new SlowOracle(day).assessment());
    }

    /// What holds for seconds holds for nanoseconds and for odd fractions: nothing is rounded on
    /// the way.
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void isExactBelowASecond(
            @ForAll(supplier = RandomDays.Compressed.class) RawDay day,
            @ForAll("ticks") Duration tick) {
        assertThat(day.inTempo(tick).assess())
                .isEqualTo(day.inTempo(new SlowOracle(day).assessment(), tick));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void showsOfTheScheduleWhatTheOracleSees(
            @ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        assertThat(day.asCase().pieces()).isEqualTo(new SlowOracle(day).pieces());
    }

    /// The random days are worth something only as long as they meet every rule.
    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void meetsEveryKindOfDeviation(@ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        for (var deviation : new SlowOracle(day).assessment().deviations()) {
            var whole = deviation.duration();
            Statistics.label("edge").collect(deviation.edge());
            Statistics.label("impact").collect(deviation.impact());
            Statistics.label("tolerated").collect(share(deviation.tolerated(), whole));
            Statistics.label("excused").collect(share(deviation.excused(), whole));
            Statistics.label("presences").collect(Math.min(deviation.presences().size(), 3));
        }
        for (var edge : Edge.values()) {
            atLeastTwoPercent("edge", edge);
        }
        for (var impact : Impact.values()) {
            atLeastTwoPercent("impact", impact);
        }
        for (var share : Share.values()) {
            atLeastTwoPercent("tolerated", share);
            atLeastTwoPercent("excused", share);
        }
        atLeastTwoPercent("presences", 2);
    }

    private enum Share {
        NONE,
        SOME,
        ALL
    }

    private static Share share(Duration part, Duration whole) {
        if (part.isZero()) {
            return Share.NONE;
        }
        return part.equals(whole) ? Share.ALL : Share.SOME;
    }

    private static void atLeastTwoPercent(String label, Object value) {
        Statistics.label(label).coverage(it -> it.check(value).percentage(share -> share >= 2));
    }

    @Provide
    Arbitrary<Duration> ticks() {
        return Arbitraries.of(
                Duration.ofNanos(1),
                Duration.ofNanos(333_333_333),
                Duration.ofMillis(500),
                Duration.ofSeconds(7, 123_456_789));
    }
}
