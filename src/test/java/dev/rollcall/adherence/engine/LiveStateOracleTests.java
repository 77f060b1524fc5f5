package dev.rollcall.adherence.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.engine.SlowLive.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/// The live state and the painted stretches of thousands of random days, second by second.
class LiveStateOracleTests {

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void tellsTheStateOfEverySecondLikeTheOracle(
            @ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        var laidOut = day.laidOut();
        var slow = new SlowLive(day);
        for (int second = 0; second < slow.moments().size(); second++) {
            tellsTheSame(laidOut, day, slow, second);
        }
        slow.moments().stream().map(Moment::state).distinct().forEach(Statistics::collect);
        for (var state : State.values()) {
            Statistics.coverage(it -> it.check(state).percentage(share -> share >= 5));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void tellsTheStateOfRealDaysLikeTheOracle(
            @ForAll(supplier = RandomDays.RealLength.class) RawDay day) {
        var laidOut = day.laidOut();
        var slow = new SlowLive(day);
        for (int second : turns(slow)) {
            tellsTheSame(laidOut, day, slow, second);
        }
    }

    private static void tellsTheSame(Day laidOut, RawDay day, SlowLive slow, int second) {
        var moment = slow.moments().get(second);
        var state = laidOut.at(moment.at());
        assertThat(state).as("at %s", moment.at()).isNotNull();
        assertThat(state)
                .as("at %s", moment.at())
                .isEqualTo(
                        new LiveState(
                                moment.state(),
                                Instant.ofEpochSecond(moment.since()),
                                Objects.requireNonNull(state).validUntil(),
                                moment.scheduled(),
                                moment.second().presence(),
                                impact(day, moment)));
        assertThat(laidOut.at(moment.at().plusNanos(999_999_999)))
                .as("to the end of the second from %s on", moment.at())
                .isEqualTo(state);
        // A sleeper that wakes then has missed nothing, and one that sleeps at all.
        assertThat(state.validUntil())
                .as("until when the state at %s holds", moment.at())
                .isAfter(moment.at())
                .isBeforeOrEqualTo(slow.changesAfter(second));
    }

    private static Impact impact(RawDay day, Moment moment) {
        return moment.state().isOut()
                ? SlowOracle.impact(day.rules(), moment.scheduled(), moment.second().presence())
                : Impact.NEUTRAL;
    }

    /// The seconds round each change, and some others.
    private static List<Integer> turns(SlowLive slow) {
        var turns = new ArrayList<Integer>();
        var moments = slow.moments();
        for (int second = 0; second < moments.size(); second++) {
            boolean turned =
                    second > 0
                            && (moments.get(second).state() != moments.get(second - 1).state()
                                    || !Objects.equals(
                                            moments.get(second).scheduled(),
                                            moments.get(second - 1).scheduled()));
            if (turned) {
                turns.add(second - 1);
            }
            if (turned || second % 1_009 == 0) {
                turns.add(second);
            }
        }
        return turns;
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void hasNoStateOutsideWhatIsJudged(@ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        var laidOut = day.laidOut();
        var oracle = new SlowOracle(day);

        assertThat(laidOut.at(day.period().start().minusNanos(1))).isNull();
        assertThat(laidOut.at(day.period().end())).isNull();
        if (oracle.until() >= oracle.from()) {
            assertThat(laidOut.at(Instant.ofEpochSecond(oracle.until()))).isNull();
        }
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void paintsEverySecondOnce(@ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        var oracle = new SlowOracle(day);
        var next = day.period().start();
        for (var span : day.laidOut().judged()) {
            assertThat(span.start()).isEqualTo(next);
            assertThat(span.end()).isAfter(span.start());
            next = span.end();
        }
        assertThat(next.getEpochSecond()).isEqualTo(Math.max(oracle.from(), oracle.until()));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void paintsWhatTheFiguresSay(@ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        var painted = day.laidOut().judged();
        var figures = new SlowOracle(day).assessment();
        var raw = figures.raw();
        var tolerated = figures.tolerated();
        var score = figures.score();

        assertThat(time(painted, Judgement.OUT).plus(time(painted, Judgement.SEVERE)))
                .isEqualTo(score.out());
        assertThat(time(painted, Judgement.GRACE)).isEqualTo(raw.out().minus(tolerated.out()));
        assertThat(time(painted, Judgement.EXCUSED)).isEqualTo(tolerated.out().minus(score.out()));
        assertThat(time(painted, Judgement.IN)).isEqualTo(raw.in());
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void paintsEachSecondAsTheOracleSeesIt(
            @ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        var painted = new ArrayList<JudgedSpan>();
        for (var span : day.laidOut().judged()) {
            for (var at = span.start(); at.isBefore(span.end()); at = at.plusSeconds(1)) {
                painted.add(
                        new JudgedSpan(at, at.plusSeconds(1), span.presence(), span.judgement()));
            }
        }
        var oracle = new SlowOracle(day);
        var judgements = oracle.judgements();
        var seen = new ArrayList<JudgedSpan>();
        for (int i = 0; i < oracle.seconds().size(); i++) {
            var second = oracle.seconds().get(i);
            var at = Instant.ofEpochSecond(second.at());
            seen.add(new JudgedSpan(at, at.plusSeconds(1), second.presence(), judgements.get(i)));
        }
        assertThat(painted).isEqualTo(seen);
    }

    private static Duration time(List<JudgedSpan> painted, Judgement judgement) {
        return painted.stream()
                .filter(span -> span.judgement() == judgement)
                .map(span -> Duration.between(span.start(), span.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
