package dev.rollcall.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawTests {

    private static List<Long> numbers(int count, int from) {
        return LongStream.range(from, from + count).boxed().toList();
    }

    /// Written down once: another machine, another year and another order draw the same.
    @Test
    void drawsTheSameForEver() {
        var candidates = Map.of(7L, numbers(9, 100), 3L, numbers(20, 500), 12L, numbers(1, 900));
        assertThat(new TreeMap<>(Draw.pick(candidates, 2, 20_260_302L)))
                .hasToString("{3=[502, 504], 7=[102, 104], 12=[900]}");
    }

    @Property(tries = 200)
    void drawsAsManyAsAskedForAndOnlyWhatThereIs(
            @ForAll @IntRange(max = 30) int some,
            @ForAll @IntRange(max = 30) int others,
            @ForAll @IntRange(min = 1, max = 20) int each,
            @ForAll long seed) {
        var mine = numbers(some, 10);
        var theirs = numbers(others, 1000);
        var candidates = Map.of(1L, mine, 2L, theirs);
        var drawn = Draw.pick(candidates, each, seed);
        assertThat(drawn.get(1L))
                .hasSize(Math.min(some, each))
                .doesNotHaveDuplicates()
                .isSubsetOf(mine);
        assertThat(drawn.get(2L)).hasSize(Math.min(others, each)).doesNotHaveDuplicates();
        assertThat(Draw.pick(candidates, each, seed)).isEqualTo(drawn);
        assertThat(Draw.pick(Map.of(1L, mine.reversed(), 2L, theirs), each, seed)).isEqualTo(drawn);
    }

    @Test
    void everyCandidateHasAChance() {
        var counts = new int[10];
        for (long seed = 0; seed < 2_000; seed++) {
            Draw.pick(Map.of(1L, numbers(10, 0)), 1, seed * 7_919)
                    .values()
                    .forEach(drawn -> counts[drawn.getFirst().intValue()]++);
        }
        for (int count : counts) {
            assertThat(count).isBetween(140, 260);
        }
    }

    // ------------------------------------------------------------------ agreement

    private static final Sheet SHEET =
            new Sheet(
                    "Card",
                    "",
                    List.of(
                            new Category(
                                    "c",
                                    "C",
                                    BigDecimal.ONE,
                                    false,
                                    List.of(question("one"), question("two")))));

    private static Question question(String key) {
        return new Question(
                key,
                key,
                "",
                Question.Kind.SCALE,
                BigDecimal.ONE,
                true,
                false,
                BigDecimal.ZERO,
                LongStream.range(0, 5)
                        .mapToObj(i -> new Question.Option(BigDecimal.valueOf(i), "" + i, ""))
                        .toList(),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    @Test
    void saysHowFarEvaluatorsAgree() {
        var result =
                Agreement.of(
                        SHEET,
                        Map.of(
                                "Ann", Map.of("one", Answer.of(4), "two", Answer.of(2)),
                                "Ben", Map.of("one", Answer.of(4), "two", Answer.of(0)),
                                "Cid", Map.of("one", Answer.of(4), "two", Answer.skipped())),
                        "Ben");
        assertThat(result.scorers()).containsExactly("Ben", "Ann", "Cid");
        assertThat(result.questions().getFirst().spread()).isEqualByComparingTo("0");
        assertThat(result.questions().getFirst().same()).isEqualByComparingTo("100");
        assertThat(result.questions().getLast().spread()).isEqualByComparingTo("50");
        assertThat(result.questions().getLast().same()).isEqualByComparingTo("0");
        assertThat(result.off(0)).isEmpty();
        assertThat(result.off(1)).contains(new BigDecimal("25.00"));
    }

    // ------------------------------------------------------------------ figures

    @Test
    void comparesAnEvaluatorWithAllTheOthers() {
        record One(String evaluator, String score, boolean failed) {}
        var all =
                List.of(
                        new One("Ann", "100", false),
                        new One("Ann", "80", false),
                        new One("Ben", "60", false),
                        new One("Ben", "0", true));
        var lines =
                Figures.lines(
                        all,
                        one -> List.of(one.evaluator()),
                        one -> new Figures.Scored(new BigDecimal(one.score()), one.failed()));
        assertThat(lines).extracting(QualityReport.Line::name).containsExactly("Ann", "Ben");
        assertThat(lines.getFirst().mean()).isEqualByComparingTo("90");
        assertThat(lines.getFirst().spread()).isEqualByComparingTo("14.14");
        assertThat(lines.getFirst().against()).isEqualByComparingTo("60");
        assertThat(lines.getLast().failed()).isEqualTo(1);
    }
}
