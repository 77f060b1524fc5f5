package dev.rollcall.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTests {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private static Objective figure(String start, String target, @Nullable String current) {
        return new Objective(
                1,
                "Quality",
                new BigDecimal(start),
                new BigDecimal(target),
                current == null ? null : new BigDecimal(current),
                "%",
                null);
    }

    private static Objective deed(boolean done) {
        return new Objective(1, "Said it", null, null, null, "", done ? AT : null);
    }

    private static PlanGoal goal(long number, @Nullable Side dropped, Objective... objectives) {
        return new PlanGoal(
                number,
                "Goal",
                null,
                Agreement.writtenBy(Side.LEAD, AT),
                null,
                dropped,
                null,
                List.of(objectives));
    }

    private static PlanStep step(@Nullable Long goal, boolean done) {
        return new PlanStep(
                1,
                PlanStep.Kind.ACTION,
                goal,
                Side.PERSON,
                "Do it",
                LocalDate.of(2026, 3, 9),
                "",
                null,
                done ? AT : null);
    }

    @ParameterizedTest(name = "from {0} to {1}, now {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    78, 90,     , 0
                    78, 90, 78  , 0
                    78, 90, 84  , 0.5
                    78, 90, 90  , 1
                    78, 90, 95  , 1
                    78, 90, 70  , 0
                    300, 240, 270, 0.5
                    300, 240, 240, 1
                    300, 240, 330, 0
                    """)
    void aFigureIsAsFarAsItsWay(
            String start, String target, @Nullable String current, BigDecimal share) {
        assertThat(Progress.share(figure(start, target, current))).isEqualByComparingTo(share);
    }

    @ParameterizedTest(name = "objectives {0}, steps {1}: {2} %")
    @CsvSource(
            textBlock =
                    """
                    yes     ,     , 100
                    no      ,     , 0
                    yes no  ,     , 50
                    yes no  , yes , 66
                    no      , yes , 50
                            , no  , 0
                    yes yes , yes , 100
                    """)
    void aGoalIsTheMeanOfWhatTellsAndWhatIsDone(
            @Nullable String objectives, @Nullable String steps, int percent) {
        var goal =
                goal(
                        7,
                        null,
                        words(objectives).stream()
                                .map(each -> deed(each.equals("yes")))
                                .toArray(Objective[]::new));
        var done = words(steps).stream().map(each -> step(7L, each.equals("yes"))).toList();
        assertThat(Progress.of(goal, done)).hasValue(percent);
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    @Test
    void goalsCountTheSameAndWhatIsForNoneIsOneTogether() {
        var reached = goal(1, null, deed(true));
        var open = goal(2, null, deed(false), deed(false), deed(false));
        assertThat(Progress.of(List.of(reached, open), List.of())).hasValue(50);
        assertThat(
                        Progress.of(
                                List.of(reached, open),
                                List.of(step(null, true), step(null, false))))
                .hasValue(50);
        assertThat(Progress.of(List.of(reached, goal(2, Side.LEAD, deed(false))), List.of()))
                .hasValue(100);
    }

    @Test
    void thereIsNoneWhereNothingSaysHowOneCouldTell() {
        assertThat(Progress.of(List.of(), List.of())).isEmpty();
        assertThat(Progress.of(List.of(goal(1, null)), List.of())).isEmpty();
        assertThat(Progress.of(goal(1, null), List.of(step(2L, true), step(null, true)))).isEmpty();
    }

    @Test
    void allIsDoneWhenItIsAndNotBefore() {
        var goals = new ArrayList<PlanGoal>();
        for (int i = 0; i < 7; i++) {
            goals.add(goal(i, null, deed(true), deed(true), deed(true)));
        }
        assertThat(Progress.of(goals, List.of())).hasValue(100);
        goals.set(3, goal(3, null, figure("0", "1000000", "999999.99")));
        assertThat(Progress.of(goals, List.of())).hasValue(99);
    }
}
