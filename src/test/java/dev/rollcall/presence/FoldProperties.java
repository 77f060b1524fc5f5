package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.presence.NaiveReplay.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What holds for any set of events, in whatever order they came.
class FoldProperties {

    @Property(tries = 500)
    void givesTheSameTimelineForAnyOrderAndRepetition(
            @ForAll long seed, @ForAll @IntRange(max = 80) int size) {
        var random = new Random(seed);
        var events = events(random, size);
        var silences = new Silences(silences(random));
        var arrived = new ArrayList<Happening>();
        for (var event : events) {
            arrived.addAll(Collections.nCopies(1 + random.nextInt(5), event));
        }
        Collections.shuffle(arrived, random);

        assertThat(Fold.timeline(new HashSet<>(arrived), silences))
                .isEqualTo(Fold.timeline(events, silences));
    }

    @Property(tries = 500)
    void equalsTheSlowReplay(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
        var random = new Random(seed);
        var events = events(random, size);
        var silences = silences(random);

        assertThat(Fold.timeline(events, new Silences(silences)))
                .extracting(piece -> new Stretch(piece.start(), piece.state(), piece.onCall()))
                .isEqualTo(new NaiveReplay(events, silences).stretches());
    }

    @Property(tries = 500)
    void leavesNoGapAndNoOverlap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
        var random = new Random(seed);
        var events = events(random, size);
        var end = RandomEvents.second(3_600);
        var pieces = Fold.timeline(events, new Silences(silences(random)));

        var total = Duration.ZERO;
        for (int i = 0; i < pieces.size(); i++) {
            var next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
            var length = Duration.between(pieces.get(i).start(), next == null ? end : next.start());
            assertThat(length).isPositive();
            if (next != null) {
                assertThat(next.state()).isNotEqualTo(pieces.get(i).state());
            }
            total = total.plus(length);
        }
        assertThat(total).isEqualTo(Duration.between(Collections.min(events).time(), end));
    }

    @Property(tries = 500)
    void correctsASpanAndNothingElse(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        var random = new Random(seed);
        var reported = events(random, size);
        var silences = silences(random);
        var corrections = RandomEvents.corrections(random);
        var all = new ArrayList<>(reported);
        corrections.forEach(each -> all.addAll(each.edges()));
        Collections.shuffle(all, random);

        var pieces = Fold.timeline(all, new Silences(silences));

        var naive = new NaiveReplay(reported, silences);
        for (int second = 0; second < 240; second++) {
            var instant = RandomEvents.second(second);
            var ruling =
                    corrections.stream()
                            .filter(each -> each.span().contains(instant))
                            .max(Comparator.comparingLong(RandomEvents.Corrected::sequence))
                            .map(RandomEvents.Corrected::state)
                            .orElse(null);
            var was = naive.at(instant);
            var expected =
                    ruling != null
                            ? naive.correctedTo(ruling, instant)
                            : was == null ? PresenceState.AWAY : was;
            assertThat(at(pieces, instant)).as("at second %d", second).isEqualTo(expected);
        }
    }

    private static PresenceState at(List<Piece> pieces, Instant instant) {
        var state = PresenceState.AWAY;
        for (var piece : pieces) {
            state = piece.start().isAfter(instant) ? state : piece.state();
        }
        return state;
    }

    private static List<Happening> events(Random random, int size) {
        var events = new ArrayList<Happening>();
        for (int i = 0; i < size; i++) {
            events.add(RandomEvents.happening(random, i));
        }
        return events;
    }

    private static List<Silence> silences(Random random) {
        var silences = new ArrayList<Silence>();
        for (var source : List.of("a", "b")) {
            int from = random.nextInt(60);
            int until = from + 1 + random.nextInt(30);
            silences.add(
                    new Silence(source, RandomEvents.second(from), RandomEvents.second(until)));
            if (random.nextBoolean()) {
                silences.add(
                        new Silence(
                                source,
                                RandomEvents.second(until + random.nextInt(10)),
                                Silence.OPEN));
            }
        }
        return silences;
    }
}
