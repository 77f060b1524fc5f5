package dev.rollcall.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Of which teams figures may be told, so that no two, and no more of them, tell of fewer than
/// five.
class TellableTests {

    private static final int FEWEST = 5;

    private static Set<Integer> people(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toSet());
    }

    private static LinkedHashMap<String, Set<Integer>> teams() {
        return new LinkedHashMap<>();
    }

    // ------------------------------------------------------------------ examples

    @Test
    void leavesOutATeamOfFour() {
        var teams = teams();
        teams.put("four", people(0, 4));
        teams.put("five", people(4, 9));
        assertThat(Tellable.of(teams, FEWEST)).containsExactly("five");
    }

    @Test
    void leavesOutWhatWouldGiveASmallTeamAwayByTakingTheOthersOff() {
        var teams = teams();
        teams.put("large", people(0, 40));
        teams.put("small", people(40, 43));
        teams.put("all", people(0, 43));
        assertThat(Tellable.of(teams, FEWEST)).containsExactly("large");
    }

    @Test
    void tellsOfAllWhereThoseNotInAnyTeamAreEnough() {
        var teams = teams();
        teams.put("one", people(0, 6));
        teams.put("other", people(6, 12));
        teams.put("all", people(0, 17));
        assertThat(Tellable.of(teams, FEWEST)).containsExactly("one", "other", "all");
    }

    @Test
    void leavesOutTheSecondOfTwoThatShareTooFew() {
        var teams = teams();
        teams.put("one", people(0, 10));
        teams.put("other", people(7, 20));
        assertThat(Tellable.of(teams, FEWEST)).containsExactly("one");
    }

    @Test
    void tellsOfTheSamePeopleTwice() {
        var teams = teams();
        teams.put("unit", people(0, 7));
        teams.put("group", people(0, 7));
        assertThat(Tellable.of(teams, FEWEST)).containsExactly("unit", "group");
    }

    // ------------------------------------------------------------------ whatever somebody makes of
    // them

    /// What somebody may do with what they were told, step by step.
    record Step(int kind, int other) {}

    @Provide
    Arbitrary<List<Set<Integer>>> anyTeams() {
        return Arbitraries.integers().between(0, 29).set().ofMinSize(1).list().ofMaxSize(9);
    }

    @Provide
    Arbitrary<List<Step>> anySteps() {
        return Arbitraries.integers()
                .between(0, 2)
                .flatMap(kind ->
                        Arbitraries.integers().between(0, 8).map(other -> new Step(kind, other)))
                .list()
                .ofMaxSize(12);
    }

    private static List<Set<Integer>> told(List<Set<Integer>> any) {
        var teams = new LinkedHashMap<Integer, Set<Integer>>();
        for (int i = 0; i < any.size(); i++) {
            teams.put(i, any.get(i));
        }
        return Tellable.of(teams, FEWEST).stream().map(any::get).toList();
    }

    @Property(tries = 3000)
    void nothingThatIsAddedTakenOffOrSharedIsOfFewerThanFive(
            @ForAll("anyTeams") List<Set<Integer>> any, @ForAll("anySteps") List<Step> steps) {
        var told = told(any);
        Set<Integer> made = new HashSet<>();
        for (var step : steps) {
            if (step.other() < told.size()) {
                var other = told.get(step.other());
                switch (step.kind()) {
                    case 0 -> made.addAll(other);
                    case 1 -> made.removeAll(other);
                    default -> made.retainAll(other);
                }
                assertThat(made.size()).isNotIn(1, 2, 3, 4);
            }
        }
    }

    @Property(tries = 3000)
    void noSumOfWeightedSumsIsOfFewerThanFive(
            @ForAll("anyTeams") List<Set<Integer>> any, @ForAll("weights") List<Integer> weights) {
        var told = told(any);
        var left = new ArrayList<Integer>();
        for (int person = 0; person < 30; person++) {
            int weight = 0;
            for (int i = 0; i < told.size(); i++) {
                weight += told.get(i).contains(person) ? weights.get(i) : 0;
            }
            if (weight != 0) {
                left.add(person);
            }
        }
        assertThat(left.size()).isNotIn(1, 2, 3, 4);
    }

    @Provide
    Arbitrary<List<Integer>> weights() {
        return Arbitraries.integers().between(-2, 2).list().ofSize(9);
    }

    @Property(tries = 300)
    void theFirstTeamOfEnoughPeopleIsAlwaysTold(@ForAll("anyTeams") List<Set<Integer>> any) {
        var first = any.stream().filter(team -> team.size() >= FEWEST).findFirst();
        assertThat(told(any).stream().findFirst()).isEqualTo(first);
    }
}
