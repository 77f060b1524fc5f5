package dev.rollcall.adherence.ui.picture;

import static dev.rollcall.adherence.ui.picture.BoardRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.LiveState.State;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoardOrderTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Stream<Long> sorted(BoardOrder order, BoardRowFixture... rows) {
        return Stream.of(rows)
                .map(BoardRowFixture::make)
                .sorted(order.comparator(Locale.ENGLISH))
                .map((BoardRow row) -> row.agent().id().value());
    }

    @Test
    void putsTheWorstFirst() {
        assertThat(
                        sorted(
                                BoardOrder.SEVERITY,
                                row(1),
                                row(2).state(State.NOT_SCHEDULED, MINUTE),
                                row(3).state(State.GRACE, MINUTE),
                                row(4).state(State.UNKNOWN, MINUTE),
                                row(5).state(State.SEVERE, MINUTE),
                                row(6).state(State.OUT, MINUTE)))
                .containsExactly(5L, 6L, 3L, 4L, 1L, 2L);
    }

    @Test
    void putsMissingWorkBeforeTooMuchOfIt() {
        assertThat(
                        sorted(
                                BoardOrder.SEVERITY,
                                row(1).state(State.OUT, MINUTE.multipliedBy(9))
                                        .impact(Impact.POSITIVE),
                                row(2).state(State.OUT, MINUTE.multipliedBy(5)),
                                row(3).state(State.OUT, MINUTE).impact(Impact.NEGATIVE)))
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void putsTheLongestOutFirstAmongEquals() {
        assertThat(
                        sorted(
                                BoardOrder.SEVERITY,
                                row(1).state(State.OUT, MINUTE),
                                row(2).state(State.OUT, MINUTE.multipliedBy(7))))
                .containsExactly(2L, 1L);
    }

    @Test
    void endsWithNamesInTheOrderOfTheAlphabet() {
        assertThat(
                        sorted(
                                BoardOrder.SEVERITY,
                                row(1).named("Zoë"),
                                row(2).named("Åsa"),
                                row(3).named("bert")))
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    void putsTheLowestScoreFirstAndNoScoreLast() {
        assertThat(
                        sorted(
                                BoardOrder.SCORE,
                                row(1).nothingPlanned(),
                                row(2),
                                row(3).score(MINUTE, MINUTE)))
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void putsTheMostTimeOutFirstOnADayThatIsOver() {
        assertThat(
                        sorted(
                                BoardOrder.SEVERITY,
                                row(1).dayOver().score(MINUTE, MINUTE),
                                row(2).dayOver(),
                                row(3).dayOver().score(MINUTE, MINUTE.multipliedBy(8))))
                .containsExactly(3L, 1L, 2L);
    }
}
