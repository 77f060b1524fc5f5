package dev.rollcall.adherence.ui.board;

import static dev.rollcall.adherence.ui.board.BoardRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.ui.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardModelTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BoardModel model = new BoardModel();

    @BeforeEach
    void showFourPeople() {
        model.look(_ -> true, _ -> true, BoardOrder.SEVERITY.comparator(Locale.ENGLISH));
        model.load(LongStream.rangeClosed(1, 4).mapToObj(n -> row(n).make()).toList());
        model.arrange();
    }

    private Stream<Long> shown() {
        return model.rows().stream().map(row -> row.agent().id().value());
    }

    private void goesOut(long number) {
        model.take(List.of(row(number).state(State.OUT, MINUTE).sequence(2).make()));
    }

    @Test
    void changesRowsWhereTheyStand() {
        goesOut(3);
        assertThat(shown()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(Standing.of(model.rows().get(2)).isOut()).isTrue();
    }

    @Test
    void movesThemOnlyWhenItIsArranged() {
        goesOut(3);
        assertThat(model.arrange()).isTrue();
        assertThat(shown()).containsExactly(3L, 1L, 2L, 4L);
    }

    @Test
    void saysWhenNothingHasToMove() {
        goesOut(1);
        assertThat(model.arrange()).isFalse();
    }

    @Test
    void countsOnlyThoseThatWouldBePickedUp() {
        goesOut(4);
        assertThat(model.moves()).isEqualTo(1);
    }

    @Test
    void countsThoseWhoComeAndGo() {
        model.look(
                _ -> true,
                row -> Show.IN.includes(row, BoardRowFixture.NOON, Set.of()),
                BoardOrder.SEVERITY.comparator(Locale.ENGLISH));
        model.arrange();
        goesOut(2);
        model.take(List.of(row(9).make()));
        assertThat(model.moves()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatIsOlderThanWhatItKnows() {
        goesOut(2);
        model.take(List.of(row(2).sequence(1).make()));
        assertThat(Standing.of(model.rows().get(1)).isOut()).isTrue();
    }

    @Test
    void answersOnlyRowsThatAreShown() {
        model.look(
                row -> row.agent().id().value() < 3,
                _ -> true,
                BoardOrder.NAME.comparator(Locale.ENGLISH));
        model.arrange();
        var redrawn = model.take(List.of(row(1).sequence(2).make(), row(4).sequence(2).make()));
        assertThat(redrawn).extracting(row -> row.agent().id().value()).containsExactly(1L);
    }

    @Test
    void forgetsWhoIsGoneAtTheNextReading() {
        model.load(List.of(row(2).make()));
        assertThat(shown()).hasSize(4);
        model.arrange();
        assertThat(shown()).containsExactly(2L);
    }

    @Test
    void findsTheNextPersonWhoIsOutAndStartsOver() {
        goesOut(2);
        goesOut(4);
        assertThat(model.nextOut(-1)).hasValue(1);
        assertThat(model.nextOut(1)).hasValue(3);
        assertThat(model.nextOut(3)).hasValue(1);
    }

    @Test
    void findsThePreviousPersonWhoIsOutAndStartsOver() {
        goesOut(2);
        goesOut(4);
        assertThat(model.previousOut(-1)).hasValue(3);
        assertThat(model.previousOut(3)).hasValue(1);
        assertThat(model.previousOut(1)).hasValue(3);
    }

    @Test
    void findsNobodyWhenAllIsWell() {
        assertThat(model.nextOut(0)).isEmpty();
    }

    /// However changes come, order and sums are those of a screen that has just been opened.
    @Test
    void standsAfterManyChangesAsIfItHadJustBeenLoaded() {
        var random = new Random(7);
        var order = BoardOrder.SEVERITY.comparator(Locale.ENGLISH);
        Predicate<BoardRow> some = row -> row.agent().id().value() % 7 != 0;
        Predicate<BoardRow> part = row -> Show.OUT.includes(row, BoardRowFixture.NOON, Set.of());
        for (var shownPart : List.<Predicate<BoardRow>>of(_ -> true, part)) {
            model.look(some, shownPart, order);
            for (long sequence = 10; sequence < 400; sequence++) {
                var changed = new ArrayList<BoardRow>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    long number = 1 + random.nextInt(20);
                    var state = State.values()[random.nextInt(State.values().length)];
                    var since = MINUTE.multipliedBy(random.nextInt(9));
                    changed.removeIf(row -> row.agent().id().value() == number);
                    changed.add(row(number).state(state, since).sequence(sequence).make());
                }
                model.take(changed);
                var fresh = new BoardModel();
                fresh.look(some, shownPart, order);
                fresh.load(model.everybody());
                fresh.arrange();
                assertThat(model.tally(BoardRowFixture.NOON))
                        .isEqualTo(fresh.tally(BoardRowFixture.NOON));
                if (random.nextInt(3) == 0) {
                    boolean moves = model.moves() > 0;
                    assertThat(model.arrange()).isEqualTo(moves);
                    assertThat(model.rows()).isEqualTo(fresh.rows());
                    assertThat(model.moves()).isZero();
                }
            }
        }
    }
}
