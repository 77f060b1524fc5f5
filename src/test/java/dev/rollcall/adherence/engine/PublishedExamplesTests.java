package dev.rollcall.adherence.engine;

import static dev.rollcall.adherence.engine.ToldDay.aDay;
import static dev.rollcall.adherence.engine.ToldDay.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.engine.Rules.Unscheduled;
import dev.rollcall.shared.Percent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Examples that vendors publish, and our own: whoever knows one of them finds it here, figure by
/// figure.
class PublishedExamplesTests {

    @Test
    void amazonConnectExample1IsAdherent150Of180Minutes() {
        var found =
                aDay().planned("WORK 08:00-11:00")
                        .was("07:30 AVAILABLE, 10:30 UNAVAILABLE/BREAK")
                        .forgiven("MINIMUM_EXCEPTION 120")
                        .assess();

        assertThat(found.score())
                .isEqualTo(new Tally(Duration.ofMinutes(150), Duration.ofMinutes(30)));
        assertThat(percent(found.score())).isEqualTo("83.33");
    }

    @ParameterizedTest(name = "with unscheduled work {0}: {1} %, conformance {2} %")
    @CsvSource({"EXCEPTION, 71.43, 100.00", "IGNORE, 83.33, 100.00"})
    void genesysCloudTenMinutesLateAndTenMinutesLonger(
            Unscheduled unscheduled, String adherence, String conformance) {
        var found =
                aDay().planned("WORK 09:00-10:00")
                        .was("09:10 AVAILABLE, 10:10 AWAY")
                        .unscheduled(unscheduled)
                        .forgiven("MINIMUM_EXCEPTION 120")
                        .assess();

        assertThat(percent(found.score())).isEqualTo(adherence);
        assertThat(percent(found.conformance())).isEqualTo(conformance);
        assertThat(found.unscheduledWork()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void calabrioThreeHoursInOneOutTwoNeutral() {
        var found =
                aDay().planned("WORK 08:00-14:00")
                        .was("08:00 AVAILABLE, 11:00 AWAY, 12:00 UNAVAILABLE/OTHER, 14:00 AWAY")
                        .mapped("WORK AVAILABLE IN, WORK AWAY OUT, WORK UNAVAILABLE/OTHER NEUTRAL")
                        .assess();

        assertThat(found.score()).isEqualTo(new Tally(Duration.ofHours(3), Duration.ofHours(1)));
        assertThat(found.neutral()).isEqualTo(Duration.ofHours(2));
        assertThat(percent(found.score())).isEqualTo("75.00");
    }

    @Test
    void niceHalfAnHourLateAndHalfAnHourLongerConforms() {
        var day = aDay().planned("WORK 09:00-17:00").was("09:30 AVAILABLE, 17:30 AWAY");

        assertThat(percent(day.assess().conformance())).isEqualTo("100.00");
        assertThat(day.judged("09:20-09:40").assess().raw())
                .isEqualTo(new Tally(Duration.ofMinutes(10), Duration.ofMinutes(10)));
    }

    @Test
    void aTeamIsTheSumOfItsSecondsNeverTheMeanOfPercents() {
        var people = List.of(minutes(444, 36), minutes(480, 0), minutes(402, 78));
        var team = people.stream().reduce(Tally.NONE, Tally::plus);

        assertThat(people)
                .extracting(PublishedExamplesTests::percent)
                .containsExactly("92.50", "100.00", "83.75");
        assertThat(team).isEqualTo(minutes(1_326, 114));
        assertThat(percent(team)).isEqualTo("92.08");
    }

    @ParameterizedTest(name = "{0} scheduled, {1}: {2}")
    @CsvSource({
        "BREAK, AVAILABLE, POSITIVE",
        "WORK, UNAVAILABLE/BREAK, NEGATIVE",
        "TRAINING, UNAVAILABLE/MEETING, NEUTRAL"
    })
    void genesysImpact(String activity, String presence, Impact impact) {
        var day = aDay().planned(activity + " 09:00-10:00").was(presence);

        assertThat(day.deviation().impact()).isEqualTo(impact);
        assertThat(day.at("09:30").impact()).isEqualTo(impact);
    }

    @ParameterizedTest(name = "lunch until 12:30, back at {1}, {0}: {2} min out")
    @CsvSource(
            textBlock =
                    """
                    MINIMUM_EXCEPTION 300,         12:34, 0
                    BOUNDARY 300 300 300 300,      12:34, 0
                    NONE; LUNCH BOUNDARY 0 0 0 300,12:34, 0
                    ALARM_ONLY 300,                12:34, 4
                    MINIMUM_EXCEPTION 300,         12:36, 6
                    BOUNDARY 300 300 300 300,      12:36, 1
                    NONE; LUNCH BOUNDARY 0 0 0 300,12:36, 1
                    ALARM_ONLY 300,                12:36, 6
                    """)
    void theSameLunchUnderEachGrace(String grace, String back, int minutesOut) {
        var found = lunchUntilHalfPastTwelve(grace, back).assess();

        assertThat(found.tolerated().out()).isEqualTo(Duration.ofMinutes(minutesOut));
        assertThat(found.score()).isEqualTo(found.tolerated());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "MINIMUM_EXCEPTION 300",
                "BOUNDARY 300 300 300 300",
                "NONE; LUNCH BOUNDARY 0 0 0 300",
                "ALARM_ONLY 300"
            })
    void theFlagGoesUpAfterFiveMinutesOfLunchTooLongAndNotAtFour(String grace) {
        var late = lunchUntilHalfPastTwelve(grace, "12:36");

        assertThat(late.at("12:29:59").state()).isEqualTo(State.IN);
        assertThat(late.at("12:30").state()).isEqualTo(State.GRACE);
        assertThat(late.at("12:30").validUntil()).isEqualTo(time("12:35"));
        assertThat(late.at("12:34:59").state()).isEqualTo(State.GRACE);
        assertThat(late.at("12:35").state()).isEqualTo(State.OUT);
        assertThat(late.at("12:35").since()).isEqualTo(time("12:30"));
        assertThat(late.at("12:36").state()).isEqualTo(State.IN);
        var inTime = lunchUntilHalfPastTwelve(grace, "12:34");
        assertThat(inTime.at("12:33:59").state()).isEqualTo(State.GRACE);
        assertThat(inTime.at("12:34").state()).isEqualTo(State.IN);
    }

    private static ToldDay lunchUntilHalfPastTwelve(String grace, String back) {
        return aDay().planned("WORK 08:00-16:00, LUNCH 12:00-12:30")
                .was("AVAILABLE, 12:00 UNAVAILABLE/LUNCH, %s AVAILABLE".formatted(back))
                .forgiven(grace);
    }

    @Test
    void theCalculationOfTheInterfacesDescription() {
        var found =
                aDay().judged("08:00-16:00")
                        .asOf("16:00")
                        .planned("WORK 08:00-16:00, LUNCH 12:00-12:30")
                        .was("AVAILABLE, 12:00 UNAVAILABLE/LUNCH, 12:45 AVAILABLE")
                        .mapped(
                                """
                                WORK AVAILABLE IN, WORK * OUT,
                                LUNCH UNAVAILABLE/LUNCH IN, LUNCH * OUT
                                """)
                        .forgiven("MINIMUM_EXCEPTION 120; LUNCH BOUNDARY 0 0 0 300")
                        .excused("12:35-12:45")
                        .assess();

        assertThat(found)
                .isEqualTo(
                        new Assessment(
                                seconds(28_800),
                                seconds(27_000),
                                seconds(26_100),
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO,
                                seconds(27_900, 900),
                                seconds(28_200, 600),
                                seconds(28_800, 0),
                                List.of(
                                        new Deviation(
                                                time("12:30"),
                                                time("12:45"),
                                                "WORK",
                                                List.of("UNAVAILABLE/LUNCH"),
                                                Impact.NEGATIVE,
                                                Edge.LATE,
                                                seconds(300),
                                                seconds(600)))));
        assertThat(found.deviations().getFirst().duration()).isEqualTo(seconds(900));
        assertThat(percent(found.raw())).isEqualTo("96.88");
        assertThat(percent(found.tolerated())).isEqualTo("97.92");
        assertThat(percent(found.score())).isEqualTo("100.00");
        assertThat(percent(found.conformance())).isEqualTo("96.67");
    }

    private static Tally minutes(int in, int out) {
        return new Tally(Duration.ofMinutes(in), Duration.ofMinutes(out));
    }

    private static Tally seconds(int in, int out) {
        return new Tally(Duration.ofSeconds(in), Duration.ofSeconds(out));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static String percent(Tally tally) {
        return percent(tally.percent());
    }

    private static String percent(Optional<Percent> percent) {
        return percent.map(it -> it.rounded(2)).map(BigDecimal::toPlainString).orElse("null");
    }
}
