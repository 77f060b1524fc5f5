package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.presence.Silence.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceTests {

    @Test
    void isSilentFromTheLastSignOnceThreeHeartbeatsAreMissed() {
        assertThat(silences(150, beat(0, 30), beat(30, 30), beat(60, 30))).isEmpty();
        assertThat(silences(151, beat(0, 30), beat(30, 30), beat(60, 30)))
                .containsExactly("60-open");
    }

    @Test
    void needsMoreThanThreeIntervals() {
        assertThat(silences(90, beat(0, 30))).isEmpty();
        assertThat(silences(91, beat(0, 30))).containsExactly("0-open");
    }

    @Test
    void endsWithTheNextSignOfLifeWhateverItIs() {
        assertThat(silences(250, beat(0, 30), event(200))).containsExactly("0-200");
    }

    @Test
    void countsEveryEventAsASignOfLife() {
        assertThat(silences(160, beat(0, 30), event(80))).isEmpty();
    }

    @Test
    void neverGoesStaleBeforeItsFirstHeartbeat() {
        assertThat(silences(700, event(0), event(500), beat(600, 60))).isEmpty();
    }

    @Test
    void neverGoesStaleWithoutHeartbeats() {
        assertThat(silences(1_000_000, event(0), event(500))).isEmpty();
    }

    @Test
    void takesTheIntervalOfTheLatestHeartbeat() {
        assertThat(silences(410, beat(0, 30), beat(60, 100), event(360))).isEmpty();
        assertThat(silences(410, beat(0, 100), beat(60, 30), event(360))).containsExactly("60-360");
    }

    @Test
    void dependsOnTheSetOfSignsOnly() {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var signs = new ArrayList<Sign>();
            for (int i = 0; i < 30; i++) {
                var interval =
                        random.nextInt(3) == 0 ? Integer.valueOf(5 + random.nextInt(20)) : null;
                signs.add(new Sign(second(random.nextInt(1_000)), null, "s" + i, interval));
            }
            var inOrder = Silence.of("a", signs, null, second(1_100));
            Collections.shuffle(signs, random);
            assertThat(Silence.of("a", signs, null, second(1_100))).isEqualTo(inOrder);
        }
    }

    private static List<String> silences(int evaluation, Sign... signs) {
        return Silence.of("a", List.of(signs), null, second(evaluation)).stream()
                .map(silence ->
                        silence.from().getEpochSecond()
                                + "-"
                                + (silence.until().equals(Silence.OPEN)
                                        ? "open"
                                        : "" + silence.until().getEpochSecond()))
                .toList();
    }

    private static Sign beat(int second, @Nullable Integer interval) {
        return new Sign(second(second), null, "beat-" + second, interval);
    }

    private static Sign event(int second) {
        return new Sign(second(second), null, "event-" + second, null);
    }

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }
}
