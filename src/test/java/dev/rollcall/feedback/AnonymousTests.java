package dev.rollcall.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.feedback.Anonymous.Given;
import dev.rollcall.feedback.FeedbackTable.Mention;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Nothing that is told without names is of fewer than five, however somebody combines it.
class AnonymousTests {

    private static List<Given> answers(List<Integer> sizes) {
        var answers = new ArrayList<Given>();
        for (int piece = 0; piece < sizes.size(); piece++) {
            for (int i = 0; i < sizes.get(piece); i++) {
                answers.add(new Given(piece, List.of(1 + i % 5)));
            }
        }
        return answers;
    }

    @Property
    void whateverIsToldOrLeftOverIsOfFiveAnswersOrNone(
            @ForAll @Size(max = 6) List<@IntRange(max = 12) Integer> sizes) {
        var answers = answers(sizes);
        var told = Anonymous.told(answers, sizes.size());
        int all = answers.size();
        // Any sum of told parts, and what it leaves of the whole where the whole is told, too.
        var parts = told.stream().filter(each -> each >= 0).toList();
        for (int choice = 0; choice < 1 << parts.size(); choice++) {
            int sum = 0;
            for (int i = 0; i < parts.size(); i++) {
                if ((choice & 1 << i) != 0) {
                    sum += sizes.get(parts.get(i));
                }
            }
            assertThat(sum == 0 || sum >= Anonymous.LEAST).isTrue();
            if (told.contains(-1)) {
                int rest = all - sum;
                assertThat(rest == 0 || rest >= Anonymous.LEAST).isTrue();
            }
        }
        assertThat(told.contains(-1)).isEqualTo(all >= Anonymous.LEAST);
    }

    @Property
    void everyPartOfThoseAskedHasFivePeopleAndNobodyIsLeftOut(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 12) Integer> sizes) {
        var byUnit = new LinkedHashMap<Integer, Set<Integer>>();
        for (int unit = 0; unit < sizes.size(); unit++) {
            byUnit.put(
                    unit, IntStream.range(0, sizes.get(unit)).boxed().collect(Collectors.toSet()));
        }
        var pieces = Anonymous.pieces(byUnit);
        int all = sizes.stream().mapToInt(each -> each).sum();
        if (all < Anonymous.LEAST) {
            assertThat(pieces).isEmpty();
            return;
        }
        var seen = new HashSet<Integer>();
        for (var piece : pieces) {
            assertThat(piece.stream().mapToInt(sizes::get).sum())
                    .isGreaterThanOrEqualTo(Anonymous.LEAST);
            piece.forEach(unit -> assertThat(seen.add(unit)).isTrue());
        }
        assertThat(seen).isEqualTo(byUnit.keySet());
    }

    @Property
    void noThemeTellsOfFewerThanFivePeople(
            @ForAll @Size(max = 60) List<@IntRange(max = 29) Integer> people) {
        var mentions =
                people.stream()
                        .map(each ->
                                new Mention(
                                        new AgentId(each), each % 2 == 0 ? "A" : "B", Kind.PRAISE))
                        .toList();
        var themes = Themes.of(mentions, AnonymousTests::unit);
        for (var tag : List.of("A", "B")) {
            var all = people(mentions, tag, null);
            for (var theme : themes) {
                if (!theme.tag().equals(tag)) {
                    continue;
                }
                var counted = people(mentions, tag, theme.unit());
                assertThat(counted.size()).isGreaterThanOrEqualTo(Themes.LEAST);
                var rest = new HashSet<>(all);
                rest.removeAll(counted);
                assertThat(rest.isEmpty() || rest.size() >= Themes.LEAST).isTrue();
            }
        }
    }

    private static UnitId unit(AgentId agent) {
        return new UnitId(1 + agent.value() % 3);
    }

    private static Set<AgentId> people(List<Mention> mentions, String tag, @Nullable UnitId unit) {
        return mentions.stream()
                .filter(each -> each.tag().equals(tag))
                .map(Mention::agent)
                .filter(each -> unit == null || unit(each).equals(unit))
                .collect(Collectors.toSet());
    }

    @Test
    void aUnitThatWouldLeaveTooFewOfTheWholeIsNotTold() {
        assertThat(Anonymous.told(answers(List.of(8, 4)), 2)).containsExactly(-1);
        assertThat(Anonymous.told(answers(List.of(8, 5)), 2)).containsExactly(-1, 0, 1);
        assertThat(Anonymous.told(answers(List.of(4)), 1)).isEmpty();
        assertThat(Anonymous.told(List.of(), 1)).isEmpty();
    }

    @Test
    void meansHaveOneDecimalRoundedHalfUp() {
        var answers =
                List.of(
                        new Given(0, List.of(1, 5)),
                        new Given(0, List.of(2, 5)),
                        new Given(0, List.of(2, 5)),
                        new Given(0, List.of(4, 4)));
        assertThat(Anonymous.means(answers, 2))
                .extracting(Object::toString)
                .containsExactly("2.3", "4.8");
    }
}
