package dev.rollcall.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rollcall.coaching.Effect.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EffectTests {

    private static final List<Pair> FIVE =
            List.of(
                    new Pair(80, 82),
                    new Pair(82, 83),
                    new Pair(84, 84),
                    new Pair(86, 89),
                    new Pair(88, 92));

    @Test
    void theEffectIsTheOwnChangeLessThatOfThePeers() {
        var effect = Effect.of(new Pair(84, 94), FIVE).orElseThrow();
        // The peers went from 84 to 86: two points came by themselves.
        assertThat(effect.peersBefore()).isEqualTo(84);
        assertThat(effect.peersAfter()).isEqualTo(86);
        assertThat(effect.difference()).isCloseTo(8, within(1e-9));
        // Changes 2, 1, 0, 3, 4: s = √2.5; 2.776 · √2.5 · √1.2.
        assertThat(effect.margin()).isCloseTo(4.808, within(0.001));
        assertThat(effect.isClear()).isTrue();
    }

    @Test
    void whatChanceExplainsIsNotCalledAnEffect() {
        assertThat(Effect.of(new Pair(84, 90), FIVE).orElseThrow().isClear()).isFalse();
        assertThat(Effect.of(new Pair(84, 81.1), FIVE).orElseThrow().isClear()).isTrue();
    }

    @Test
    void fewerThanFivePeersSayNothing() {
        assertThat(Effect.of(new Pair(84, 94), FIVE.subList(0, 4))).isEmpty();
        assertThat(Effect.of(new Pair(84, 94), List.of())).isEmpty();
    }

    @Test
    void onlyTheTenWhoWereClosestBeforeStandBeside() {
        var others = new ArrayList<Pair>();
        for (int i = 0; i < 10; i++) {
            others.add(new Pair(80 + i, 80 + i));
        }
        others.add(new Pair(20, 99));
        var effect = Effect.of(new Pair(84, 86), others).orElseThrow();
        assertThat(effect.peers()).isEqualTo(10);
        assertThat(effect.difference()).isEqualTo(2);
        assertThat(effect.margin()).isZero();
    }

    @Property(tries = 200)
    void whoeverChangesAsThePeersDoHasNoEffectWhateverTheOrder(
            @ForAll @IntRange(min = 5, max = 30) int count,
            @ForAll long seed,
            @ForAll @DoubleRange(min = -20, max = 20) double change) {
        var dice = new Random(seed);
        var others = new ArrayList<Pair>();
        for (int i = 0; i < count; i++) {
            double before = 50 + dice.nextDouble() * 40;
            others.add(new Pair(before, before + change));
        }
        var effect = Effect.of(new Pair(70, 70 + change), others).orElseThrow();
        assertThat(effect.difference()).isCloseTo(0, within(1e-9));
        assertThat(effect.peers()).isBetween(5, 10);
        Collections.shuffle(others, dice);
        var shuffled = Effect.of(new Pair(70, 70 + change), others).orElseThrow();
        assertThat(shuffled.peersBefore()).isCloseTo(effect.peersBefore(), within(1e-9));
    }
}
