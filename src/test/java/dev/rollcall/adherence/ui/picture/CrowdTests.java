package dev.rollcall.adherence.ui.picture;

import static dev.rollcall.adherence.ui.picture.BoardRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.people.AgentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrowdTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Comparator<BoardRow> WORST_FIRST =
            BoardOrder.SEVERITY.comparator(Locale.ENGLISH);

    private Crowd crowd = new Crowd(_ -> true, _ -> true, WORST_FIRST);

    @BeforeEach
    void showFourPeople() {
        showFourPeople(_ -> true, _ -> true);
    }

    private void showFourPeople(Predicate<BoardRow> filter, Predicate<BoardRow> part) {
        crowd = new Crowd(filter, part, WORST_FIRST);
        crowd.load(LongStream.rangeClosed(1, 4).mapToObj(n -> row(n).make()).toList());
        crowd.arrange();
    }

    private Stream<Long> shown() {
        return crowd.arrangement().everybody().stream().map(AgentId::value);
    }

    private boolean isOut(long number) {
        var row = crowd.row(new AgentId(number));
        return row != null && Standing.of(row).isOut();
    }

    private void goesOut(long number) {
        crowd.take(List.of(row(number).state(State.OUT, MINUTE).sequence(2).make()));
    }

    /// How many rows a screen would see move if it took over the order everybody belongs in.
    private int moves() {
        var before = crowd.arrangement();
        crowd.arrange();
        return before.movesTo(crowd.arrangement());
    }

    @Test
    void changesRowsWhereTheyStand() {
        goesOut(3);
        assertThat(shown()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(isOut(3)).isTrue();
    }

    @Test
    void movesThemOnlyWhenItIsArranged() {
        goesOut(3);
        assertThat(crowd.arrange()).isTrue();
        assertThat(shown()).containsExactly(3L, 1L, 2L, 4L);
    }

    @Test
    void saysWhenNothingHasToMove() {
        goesOut(1);
        assertThat(crowd.arrange()).isFalse();
    }

    @Test
    void countsOnlyThoseThatWouldBePickedUp() {
        goesOut(4);
        assertThat(moves()).isEqualTo(1);
    }

    @Test
    void countsThoseWhoComeAndGo() {
        showFourPeople(_ -> true, row -> Show.IN.includes(row, BoardRowFixture.NOON, Set.of()));
        goesOut(2);
        crowd.take(List.of(row(9).make()));
        assertThat(moves()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatIsOlderThanWhatItKnows() {
        goesOut(2);
        crowd.take(List.of(row(2).sequence(1).make()));
        assertThat(isOut(2)).isTrue();
    }

    @Test
    void answersOnlyThoseWhoBelongThere() {
        showFourPeople(row -> row.agent().id().value() < 3, _ -> true);
        var taken = crowd.take(List.of(row(1).sequence(2).make(), row(4).sequence(2).make()));
        assertThat(taken).containsExactly(new AgentId(1));
    }

    @Test
    void keepsTheRowOfSomebodyWhoNoLongerBelongsThereUntilItIsArranged() {
        showFourPeople(row -> !Standing.of(row).isOut(), _ -> true);
        goesOut(2);
        assertThat(isOut(2)).isTrue();
        assertThat(crowd.everybody()).hasSize(3);
        crowd.arrange();
        assertThat(crowd.row(new AgentId(2))).isNull();
    }

    @Test
    void goesItsOwnWayFromACopy() {
        var copy = crowd.copy(_ -> true);
        goesOut(4);
        crowd.arrange();
        assertThat(shown()).containsExactly(4L, 1L, 2L, 3L);
        assertThat(copy.arrangement().everybody().stream().map(AgentId::value))
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(copy.tally(BoardRowFixture.NOON).out()).isZero();
    }

    @Test
    void forgetsWhoIsGoneAtTheNextReading() {
        crowd.load(List.of(row(2).make()));
        assertThat(shown()).hasSize(4);
        crowd.arrange();
        assertThat(shown()).containsExactly(2L);
    }

    /// However changes come, order and sums are those of a screen that has just been opened.
    @Test
    void standsAfterManyChangesAsIfItHadJustBeenLoaded() {
        var random = new Random(7);
        Predicate<BoardRow> some = row -> row.agent().id().value() % 7 != 0;
        Predicate<BoardRow> part = row -> Show.OUT.includes(row, BoardRowFixture.NOON, Set.of());
        for (var shownPart : List.<Predicate<BoardRow>>of(_ -> true, part)) {
            crowd = new Crowd(some, shownPart, WORST_FIRST);
            for (long sequence = 10; sequence < 400; sequence++) {
                var changed = new ArrayList<BoardRow>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    long number = 1 + random.nextInt(20);
                    var state = State.values()[random.nextInt(State.values().length)];
                    var since = MINUTE.multipliedBy(random.nextInt(9));
                    changed.removeIf(row -> row.agent().id().value() == number);
                    changed.add(row(number).state(state, since).sequence(sequence).make());
                }
                crowd.take(changed);
                var fresh = new Crowd(some, shownPart, WORST_FIRST);
                fresh.load(crowd.everybody());
                fresh.arrange();
                assertThat(crowd.tally(BoardRowFixture.NOON))
                        .isEqualTo(fresh.tally(BoardRowFixture.NOON));
                if (random.nextInt(3) == 0) {
                    boolean isRight =
                            crowd.arrangement().everybody().equals(fresh.arrangement().everybody());
                    assertThat(crowd.arrange()).isEqualTo(!isRight);
                    assertThat(crowd.arrangement().everybody())
                            .isEqualTo(fresh.arrangement().everybody());
                    assertThat(crowd.arrange()).isFalse();
                }
            }
        }
    }
}
