package dev.rollcall.adherence.engine;

import static dev.rollcall.adherence.engine.ToldDay.aDay;
import static dev.rollcall.adherence.engine.ToldDay.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTests {

    private static final String PLAN = "WORK 08:00-16:00, LUNCH 12:00-12:30";

    @Test
    void knowsTheWholeRunAnInstantLiesIn() {
        var found =
                aDay().planned(PLAN)
                        .was("AVAILABLE, 09:00 UNAVAILABLE/BREAK, 09:05 AWAY, 09:10 AVAILABLE")
                        .forgiven("MINIMUM_EXCEPTION 120")
                        .found("09:06");

        assertThat(found.run()).isEqualTo(TimeSpan.of(time("09:00"), time("09:10")));
        assertThat(found.judgement()).isEqualTo(Judgement.OUT);
        assertThat(found.judged().start()).isEqualTo(time("09:05"));
        assertThat(found.grace()).isEqualTo(new Grace.MinimumException(Duration.ofSeconds(120)));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    forgiven by grace        | 09:00:30 | AVAILABLE, 09:00 AWAY, 09:01 AVAILABLE | GRACE
                    excused                  | 10:05    | AVAILABLE, 10:00 AWAY, 10:10 AVAILABLE | EXCUSED
                    as planned               | 09:00    | AVAILABLE                              | IN
                    silent                   | 09:00    | UNKNOWN                                | UNKNOWN
                    silent, nothing planned  | 07:00    | UNKNOWN                                | UNKNOWN
                    working, nothing planned | 07:00    | AVAILABLE                              | UNSCHEDULED
                    away, nothing planned    | 07:00    | AWAY                                   | OFF
                    """)
    void tellsHowAnInstantReads(String what, String at, String presences, Judgement expected) {
        var found =
                aDay().planned(PLAN)
                        .was(presences)
                        .forgiven("MINIMUM_EXCEPTION 120")
                        .excused("10:00-10:10")
                        .found(at);
        assertThat(found.judgement()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WORK  | AVAILABLE | WORK AVAILABLE IN
                    WORK  | AWAY      | WORK * OUT
                    LUNCH | AVAILABLE | * AVAILABLE NEUTRAL
                    LUNCH | AWAY      | * * IN
                    """)
    void namesTheRuleThatDecided(String activity, String presence, String rule) {
        var mapping =
                new Mapping(
                        java.util.List.of(
                                new MappingRule("*", "*", Verdict.IN),
                                new MappingRule("*", "AVAILABLE", Verdict.NEUTRAL),
                                new MappingRule("WORK", "*", Verdict.IN),
                                new MappingRule("WORK", "*", Verdict.OUT),
                                new MappingRule("WORK", "AVAILABLE", Verdict.IN)));
        assertThat(mapping.rule(activity, presence))
                .map(r -> "%s %s %s".formatted(r.activity(), r.presence(), r.verdict()))
                .contains(rule);
    }

    @Test
    void namesNoRuleWhereNobodyDecided() {
        var found =
                aDay().planned(PLAN)
                        .was("UNAVAILABLE/OTHER")
                        .mapped("WORK AVAILABLE IN")
                        .found("09:00");
        assertThat(found.rule()).isNull();
        assertThat(found.verdict()).isEqualTo(Verdict.UNMAPPED);
    }

    @Test
    void findsTheRuleThatGaveTheVerdictOfRandomMappings() {
        var random = new Random(7);
        var activities = new String[] {"*", "WORK", "LUNCH"};
        var presences = new String[] {"*", "AVAILABLE", "AWAY"};
        for (int round = 0; round < 500; round++) {
            var rules =
                    random.ints(random.nextInt(6))
                            .mapToObj(_ ->
                                    new MappingRule(
                                            activities[random.nextInt(3)],
                                            presences[random.nextInt(3)],
                                            Verdict.values()[random.nextInt(3)]))
                            .toList();
            var mapping = new Mapping(rules);
            assertThat(mapping.rule("WORK", "AWAY").map(MappingRule::verdict))
                    .isEqualTo(
                            Optional.of(mapping.verdict("WORK", "AWAY"))
                                    .filter(v -> v != Verdict.UNMAPPED));
        }
    }
}
