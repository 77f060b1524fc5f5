package dev.rollcall.adherence.ui.picture;

import static dev.rollcall.adherence.ui.picture.BoardRowFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.LiveState.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncerTests {

    private final Announcer announcer = new Announcer();

    private static BoardRow in(long number) {
        return row(number).make();
    }

    private static BoardRow out(long number, int minutes) {
        return row(number).state(State.OUT, Duration.ofMinutes(minutes)).make();
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void tellsWhoWentOutAndWhoStandsWorst() {
        announcer.start(List.of(in(1), in(2), out(3, 60)));
        var summary = announcer.hear(List.of(out(1, 3), out(2, 18), out(3, 60)), 0).orElseThrow();
        assertThat(summary.people()).isEqualTo(2);
        assertThat(summary.worst().agent().id().value()).isEqualTo(2);
    }

    @Test
    void saysNothingOfThoseWhoWereOutBefore() {
        announcer.start(List.of(out(1, 5)));
        assertThat(announcer.hear(List.of(out(1, 6)), 0)).isEmpty();
    }

    @Test
    void gathersWhatHappensWithinTenSeconds() {
        announcer.start(List.of(in(1), in(2), in(3)));
        announcer.hear(List.of(out(1, 2), in(2), in(3)), 0);
        assertThat(announcer.hear(List.of(out(1, 2), out(2, 2), in(3)), seconds(4))).isEmpty();
        var summary =
                announcer.hear(List.of(out(1, 2), out(2, 2), out(3, 2)), seconds(10)).orElseThrow();
        assertThat(summary.people()).isEqualTo(2);
    }

    @Test
    void hearsOfSomeWithoutForgettingTheOthers() {
        announcer.start(List.of(in(1), in(2), in(3)));
        announcer.hear(List.of(out(1, 2), in(2), in(3)), 0);
        assertThat(announcer.hearOf(List.of(out(2, 2)), seconds(4))).isEmpty();
        var summary = announcer.hearOf(List.of(out(1, 3), out(3, 9)), seconds(10)).orElseThrow();
        assertThat(summary.people()).isEqualTo(2);
    }

    @Test
    void forgetsWhoCameBackInTheMeantime() {
        announcer.start(List.of(in(1), in(2)));
        announcer.hear(List.of(out(1, 2), in(2)), 0);
        announcer.hear(List.of(out(1, 2), out(2, 2)), seconds(4));
        assertThat(announcer.hear(List.of(out(1, 2), in(2)), seconds(10))).isEmpty();
    }
}
