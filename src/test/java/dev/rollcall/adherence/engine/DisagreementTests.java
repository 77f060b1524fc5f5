package dev.rollcall.adherence.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How much of a day two judgements disagree about.
final class DisagreementTests {

    @Test
    void isNothingWhereBothSayTheSame() {
        var day = List.of(span(0, 8, Judgement.IN), span(8, 9, Judgement.OUT));

        assertThat(Disagreement.between(day, day)).isZero();
    }

    @Test
    void countsWhatIsJudgedOtherwiseHoweverItIsCut() {
        var then =
                List.of(
                        span(0, 3, Judgement.IN),
                        span(3, 5, Judgement.OUT),
                        span(5, 9, Judgement.IN));
        var now = List.of(span(0, 4, Judgement.IN), span(4, 9, Judgement.OUT));

        assertThat(Disagreement.between(then, now)).isEqualTo(Duration.ofHours(1 + 4));
    }

    @Test
    void takesSevereForOut() {
        var then = List.of(span(0, 1, Judgement.OUT));
        var now = List.of(span(0, 1, Judgement.SEVERE));

        assertThat(Disagreement.between(then, now)).isZero();
    }

    @Test
    void tellsForgivenFromOut() {
        var then = List.of(span(0, 1, Judgement.OUT));
        var now = List.of(span(0, 1, Judgement.GRACE));

        assertThat(Disagreement.between(then, now)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void saysWhereSomethingElseWasDoneOrJudged() {
        var then =
                List.of(
                        span(0, 3, Judgement.IN),
                        span(3, 5, Judgement.OUT),
                        span(5, 9, Judgement.IN));
        var now =
                List.of(
                        span(0, 2, Judgement.IN),
                        span(2, 3, "UNAVAILABLE/BREAK", Judgement.IN),
                        span(3, 4, Judgement.IN),
                        span(4, 6, Judgement.SEVERE),
                        span(6, 9, Judgement.IN));

        assertThat(Disagreement.spans(then, now)).containsExactly(hours(2, 4), hours(5, 6));
        assertThat(Disagreement.spans(then, then)).isEmpty();
    }

    private static TimeSpan hours(int from, int to) {
        return TimeSpan.of(
                span(from, to, Judgement.IN).start(), span(from, to, Judgement.IN).end());
    }

    private static JudgedSpan span(int from, int to, Judgement judgement) {
        return span(from, to, "AVAILABLE", judgement);
    }

    private static JudgedSpan span(int from, int to, String presence, Judgement judgement) {
        var midnight = Instant.parse("2026-03-02T00:00:00Z");
        return new JudgedSpan(
                midnight.plus(Duration.ofHours(from)),
                midnight.plus(Duration.ofHours(to)),
                presence,
                judgement);
    }
}
