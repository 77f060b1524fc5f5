package dev.rollcall.adherence.engine;

import static dev.rollcall.adherence.engine.ToldDay.aDay;
import static dev.rollcall.adherence.engine.ToldDay.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.engine.Rules.Unmapped;
import dev.rollcall.adherence.engine.Rules.Unscheduled;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a supervisor sees of one person at one instant, rule by rule.
class LiveStateRuleTests {

    private static final String PLAN = "WORK 08:00-16:00, LUNCH 12:00-12:30";

    @Nested
    class TheState {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        as planned                           | NEUTRAL | IGNORE    | 09:00 | AVAILABLE      | IN
                        neutral counts as in                 | NEUTRAL | IGNORE    | 09:00 | AVAILABLE/DEMO | IN
                        against the plan                     | NEUTRAL | IGNORE    | 09:00 | AWAY           | OUT
                        the feed is silent                   | NEUTRAL | IGNORE    | 09:00 | UNKNOWN        | UNKNOWN
                        the feed is silent, unmapped is OUT  | OUT     | IGNORE    | 09:00 | UNKNOWN        | UNKNOWN
                        nobody has decided yet               | NEUTRAL | IGNORE    | 09:00 | UNAVAILABLE    | UNKNOWN
                        nobody has decided, and that is out  | OUT     | IGNORE    | 09:00 | UNAVAILABLE    | OUT
                        not scheduled, the feed is silent    | NEUTRAL | IGNORE    | 07:00 | UNKNOWN        | UNKNOWN
                        not scheduled, silent, exception     | OUT     | EXCEPTION | 07:00 | UNKNOWN        | UNKNOWN
                        not scheduled and away               | NEUTRAL | EXCEPTION | 07:00 | AWAY           | NOT_SCHEDULED
                        not scheduled, yet working           | NEUTRAL | IGNORE    | 07:00 | AVAILABLE      | NOT_SCHEDULED
                        not scheduled, and that is exception | NEUTRAL | EXCEPTION | 07:00 | AVAILABLE      | OUT
                        """)
        void saysHowThePersonStands(
                String rule,
                Unmapped unmapped,
                Unscheduled unscheduled,
                String at,
                String presence,
                State expected) {
            var state =
                    aDay().planned(PLAN)
                            .was("UNKNOWN, %s %s".formatted(at, presence))
                            .mapped("WORK AVAILABLE IN, WORK AVAILABLE/DEMO NEUTRAL, WORK AWAY OUT")
                            .unmapped(unmapped)
                            .unscheduled(unscheduled)
                            .at(at);

            assertThat(state.state()).isEqualTo(expected);
            assertThat(state.presence()).isEqualTo(presence);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        NONE: at once                                    | NONE                               | 09:00    | OUT
                        MINIMUM_EXCEPTION: not before its time           | MINIMUM_EXCEPTION 120              | 09:01:59 | GRACE
                        MINIMUM_EXCEPTION: when it has passed            | MINIMUM_EXCEPTION 120              | 09:02    | OUT
                        ALARM_ONLY: not before its time                  | ALARM_ONLY 120                     | 09:01:59 | GRACE
                        ALARM_ONLY: when it has passed                   | ALARM_ONLY 120                     | 09:02    | OUT
                        BOUNDARY: at once in the middle                  | BOUNDARY 300 300 300 300           | 09:00    | OUT
                        BOUNDARY: not inside the window                  | BOUNDARY 0 3900 0 0                | 09:04:59 | GRACE
                        BOUNDARY: at the end of the window               | BOUNDARY 0 3900 0 0                | 09:05    | OUT
                        BOUNDARY: not inside the window before the end   | BOUNDARY 0 0 10800 0               | 09:00    | GRACE
                        MINIMUM_EXCEPTION: not inside another's window   | MINIMUM_EXCEPTION 60; LUNCH BOUNDARY 10800 0 0 0 | 09:10 | GRACE
                        severe: not before its time                      | NONE                               | 09:14:59 | OUT
                        severe: when it has passed                       | NONE                               | 09:15    | SEVERE
                        severe: with a patience that ended before        | MINIMUM_EXCEPTION 120              | 09:15    | SEVERE
                        severe: not while it is forgiven                 | ALARM_ONLY 1200                    | 09:19:59 | GRACE
                        severe: as soon as it is flagged                 | ALARM_ONLY 1200                    | 09:20    | SEVERE
                        severe: for as long as it lasts                  | NONE                               | 11:59:59 | SEVERE
                        """)
        void theFlagGoesUpWhenGraceRunsOut(String rule, String grace, String at, State expected) {
            var state =
                    aDay().planned(PLAN)
                            .was("AVAILABLE, 09:00 AWAY")
                            .forgiven(grace)
                            .severeAfter(Duration.ofMinutes(15))
                            .at(at);

            assertThat(state.state()).isEqualTo(expected);
            assertThat(state.since()).isEqualTo(time("09:00"));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        a flag stays up across an edge                   | MINIMUM_EXCEPTION 120                            | AVAILABLE, 11:50 AWAY                                    | 12:00    | OUT    | 11:50
                        a flag stays up inside a window                  | NONE; LUNCH BOUNDARY 0 300 0 0                   | AVAILABLE, 11:50 AWAY                                    | 12:01    | OUT    | 11:50
                        the patience runs on across an edge              | MINIMUM_EXCEPTION 120                            | AVAILABLE, 11:59 AWAY                                    | 12:00:59 | GRACE  | 11:59
                        the patience ends across an edge                 | MINIMUM_EXCEPTION 120                            | AVAILABLE, 11:59 AWAY                                    | 12:01    | OUT    | 11:59
                        each activity has its own patience               | MINIMUM_EXCEPTION 600; LUNCH MINIMUM_EXCEPTION 60 | AVAILABLE, 11:58 AWAY                                   | 12:00    | OUT    | 11:58
                        severe adds up across edges                      | NONE                                             | AVAILABLE, 11:50 AWAY                                    | 12:05    | SEVERE | 11:50
                        another presence goes on                         | MINIMUM_EXCEPTION 120                            | AVAILABLE, 09:00 AWAY, 09:01 UNAVAILABLE/BREAK           | 09:02    | OUT    | 09:00
                        time in adherence begins anew                    | MINIMUM_EXCEPTION 120                            | AVAILABLE, 09:00 AWAY, 09:05 AVAILABLE, 09:06 AWAY       | 09:07    | GRACE  | 09:06
                        neutral time begins anew                         | MINIMUM_EXCEPTION 120                            | AVAILABLE, 09:00 AWAY, 09:05 UNKNOWN, 09:06 AWAY         | 09:07    | GRACE  | 09:06
                        """)
        void aStretchOfOutTimeRunsOnAcrossTheEdgesOfTheSchedule(
                String rule, String grace, String told, String at, State expected, String since) {
            var state = aDay().planned(PLAN).was(told).forgiven(grace).at(at);

            assertThat(state.state()).isEqualTo(expected);
            assertThat(state.since()).isEqualTo(time(since));
        }

        @ParameterizedTest(name = "{0} {1} since {2}")
        @CsvSource(
                textBlock =
                        """
                        09:09:59, OUT,   09:00
                        09:10,    IN,    09:10
                        09:19:59, IN,    09:10
                        09:20,    GRACE, 09:20
                        09:21:59, GRACE, 09:20
                        09:22,    OUT,   09:20
                        """)
        void anExcuseCountsAsInAndEndsTheStretch(String at, State expected, String since) {
            var state =
                    aDay().planned(PLAN)
                            .was("AVAILABLE, 09:00 AWAY")
                            .forgiven("MINIMUM_EXCEPTION 120")
                            .excused("09:10-09:20")
                            .at(at);

            assertThat(state.state()).isEqualTo(expected);
            assertThat(state.since()).isEqualTo(time(since));
        }

        @Test
        void anAbsenteeIsOutForTheWholeShift() {
            var day = aDay().planned(PLAN).forgiven("MINIMUM_EXCEPTION 120");

            assertThat(List.of("08:00", "08:02", "08:15", "12:00", "12:30", "15:59:59"))
                    .extracting(day::at)
                    .extracting(LiveState::state)
                    .containsExactly(
                            State.GRACE,
                            State.OUT,
                            State.SEVERE,
                            State.SEVERE,
                            State.SEVERE,
                            State.SEVERE);
            assertThat(day.at("15:59:59").since()).isEqualTo(time("08:00"));
            assertThat(day.at("16:00").state()).isEqualTo(State.NOT_SCHEDULED);
            assertThat(day.at("16:00").since()).isEqualTo(time("16:00"));
        }

        @Test
        void unscheduledWorkRunsOnIntoTheScheduleAndHasNoGrace() {
            var day =
                    aDay().planned("LUNCH 12:00-12:30")
                            .was("11:55 AVAILABLE")
                            .unscheduled(Unscheduled.EXCEPTION)
                            .forgiven("MINIMUM_EXCEPTION 1800");

            assertThat(day.at("11:55").state()).isEqualTo(State.OUT);
            assertThat(day.at("12:01").state()).isEqualTo(State.OUT);
            assertThat(day.at("12:01").since()).isEqualTo(time("11:55"));
            assertThat(day.at("12:10").state()).isEqualTo(State.SEVERE);
        }

        @ParameterizedTest(name = "at {0}: {1}, {2}, impact {3}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        07:59 | NOT_SCHEDULED |       | NEUTRAL
                        08:00 | IN            | WORK  | NEUTRAL
                        11:30 | OUT           | WORK  | NEGATIVE
                        12:00 | IN            | LUNCH | NEUTRAL
                        12:20 | OUT           | LUNCH | POSITIVE
                        12:30 | IN            | WORK  | NEUTRAL
                        16:00 | OUT           |       | POSITIVE
                        17:00 | NOT_SCHEDULED |       | NEUTRAL
                        """)
        void theImpactIsThatOfThisInstant(
                String at, State state, @Nullable String activity, Impact impact) {
            var now =
                    aDay().planned(PLAN)
                            .was(
                                    """
                                    08:00 AVAILABLE, 11:30 UNAVAILABLE/LUNCH, 12:20 AVAILABLE,
                                    17:00 AWAY
                                    """)
                            .unscheduled(Unscheduled.EXCEPTION)
                            .at(at);

            assertThat(now.state()).isEqualTo(state);
            assertThat(now.piece().map(Piece::activity).orElse(null)).isEqualTo(activity);
            assertThat(now.impact()).isEqualTo(impact);
        }
    }

    @Nested
    class UntilWhen {

        @ParameterizedTest(name = "at {0}: {1}")
        @CsvSource({
            "08:59:59, false",
            "09:00, true",
            "09:59:59, true",
            "10:00, false",
            "10:30, false",
            "11:00, false"
        })
        void thereIsAStateFromThePeriodsStartToAsOf(String at, boolean some) {
            var day = aDay().judged("09:00-11:00").asOf("10:00").planned(PLAN).told().laidOut();

            assertThat(day.at(time(at)) != null).isEqualTo(some);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        the shift begins                 | MINIMUM_EXCEPTION 120        |             | AWAY                  | 07:00    | 08:00
                        the next activity begins         | MINIMUM_EXCEPTION 120        |             | AVAILABLE             | 09:00    | 12:00
                        the activity beneath comes back  | MINIMUM_EXCEPTION 120        |             | UNAVAILABLE/LUNCH     | 12:10    | 12:30
                        the shift ends                   | MINIMUM_EXCEPTION 120        |             | AVAILABLE             | 13:00    | 16:00
                        the patience ends                | MINIMUM_EXCEPTION 120        |             | AVAILABLE, 09:00 AWAY | 09:00    | 09:02
                        the patience ends, asked later   | MINIMUM_EXCEPTION 120        |             | AVAILABLE, 09:00 AWAY | 09:01:30 | 09:02
                        the alarm sounds                 | ALARM_ONLY 300               |             | AVAILABLE, 09:00 AWAY | 09:00    | 09:05
                        the window ends                  | BOUNDARY 0 300 0 0           |             | AWAY                  | 08:01    | 08:05
                        the neighbour's window ends      | NONE; LUNCH BOUNDARY 0 0 0 300 |           | AWAY, 12:00 UNAVAILABLE/LUNCH | 12:31 | 12:35
                        it becomes severe                | NONE                         |             | AVAILABLE, 09:00 AWAY | 09:00    | 09:15
                        severe lasts to the next edge    | NONE                         |             | AVAILABLE, 09:00 AWAY | 10:00    | 12:00
                        an excuse begins                 | NONE                         | 09:05-09:10 | AVAILABLE, 09:00 AWAY | 09:00    | 09:05
                        an excuse ends                   | NONE                         | 09:05-09:10 | AVAILABLE, 09:00 AWAY | 09:06    | 09:10
                        """)
        void theStateChangesByItselfWhen(
                String turn,
                String grace,
                @Nullable String excuse,
                String told,
                String at,
                String until) {
            var day =
                    aDay().planned(PLAN)
                            .was(told)
                            .forgiven(grace)
                            .excused(excuse == null ? "" : excuse);

            assertThat(day.at(at).validUntil()).isEqualTo(time(until));
        }
    }

    @Nested
    class TheTimeline {

        @Test
        void paintsTheDayWithoutGaps() {
            var painted =
                    aDay().judged("07:00-17:00")
                            .planned(PLAN)
                            .was(
                                    """
                                    07:30 AVAILABLE, 09:00 AWAY, 09:01 AVAILABLE, 10:00 AWAY,
                                    10:10 AVAILABLE, 11:00 UNKNOWN, 11:10 AVAILABLE,
                                    12:00 UNAVAILABLE/LUNCH, 12:50 AVAILABLE, 14:00 UNAVAILABLE,
                                    14:10 AVAILABLE, 16:30 AWAY
                                    """)
                            .mapped(
                                    """
                                    WORK AVAILABLE IN, WORK AWAY OUT, WORK UNAVAILABLE NEUTRAL,
                                    WORK UNAVAILABLE/LUNCH OUT, LUNCH UNAVAILABLE/LUNCH IN
                                    """)
                            .forgiven("MINIMUM_EXCEPTION 120")
                            .excused("10:05-10:20")
                            .severeAfter(Duration.ofMinutes(20))
                            .told()
                            .laidOut()
                            .judged();

            assertThat(painted)
                    .containsExactly(
                            span("07:00", "07:30", "AWAY", Judgement.OFF),
                            span("07:30", "08:00", "AVAILABLE", Judgement.UNSCHEDULED),
                            span("08:00", "09:00", "AVAILABLE", Judgement.IN),
                            span("09:00", "09:01", "AWAY", Judgement.GRACE),
                            span("09:01", "10:00", "AVAILABLE", Judgement.IN),
                            span("10:00", "10:05", "AWAY", Judgement.OUT),
                            span("10:05", "10:10", "AWAY", Judgement.EXCUSED),
                            span("10:10", "11:00", "AVAILABLE", Judgement.IN),
                            span("11:00", "11:10", "UNKNOWN", Judgement.UNKNOWN),
                            span("11:10", "12:00", "AVAILABLE", Judgement.IN),
                            span("12:00", "12:30", "UNAVAILABLE/LUNCH", Judgement.IN),
                            span("12:30", "12:50", "UNAVAILABLE/LUNCH", Judgement.SEVERE),
                            span("12:50", "14:00", "AVAILABLE", Judgement.IN),
                            span("14:00", "14:10", "UNAVAILABLE", Judgement.NEUTRAL),
                            span("14:10", "16:00", "AVAILABLE", Judgement.IN),
                            span("16:00", "16:30", "AVAILABLE", Judgement.UNSCHEDULED),
                            span("16:30", "17:00", "AWAY", Judgement.OFF));
        }

        @Test
        void paintsWhatWindowsForgiveAsGrace() {
            var painted =
                    aDay().judged("08:00-09:00")
                            .planned("WORK 08:00-09:00")
                            .forgiven("BOUNDARY 0 300 600 0")
                            .excused("08:03-08:10")
                            .severeAfter(Duration.ofHours(2))
                            .told();

            assertThat(painted.laidOut().judged())
                    .containsExactly(
                            span("08:00", "08:05", "AWAY", Judgement.GRACE),
                            span("08:05", "08:10", "AWAY", Judgement.EXCUSED),
                            span("08:10", "08:50", "AWAY", Judgement.OUT),
                            span("08:50", "09:00", "AWAY", Judgement.GRACE));
        }

        @Test
        void paintsASilentFeedOutsideTheScheduleToo() {
            var painted = aDay().judged("07:00-07:30").planned(PLAN).was("UNKNOWN").told();

            assertThat(painted.laidOut().judged())
                    .containsExactly(span("07:00", "07:30", "UNKNOWN", Judgement.UNKNOWN));
        }

        @Test
        void endsAtAsOf() {
            var painted = aDay().judged("09:00-17:00").asOf("09:10").planned(PLAN).told();

            assertThat(painted.laidOut().judged())
                    .containsExactly(span("09:00", "09:10", "AWAY", Judgement.OUT));
        }

        private static JudgedSpan span(
                String start, String end, String presence, Judgement judgement) {
            return new JudgedSpan(time(start), time(end), presence, judgement);
        }
    }
}
