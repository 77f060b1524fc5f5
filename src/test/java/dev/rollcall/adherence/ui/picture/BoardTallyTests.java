package dev.rollcall.adherence.ui.picture;

import static dev.rollcall.adherence.ui.picture.BoardRowFixture.NOON;
import static dev.rollcall.adherence.ui.picture.BoardRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.LiveState.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTallyTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void countsGraceAsInAdherence() {
        var tally =
                BoardTally.of(
                        List.of(
                                row(1).make(),
                                row(2).state(State.GRACE, Duration.ofSeconds(30)).make(),
                                row(3).state(State.OUT, Duration.ofMinutes(6)).make(),
                                row(4).state(State.UNKNOWN, HOUR).make(),
                                row(5).state(State.NOT_SCHEDULED, HOUR).make()),
                        NOON);
        assertThat(tally.in()).isEqualTo(2);
        assertThat(tally.scheduled()).isEqualTo(4);
        assertThat(tally.inPercent()).contains(new BigDecimal("50"));
        assertThat(tally.unknown()).isEqualTo(1);
        assertThat(tally.off()).isEqualTo(1);
    }

    @Test
    void splitsThoseWhoAreOutByHowLong() {
        var tally =
                BoardTally.of(
                        List.of(
                                row(1).state(State.OUT, Duration.ofSeconds(299)).make(),
                                row(2).state(State.OUT, Duration.ofMinutes(5)).make(),
                                row(3).state(State.OUT, Duration.ofMinutes(14)).make(),
                                row(4).state(State.SEVERE, Duration.ofMinutes(16)).make()),
                        NOON);
        assertThat(tally.outBriefly()).isEqualTo(1);
        assertThat(tally.outLonger()).isEqualTo(2);
        assertThat(tally.severe()).isEqualTo(1);
        assertThat(tally.out()).isEqualTo(4);
    }

    @Test
    void addsSecondsInsteadOfAveragingPercents() {
        var tally =
                BoardTally.of(
                        List.of(
                                row(1).score(HOUR.multipliedBy(9), HOUR).make(),
                                row(2).score(Duration.ofMinutes(6), Duration.ofMinutes(54)).make()),
                        NOON);
        assertThat(tally.score()).contains(new BigDecimal("82.7"));
    }

    @Test
    void countsUnscheduledWorkAsOutButNotAsScheduled() {
        var unscheduled = row(1).nothingPlanned().state(State.OUT, HOUR).make();
        var tally = BoardTally.of(List.of(unscheduled, row(2).make()), NOON);
        assertThat(tally.out()).isEqualTo(1);
        assertThat(tally.scheduled()).isEqualTo(1);
    }

    @Test
    void hasNoPercentWhenNobodyIsScheduled() {
        var tally =
                BoardTally.of(
                        List.of(row(1).nothingPlanned().state(State.NOT_SCHEDULED, HOUR).make()),
                        NOON);
        assertThat(tally.inPercent()).isEmpty();
        assertThat(tally.score()).isEmpty();
    }

    @Test
    void isEmptyWhenItIsAboutNobody() {
        assertThat(BoardTally.of(List.of(), NOON).isEmpty()).isTrue();
        var off = row(1).nothingPlanned().state(State.NOT_SCHEDULED, HOUR).make();
        assertThat(BoardTally.of(List.of(off), NOON).isEmpty()).isFalse();
    }

    @Test
    void judgesADayThatIsOverByItsScore() {
        var tally =
                BoardTally.of(
                        List.of(
                                row(1).dayOver().make(),
                                row(2).dayOver().score(HOUR, Duration.ofMinutes(4)).make(),
                                row(3).dayOver().score(HOUR, Duration.ofMinutes(40)).make(),
                                row(4).dayOver().nothingPlanned().make()),
                        NOON);
        assertThat(tally.in()).isEqualTo(1);
        assertThat(tally.scheduled()).isEqualTo(3);
        assertThat(tally.outBriefly()).isEqualTo(1);
        assertThat(tally.outLonger()).isEqualTo(1);
        assertThat(tally.off()).isEqualTo(1);
    }
}
