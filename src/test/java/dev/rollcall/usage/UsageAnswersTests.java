package dev.rollcall.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.usage.Connections.Person;
import dev.rollcall.usage.UsageEvent.Action;
import dev.rollcall.usage.UsageEvent.GoalAchievementAlert;
import dev.rollcall.usage.UsageEvent.KpiCardView;
import dev.rollcall.usage.UsageEvent.Level;
import dev.rollcall.usage.UsageEvent.Metric;
import dev.rollcall.usage.UsageReport.Line;
import dev.rollcall.usage.UsageReport.Table;
import dev.rollcall.usage.UsageReport.Topic;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is kept of events, and what may be said of it.
class UsageAnswersTests {

    private static final ZonedDateTime MONDAY =
            ZonedDateTime.of(2026, 3, 2, 9, 31, 7, 0, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "285340, 200000",
        "0, 0",
        "0.5, 0",
        "1, 1",
        "1.99, 1",
        "5, 5",
        "99.99, 50",
        "432, 200"
    })
    void figuresAreKeptByTheStepBelowThem(BigDecimal exact, String kept) {
        assertThat(Kept.size(exact)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "0, FROM_0",
        "24.9, FROM_0",
        "25, FROM_25",
        "99.9, FROM_75",
        "100, FROM_100",
        "340, FROM_100",
        "-3, FROM_0",
        ", NONE"
    })
    void goalsAreKeptInQuarters(BigDecimal percent, String kept) {
        assertThat(Kept.goal(percent)).isEqualTo(kept);
    }

    @Test
    void momentsAreKeptToTheHour() {
        var kept = Kept.of(card(Metric.CALLS), MONDAY);
        assertThat(kept.hour()).isEqualTo(9);
        assertThat(kept.day()).isEqualTo(MONDAY.toLocalDate());
    }

    @Test
    void fourPeopleAreNoAnswerAndFiveAre() {
        var answers = new UsageAnswers();
        people(0, 5).forEach(each -> answers.add(each, Kept.of(card(Metric.CALLS), MONDAY)));
        people(0, 4).forEach(each -> answers.add(each, Kept.of(card(Metric.SERVICES), MONDAY)));

        var metrics = table(answers.tables(9, 4), Topic.METRIC);

        assertThat(metrics.lines()).containsExactly(new Line("CALLS", 5, 100));
        assertThat(metrics.somethingHidden()).isTrue();
        assertThat(answers.tables(4, 4)).isEmpty();
    }

    @Test
    void whoeverClicksAHundredTimesADayWeighsNoMore() {
        var answers = new UsageAnswers();
        people(0, 5).forEach(each -> answers.add(each, Kept.of(card(Metric.CALLS), MONDAY)));
        people(5, 10).forEach(each -> answers.add(each, Kept.of(card(Metric.PAYMENTS), MONDAY)));
        people(0, 100).forEach(_ -> answers.add(0, Kept.of(card(Metric.CALLS), MONDAY)));

        assertThat(table(answers.tables(10, 4), Topic.METRIC).lines())
                .extracting(Line::percent)
                .containsExactly(50, 50);
    }

    @Test
    void answersToAlertsStandBesideWhatTheyAnswer() {
        var answers = new UsageAnswers();
        var alert = new GoalAchievementAlert(Metric.CALLS, Level.BEHIND, Action.OPENED);
        people(0, 7).forEach(each -> answers.add(each, Kept.of(alert, MONDAY)));

        assertThat(table(answers.tables(12, 4), Topic.ACTION).lines())
                .containsExactly(new Line("BEHIND/OPENED", 5, 100));
    }

    @Property
    void nothingIsSaidOfFewerThanFive(
            @ForAll @Size(max = 60) List<@IntRange(max = 14) Integer> people,
            @ForAll @Size(value = 60) List<@IntRange(max = 4) Integer> metrics) {
        var answers = new UsageAnswers();
        var who = new HashMap<String, Set<Integer>>();
        for (int i = 0; i < people.size(); i++) {
            var metric = Metric.values()[metrics.get(i)];
            answers.add(people.get(i), Kept.of(card(metric), MONDAY.plusDays(i % 3)));
            who.computeIfAbsent(metric.name(), _ -> new HashSet<>()).add(people.get(i));
        }
        var tables = answers.tables(15, 4);
        for (var table : tables) {
            for (var line : table.lines()) {
                assertThat(line.people()).isGreaterThanOrEqualTo(5);
                assertThat(line.people() % 5).isZero();
                assertThat(line.percent()).isBetween(0, 100);
                if (table.topic() == Topic.METRIC) {
                    assertThat(who.get(line.key())).hasSizeGreaterThanOrEqualTo(line.people());
                }
            }
        }
    }

    // ------------------------------------------------------------------ the connection

    @Test
    void thoseWhoLookOftenAndGetFurtherGoTogether() {
        var people = IntStream.range(0, 12).mapToObj(i -> new Person(i, i * 2.0)).toList();
        var found = Connections.of(people).orElseThrow();
        assertThat(found.rank()).isEqualTo(1.0);
        assertThat(found.people()).isEqualTo(10);
        assertThat(found.often()).isEqualTo(18);
        assertThat(found.seldom()).isEqualTo(6);
    }

    @Test
    void nothingIsSaidOfNinePeopleOrOfAGroupOfFour() {
        assertThat(Connections.of(IntStream.range(0, 9).mapToObj(i -> new Person(i, i)).toList()))
                .isEmpty();
        assertThat(
                        Connections.of(
                                IntStream.range(0, 12)
                                        .mapToObj(i -> new Person(i < 4 ? 1 : 3, i))
                                        .toList()))
                .isEmpty();
    }

    @Test
    void nothingIsSaidWhenNobodyMoves() {
        assertThat(Connections.of(IntStream.range(0, 12).mapToObj(i -> new Person(i, 3)).toList()))
                .isEmpty();
    }

    @Property
    void theCoefficientStaysWithinItsBounds(
            @ForAll @Size(min = 10, max = 30) List<@IntRange(max = 20) Integer> days,
            @ForAll @Size(value = 30) List<@IntRange(min = -50, max = 50) Integer> changes) {
        var people =
                IntStream.range(0, days.size())
                        .mapToObj(i -> new Person(days.get(i), changes.get(i)))
                        .toList();
        Connections.of(people).ifPresent(found -> assertThat(found.rank()).isBetween(-1.0, 1.0));
    }

    private static KpiCardView card(Metric metric) {
        return new KpiCardView(metric, BigDecimal.TEN, null);
    }

    private static IntStream people(int from, int to) {
        return IntStream.range(from, to);
    }

    private static Table table(List<Table> tables, Topic topic) {
        return tables.stream().filter(each -> each.topic() == topic).findFirst().orElseThrow();
    }
}
