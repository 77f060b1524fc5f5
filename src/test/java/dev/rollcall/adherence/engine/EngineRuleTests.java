package dev.rollcall.adherence.engine;

import static dev.rollcall.adherence.engine.ToldDay.aDay;
import static dev.rollcall.adherence.engine.ToldDay.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.Rules.Unmapped;
import dev.rollcall.adherence.engine.Rules.Unscheduled;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.Percent;
import dev.rollcall.shared.TimeSpan;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every rule of adherence as a table a planner can check. Times are hours and minutes of one day,
/// figures are seconds unless a column says otherwise.
class EngineRuleTests {

    @Nested
    class WhatAnInstantCountsAs {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        the pair beats the activity                      | WORK AVAILABLE IN, WORK * OUT       | AVAILABLE         | IN
                        the pair beats the activity listed after it      | WORK * OUT, WORK AVAILABLE IN       | AVAILABLE         | IN
                        the pair beats the presence                      | WORK AVAILABLE IN, * AVAILABLE OUT  | AVAILABLE         | IN
                        the pair beats the last resort                   | WORK AVAILABLE IN, * * OUT          | AVAILABLE         | IN
                        the activity beats the presence                  | WORK * IN, * AVAILABLE OUT          | AVAILABLE         | IN
                        the activity beats the presence listed before it | * AVAILABLE OUT, WORK * IN          | AVAILABLE         | IN
                        the activity beats the last resort               | WORK * IN, * * OUT                  | AVAILABLE         | IN
                        the presence beats the last resort               | * AVAILABLE IN, * * OUT             | AVAILABLE         | IN
                        the last resort is for all others                | WORK ACTIVE OUT, * * IN             | AVAILABLE         | IN
                        of two rules for a pair the later                | WORK AVAILABLE OUT, WORK AVAILABLE IN | AVAILABLE       | IN
                        of two rules for an activity the later           | WORK * IN, WORK * OUT               | AVAILABLE         | OUT
                        of two rules for a presence the later            | * AVAILABLE OUT, * AVAILABLE IN     | AVAILABLE         | IN
                        of two last resorts the later                    | * * IN, * * NEUTRAL                 | AVAILABLE         | NEUTRAL
                        a base says nothing about its codes              | WORK UNAVAILABLE OUT                | UNAVAILABLE/LUNCH | UNMAPPED
                        a code says nothing about its base               | WORK UNAVAILABLE/LUNCH OUT          | UNAVAILABLE       | UNMAPPED
                        a code says nothing about another code           | WORK UNAVAILABLE/LUNCH OUT          | UNAVAILABLE/BREAK | UNMAPPED
                        a base in another case is another presence       | WORK available OUT                  | AVAILABLE         | UNMAPPED
                        a rule says nothing about another activity       | LUNCH * OUT                         | AVAILABLE         | UNMAPPED
                        no rule at all                                   |                                     | AVAILABLE         | UNMAPPED
                        a silent feed is neutral without a rule          |                                     | UNKNOWN           | NEUTRAL
                        a silent feed is neutral whatever the rule       | WORK UNKNOWN OUT                    | UNKNOWN           | NEUTRAL
                        a silent feed is neutral whatever all rules say  | * * OUT, WORK * OUT, * UNKNOWN IN   | UNKNOWN           | NEUTRAL
                        """)
        void theMostSpecificRuleOfTheMappingDecides(
                String rule, @Nullable String mapping, String presence, Verdict expected) {
            var found = anHourOfWork(mapping == null ? "" : mapping, presence).assess();

            assertThat(verdict(found)).isEqualTo(expected);
        }

        private static ToldDay anHourOfWork(String mapping, String presence) {
            return aDay().judged("08:00-09:00")
                    .planned("WORK 08:00-09:00")
                    .mapped(mapping)
                    .was(presence);
        }

        private static Verdict verdict(Assessment found) {
            var hour = Duration.ofHours(1);
            if (found.unmapped().equals(hour)) {
                return Verdict.UNMAPPED;
            }
            if (found.neutral().equals(hour)) {
                return Verdict.NEUTRAL;
            }
            assertThat(List.of(found.raw().in(), found.raw().out())).contains(hour);
            return found.raw().out().isZero() ? Verdict.IN : Verdict.OUT;
        }

        @ParameterizedTest(name = "{1} unmapped as {0}: {2} neutral, {3} unmapped, {4} out")
        @CsvSource(
                textBlock =
                        """
                        NEUTRAL, AVAILABLE, 3600, 3600,    0
                        OUT,     AVAILABLE,    0, 3600, 3600
                        NEUTRAL, UNKNOWN,   3600,    0,    0
                        OUT,     UNKNOWN,   3600,    0,    0
                        """)
        void timeNobodyMappedCountsAsTheSettingSaysAndIsReportedEitherWay(
                Unmapped counted, String presence, int neutral, int unmapped, int out) {
            var found = anHourOfWork("", presence).unmapped(counted).assess();

            assertThat(found.neutral()).hasSeconds(neutral);
            assertThat(found.unmapped()).hasSeconds(unmapped);
            assertThat(found.raw().out()).hasSeconds(out);
        }

        @ParameterizedTest(name = "{0}, {1} working, unscheduled is {2}: {3} worked, {4} out")
        @CsvSource(
                textBlock =
                        """
                        AVAILABLE,          AVAILABLE,          IGNORE,    1800,    0
                        AVAILABLE,          AVAILABLE,          EXCEPTION, 1800, 1800
                        AVAILABLE/OUTBOUND, AVAILABLE,          EXCEPTION, 1800, 1800
                        AVAILABLE/OUTBOUND, AVAILABLE/OUTBOUND, EXCEPTION, 1800, 1800
                        AVAILABLE,          AVAILABLE/OUTBOUND, EXCEPTION,    0,    0
                        AVAILABLE/INBOUND,  AVAILABLE/OUTBOUND, EXCEPTION,    0,    0
                        AWAY,               AVAILABLE,          EXCEPTION,    0,    0
                        UNAVAILABLE/BREAK,  AVAILABLE,          EXCEPTION,    0,    0
                        UNKNOWN,            AVAILABLE,          EXCEPTION,    0,    0
                        """)
        void outsideEveryEntryOnlyWorkCountsAndOnlyAsAnException(
                String presence, String working, Unscheduled unscheduled, int worked, int out) {
            var found =
                    aDay().judged("08:00-08:30")
                            .was(presence)
                            .working(working)
                            .unscheduled(unscheduled)
                            .assess();

            assertThat(found.unscheduledWork()).hasSeconds(worked);
            assertThat(found.working()).hasSeconds(worked);
            assertThat(found.raw().out()).hasSeconds(out);
            assertThat(found.raw().in()).isZero();
            assertThat(found.scheduled()).isZero();
            assertThat(found.neutral()).isZero();
            assertThat(found.unmapped()).isZero();
        }

        @Test
        void unscheduledWorkHasNoGraceButCanBeExcused() {
            var deviation =
                    aDay().planned("WORK 08:00-09:00")
                            .was("08:00 AVAILABLE, 09:01 AWAY")
                            .unscheduled(Unscheduled.EXCEPTION)
                            .forgiven("MINIMUM_EXCEPTION 7200; WORK BOUNDARY 300 300 300 300")
                            .excused("09:00:20-09:30")
                            .deviation();

            assertThat(deviation)
                    .isEqualTo(
                            new Deviation(
                                    time("09:00"),
                                    time("09:01"),
                                    null,
                                    List.of("AVAILABLE"),
                                    Impact.POSITIVE,
                                    Edge.UNSCHEDULED,
                                    Duration.ZERO,
                                    Duration.ofSeconds(40)));
        }
    }

    @Nested
    class WhatAPersonWas {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        AWAY before the first event                           | 08:10 AVAILABLE                                  | 3000
                        as told before the first event                        | AVAILABLE, 08:10 AWAY                            |  600
                        the event before the period still holds               | 07:10 AVAILABLE, 08:10 AWAY                      |  600
                        of events before the period the last                  | 07:50 AWAY, 07:10 AVAILABLE                      |    0
                        a presence holds until the next                       | 08:00 AVAILABLE, 08:20 AWAY, 08:40 AVAILABLE     | 2400
                        the same presence again changes nothing               | 08:00 AVAILABLE, 08:20 AVAILABLE, 08:40 AWAY     | 2400
                        the order of arrival changes nothing                  | 08:40 AVAILABLE, 08:20 AWAY, 08:00 AVAILABLE     | 2400
                        of two events at one instant the later in the list    | 08:00 AVAILABLE, 08:20 AVAILABLE, 08:20 AWAY     | 1200
                        of two events at one instant the later, the other way | 08:00 AVAILABLE, 08:20 AWAY, 08:20 AVAILABLE     | 3600
                        an event at the end of the period is outside          | 08:00 AVAILABLE, 09:00 AWAY                      | 3600
                        """)
        void isWhatTheLastEventSays(String rule, String told, int in) {
            var found = aDay().judged("08:00-09:00").planned("WORK 08:00-10:00").was(told).assess();

            assertThat(found.raw().in()).hasSeconds(in);
            assertThat(found.raw().out()).hasSeconds(3_600 - in);
        }

        @ParameterizedTest(name = "as of {0}: {1} scheduled, {2} in, {3} out, {4} worked")
        @CsvSource(
                textBlock =
                        """
                        07:00,    0,    0,    0,    0
                        08:00,    0,    0,    0,    0
                        08:10,  600,  600,    0,  600
                        08:30, 1800, 1200,  600, 1200
                        09:00, 3600, 1200, 2400, 1200
                        12:00, 3600, 1200, 2400, 1200
                        """)
        void nothingAfterAsOfOrThePeriodCounts(
                String asOf, int scheduled, int in, int out, int worked) {
            var found =
                    aDay().judged("08:00-09:00")
                            .asOf(asOf)
                            .planned("WORK 07:00-12:00")
                            .was("AVAILABLE, 08:20 AWAY")
                            .assess();

            assertThat(found.scheduled()).hasSeconds(scheduled);
            assertThat(found.scheduledWork()).hasSeconds(scheduled);
            assertThat(found.raw().in()).hasSeconds(in);
            assertThat(found.raw().out()).hasSeconds(out);
            assertThat(found.working()).hasSeconds(worked);
        }
    }

    @Nested
    class WhatIsForgiven {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        NONE: every second counts                              | NONE                     | AVAILABLE, 09:00 AWAY, 09:00:01 AVAILABLE    |    1 |    1
                        MINIMUM_EXCEPTION: a shorter run is forgiven whole     | MINIMUM_EXCEPTION 120    | AVAILABLE, 09:00 AWAY, 09:01:59 AVAILABLE    |  119 |    0
                        MINIMUM_EXCEPTION: exactly as long counts whole        | MINIMUM_EXCEPTION 120    | AVAILABLE, 09:00 AWAY, 09:02 AVAILABLE       |  120 |  120
                        MINIMUM_EXCEPTION: a longer run counts whole           | MINIMUM_EXCEPTION 120    | AVAILABLE, 09:00 AWAY, 09:02:01 AVAILABLE    |  121 |  121
                        MINIMUM_EXCEPTION: each run for itself                 | MINIMUM_EXCEPTION 120    | AVAILABLE, 09:00 AWAY, 09:01 AVAILABLE, 09:02 AWAY, 09:03 AVAILABLE | 120 | 0
                        MINIMUM_EXCEPTION: neutral time ends a run             | MINIMUM_EXCEPTION 120    | AVAILABLE, 09:00 AWAY, 09:01 UNKNOWN, 09:02 AWAY, 09:03 AVAILABLE | 120 | 0
                        MINIMUM_EXCEPTION: another presence is the same run    | MINIMUM_EXCEPTION 120    | AVAILABLE, 09:00 AWAY, 09:01 UNAVAILABLE/BREAK, 09:02 AVAILABLE | 120 | 120
                        MINIMUM_EXCEPTION: an edge of the schedule ends a run  | MINIMUM_EXCEPTION 120    | AVAILABLE, 11:58:30 AWAY, 12:01:30 AVAILABLE |  180 |    0
                        MINIMUM_EXCEPTION of 0 forgives nothing                | MINIMUM_EXCEPTION 0      | AVAILABLE, 09:00 AWAY, 09:00:01 AVAILABLE    |    1 |    1
                        ALARM_ONLY leaves the figure alone                     | ALARM_ONLY 120           | AVAILABLE, 09:00 AWAY, 09:00:01 AVAILABLE    |    1 |    1
                        BOUNDARY: after the start                              | BOUNDARY 0 300 0 0       | AWAY, 08:05 AVAILABLE                        |  300 |    0
                        BOUNDARY: after the start only the excess counts       | BOUNDARY 0 300 0 0       | AWAY, 08:05:01 AVAILABLE                     |  301 |    1
                        BOUNDARY: before the end                               | BOUNDARY 0 0 300 0       | AVAILABLE, 15:55 AWAY                        |  300 |    0
                        BOUNDARY: before the end only the excess counts        | BOUNDARY 0 0 300 0       | AVAILABLE, 15:54:59 AWAY                     |  301 |    1
                        BOUNDARY: in the middle nothing is forgiven            | BOUNDARY 300 300 300 300 | AVAILABLE, 09:00 AWAY, 09:01 AVAILABLE       |   60 |   60
                        BOUNDARY: from outside the window into it              | BOUNDARY 0 0 300 0       | AVAILABLE, 15:50 AWAY, 15:58 AVAILABLE       |  480 |  300
                        BOUNDARY: one run, both windows                        | BOUNDARY 0 300 300 0     | AVAILABLE, 12:00 AWAY                        | 14400 | 13800
                        BOUNDARY: windows that overlap forgive once            | BOUNDARY 0 9000 9000 0   | AVAILABLE, 12:00 AWAY                        | 14400 |    0
                        BOUNDARY: before its start it forgives nothing inside  | BOUNDARY 300 0 0 0       | AWAY, 08:05 AVAILABLE                        |  300 |  300
                        BOUNDARY: after its end it forgives nothing inside     | BOUNDARY 0 0 0 300       | AVAILABLE, 15:55 AWAY                        |  300 |  300
                        """)
        void dependsOnTheModel(String rule, String grace, String told, int raw, int tolerated) {
            var found =
                    aDay().planned("WORK 08:00-12:00, WORK 12:00-16:00")
                            .was(told)
                            .forgiven(grace)
                            .assess();

            assertThat(found.raw().out()).hasSeconds(raw);
            assertThat(found.tolerated().out()).hasSeconds(tolerated);
            assertThat(found.score()).isEqualTo(found.tolerated());
        }

        @Test
        void anActivityMayHaveItsOwnModel() {
            var found =
                    aDay().planned("WORK 08:00-12:00, LUNCH 12:00-12:30")
                            .was("AVAILABLE, 09:00 AWAY, 09:01 AVAILABLE, 12:01 UNAVAILABLE/LUNCH")
                            .forgiven("NONE; LUNCH MINIMUM_EXCEPTION 120")
                            .assess();

            assertThat(found.deviations())
                    .extracting(Deviation::activity, Deviation::tolerated)
                    .containsExactly(
                            tuple("WORK", Duration.ZERO), tuple("LUNCH", Duration.ofMinutes(1)));
        }

        @Test
        void aRunAHairShorterIsShorter() {
            var day = aDay().planned("WORK 08:00-16:00").forgiven("MINIMUM_EXCEPTION 120");

            assertThat(day.was("AVAILABLE, 09:00 AWAY, 09:01:59.999999999 AVAILABLE").assess())
                    .extracting(it -> it.tolerated().out())
                    .isEqualTo(Duration.ZERO);
            assertThat(day.was("AVAILABLE, 09:00 AWAY, 09:02:00.000000001 AVAILABLE").assess())
                    .extracting(it -> it.tolerated().out())
                    .isEqualTo(Duration.ofSeconds(120, 1));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        of lunch, back late, under NONE                         | NONE; LUNCH BOUNDARY 0 0 0 300                  | 12:00 UNAVAILABLE/LUNCH, 12:36 AVAILABLE    | 60
                        of lunch, gone early, under NONE                        | NONE; LUNCH BOUNDARY 300 0 0 0                  | 11:54 UNAVAILABLE/LUNCH, 12:30 AVAILABLE    | 60
                        of lunch, under ALARM_ONLY                              | ALARM_ONLY 120; LUNCH BOUNDARY 0 0 0 300        | 12:00 UNAVAILABLE/LUNCH, 12:36 AVAILABLE    | 60
                        of lunch, under BOUNDARY with a shorter one             | BOUNDARY 0 60 0 0; LUNCH BOUNDARY 0 0 0 300     | 12:00 UNAVAILABLE/LUNCH, 12:36 AVAILABLE    | 60
                        of lunch, under BOUNDARY with a longer one              | BOUNDARY 0 300 0 0; LUNCH BOUNDARY 0 0 0 60     | 12:00 UNAVAILABLE/LUNCH, 12:36 AVAILABLE    | 60
                        of lunch, and MINIMUM_EXCEPTION sees the whole run      | MINIMUM_EXCEPTION 120; LUNCH BOUNDARY 0 0 0 300 | 12:00 UNAVAILABLE/LUNCH, 12:36 AVAILABLE    | 60
                        of lunch, and MINIMUM_EXCEPTION forgives a shorter run  | MINIMUM_EXCEPTION 361; LUNCH BOUNDARY 0 0 0 300 | 12:00 UNAVAILABLE/LUNCH, 12:36 AVAILABLE    |  0
                        of work, inside lunch                                   | BOUNDARY 0 0 0 300; LUNCH NONE                  | 12:06 UNAVAILABLE/LUNCH, 12:30 AVAILABLE    | 60
                        of work after lunch, inside lunch                       | BOUNDARY 300 0 0 0; LUNCH NONE                  | 12:00 UNAVAILABLE/LUNCH, 12:24 AVAILABLE    | 60
                        none when the neighbour is not BOUNDARY                 | NONE; LUNCH MINIMUM_EXCEPTION 900               | 12:00 UNAVAILABLE/LUNCH, 12:36 AVAILABLE    | 360
                        none inside itself                                      | NONE; LUNCH BOUNDARY 300 0 0 300                | 12:05 UNAVAILABLE/LUNCH, 12:25 AVAILABLE    | 600
                        """)
        void aWindowOfANeighbourForgivesWhateverTheModel(
                String window, String grace, String told, int tolerated) {
            var found =
                    aDay().planned("WORK 08:00-16:00, LUNCH 12:00-12:30")
                            .was("AVAILABLE, " + told)
                            .forgiven(grace)
                            .assess();

            assertThat(found.tolerated().out()).hasSeconds(tolerated);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        one second between them is no neighbourhood, before | WORK 08:00-11:59:59, LUNCH 12:00-12:30                          | AVAILABLE, 11:55 AWAY, 12:00 UNAVAILABLE/LUNCH                    | 299
                        one second between them is no neighbourhood, after  | LUNCH 12:00-12:30, WORK 12:30:01-16:00                          | 12:00 UNAVAILABLE/LUNCH, 12:35 AVAILABLE, 16:00 AWAY             | 299
                        an entry between them is in the way                 | LUNCH 12:00-12:30, MEETING 12:30-12:31, WORK 12:31-16:00        | 12:00 UNAVAILABLE/LUNCH, 12:30 UNAVAILABLE/MEETING, 12:31 AWAY, 12:35 AVAILABLE, 16:00 AWAY | 240
                        not beyond the neighbour                            | LUNCH 12:00-12:30, MEETING 12:30-12:32, WORK 12:32-16:00        | 12:00 UNAVAILABLE/LUNCH, 12:33 AVAILABLE, 16:00 AWAY             |  60
                        an entry laid over another makes it a neighbour     | WORK 08:00-16:00, LUNCH 12:00-12:30                             | AVAILABLE, 12:00 UNAVAILABLE/LUNCH, 12:35 AVAILABLE              |   0
                        an entry that is covered whole is none              | WORK 08:00-16:00, LUNCH 12:00-12:30, TIME_OFF 12:00-12:30       | AVAILABLE, 12:30 AWAY, 12:35 AVAILABLE                           | 300
                        what is covered of an entry has no edge             | WORK 08:00-16:00, LUNCH 12:00-12:30, TIME_OFF 12:20-12:40       | AVAILABLE, 12:00 UNAVAILABLE/LUNCH, 12:40 AWAY, 12:45 AVAILABLE  | 300
                        """)
        void neighboursTouch(String rule, String plan, String told, int tolerated) {
            var found =
                    aDay().planned(plan)
                            .was(told)
                            .forgiven("NONE; LUNCH BOUNDARY 300 0 0 300")
                            .assess();

            assertThat(found.tolerated().out()).hasSeconds(tolerated);
        }

        @Test
        void everyPieceHasItsOwnEdges() {
            var found =
                    aDay().planned("WORK 08:00-16:00, LUNCH 12:00-12:30")
                            .was(
                                    "08:04 AVAILABLE, 11:56 UNAVAILABLE/LUNCH, 12:34 AVAILABLE,"
                                            + " 15:56 AWAY")
                            .forgiven("BOUNDARY 0 300 300 0")
                            .assess();

            assertThat(found.raw().out()).hasMinutes(16);
            assertThat(found.tolerated().out()).isZero();
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        the period's start opens no window        | 09:00-11:00 | 16:00 | BOUNDARY 0 300 300 0; LUNCH NONE | AWAY, 09:05 AVAILABLE              | 300 | 300
                        the period's end opens no window          | 08:00-11:00 | 16:00 | BOUNDARY 0 300 300 0; LUNCH NONE | AVAILABLE, 10:55 AWAY              | 300 | 300
                        asOf opens no window                      | 08:00-16:00 | 11:00 | BOUNDARY 0 300 300 0; LUNCH NONE | AVAILABLE, 10:55 AWAY              | 300 | 300
                        a window that is cut keeps its own end    | 08:02-11:00 | 16:00 | BOUNDARY 0 300 300 0; LUNCH NONE | AWAY, 08:06 AVAILABLE              | 240 |  60
                        an end after the period has its window    | 08:00-11:58 | 16:00 | BOUNDARY 0 300 300 0; LUNCH NONE | AVAILABLE, 11:54 AWAY              | 240 |  60
                        an end after asOf has its window          | 08:00-16:00 | 11:58 | BOUNDARY 0 300 300 0; LUNCH NONE | AVAILABLE, 11:54 AWAY              | 240 |  60
                        a neighbour before the period forgives    | 12:30-16:00 | 16:00 | NONE; LUNCH BOUNDARY 300 0 0 300 | UNAVAILABLE/LUNCH, 12:36 AVAILABLE | 360 |  60
                        a neighbour after the period forgives     | 08:00-12:00 | 16:00 | NONE; LUNCH BOUNDARY 300 0 0 300 | AVAILABLE, 11:54 UNAVAILABLE/LUNCH | 360 |  60
                        a neighbour after asOf forgives           | 08:00-16:00 | 11:58 | NONE; LUNCH BOUNDARY 300 0 0 300 | AVAILABLE, 11:54 UNAVAILABLE/LUNCH | 240 |  60
                        """)
        void edgesAreTheSchedulesNeverThePeriods(
                String rule,
                String period,
                String asOf,
                String grace,
                String told,
                int raw,
                int tolerated) {
            var found =
                    aDay().judged(period)
                            .asOf(asOf)
                            .planned("WORK 08:00-16:00, LUNCH 12:00-12:30")
                            .was(told)
                            .forgiven(grace)
                            .assess();

            assertThat(found.raw().out()).hasSeconds(raw);
            assertThat(found.tolerated().out()).hasSeconds(tolerated);
        }

        @ParameterizedTest(name = "judged {0} as of {1}: {2} out, {3} after grace")
        @CsvSource(
                textBlock =
                        """
                        08:00-16:00, 16:00,    300, 300
                        09:04-16:00, 16:00,     60,   0
                        09:03-16:00, 16:00,    120, 120
                        08:00-09:01, 16:00,     60,   0
                        08:00-16:00, 09:01,     60,   0
                        08:00-16:00, 09:01:59, 119,   0
                        08:00-16:00, 09:02,    120, 120
                        """)
        void aRunThatIsCutIsJudgedOnWhatIsLeft(String period, String asOf, int raw, int tolerated) {
            var found =
                    aDay().judged(period)
                            .asOf(asOf)
                            .planned("WORK 08:00-16:00")
                            .was("AVAILABLE, 09:00 AWAY, 09:05 AVAILABLE")
                            .forgiven("MINIMUM_EXCEPTION 120")
                            .assess();

            assertThat(found.raw().out()).hasSeconds(raw);
            assertThat(found.tolerated().out()).hasSeconds(tolerated);
        }
    }

    @Nested
    class WhatIsExcused {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        nothing                                           |                                      | 180 |   0
                        what the excuse covers                            | 09:00-09:01                          | 180 |  60
                        the whole run                                     | 08:00-10:00                          | 180 | 180
                        grace comes first: what is left stays, however short | 09:00-09:02:50                    | 180 | 170
                        overlapping excuses count once                    | 09:00-09:01, 09:00:30-09:01:30       | 180 |  90
                        one inside the other counts once                  | 09:00-09:02, 09:00:30-09:01          | 180 | 120
                        the same twice counts once                        | 09:00-09:01, 09:00-09:01             | 180 |  60
                        excuses that touch                                | 09:01-09:02, 09:00-09:01             | 180 | 120
                        excuses apart                                     | 09:02-09:02:30, 09:00-09:01          | 180 |  90
                        time in adherence needs no excuse                 | 10:00-11:00                          | 180 |   0
                        what touches the run covers nothing of it         | 08:00-09:00, 09:03-10:00             | 180 |   0
                        """)
        void isRemovedFromWhatStillCounts(
                String rule, @Nullable String excuses, int out, int excused) {
            var day =
                    aDay().planned("WORK 08:00-16:00")
                            .was("AVAILABLE, 09:00 AWAY, 09:03 AVAILABLE")
                            .forgiven("MINIMUM_EXCEPTION 120")
                            .excused(excuses == null ? "" : excuses);
            var found = day.assess();

            assertThat(found.raw().out()).hasSeconds(out);
            assertThat(found.tolerated().out()).hasSeconds(out);
            assertThat(found.score().out()).hasSeconds(out - excused);
            assertThat(found.score().in()).isEqualTo(found.raw().in().plusSeconds(excused));
            assertThat(day.deviation().excused()).hasSeconds(excused);
            assertThat(day.deviation().counted()).hasSeconds(out - excused);
        }

        @ParameterizedTest(name = "excused {0}: {1} forgiven, {2} excused")
        @CsvSource(
                textBlock =
                        """
                        12:30-12:35, 300,  0
                        12:30-12:36, 300, 60
                        12:35-12:36, 300, 60
                        12:20-12:30, 300,  0
                        """)
        void forgivenTimeIsNotExcusedBesides(String excuse, int tolerated, int excused) {
            var deviation =
                    aDay().planned("WORK 08:00-16:00, LUNCH 12:00-12:30")
                            .was("AVAILABLE, 12:00 UNAVAILABLE/LUNCH, 12:36 AVAILABLE")
                            .forgiven("NONE; LUNCH BOUNDARY 0 0 0 300")
                            .excused(excuse)
                            .deviation();

            assertThat(deviation.tolerated()).hasSeconds(tolerated);
            assertThat(deviation.excused()).hasSeconds(excused);
        }

        @Test
        void aForgivenRunNeedsNoExcuse() {
            var deviation =
                    aDay().planned("WORK 08:00-16:00")
                            .was("AVAILABLE, 09:00 AWAY, 09:01 AVAILABLE")
                            .forgiven("MINIMUM_EXCEPTION 120")
                            .excused("08:00-16:00")
                            .deviation();

            assertThat(deviation.tolerated()).hasSeconds(60);
            assertThat(deviation.excused()).isZero();
        }

        @Test
        void neutralAndUnscheduledTimeStayWhatTheyAre() {
            var day =
                    aDay().planned("TIME_OFF 08:00-09:00")
                            .was("AVAILABLE, 10:00 AWAY")
                            .excused("08:00-10:00");

            assertThat(day.assess().neutral()).hasHours(1);
            assertThat(day.assess().score()).isEqualTo(Tally.NONE);
            assertThat(day.assess().unscheduledWork()).hasHours(9);
        }

        @Test
        void excusesAreCutToThePeriod() {
            var found =
                    aDay().judged("09:01-09:02")
                            .planned("WORK 08:00-16:00")
                            .was("AWAY")
                            .excused("08:00-09:01:20, 09:01:40-10:00")
                            .assess();

            assertThat(found.raw().out()).hasSeconds(60);
            assertThat(found.score().out()).hasSeconds(20);
        }
    }

    @Nested
    class TheFigures {

        @Test
        void forgivenAndExcusedTimeCountsAsTimeInAdherence() {
            var found =
                    aDay().planned("WORK 08:00-09:00")
                            .was("08:05 AVAILABLE, 08:50 AWAY")
                            .forgiven("BOUNDARY 0 300 0 0")
                            .excused("08:50-08:55")
                            .assess();

            assertThat(found.raw()).isEqualTo(minutes(45, 15));
            assertThat(found.tolerated()).isEqualTo(minutes(50, 10));
            assertThat(found.score()).isEqualTo(minutes(55, 5));
        }

        @Test
        void neutralTimeIsInNeither() {
            var found =
                    aDay().planned("WORK 08:00-09:00")
                            .was("08:00 AVAILABLE, 08:20 UNKNOWN, 08:50 AWAY")
                            .assess();

            assertThat(found.raw()).isEqualTo(minutes(20, 10));
            assertThat(found.neutral()).hasMinutes(30);
            assertThat(found.scheduled()).hasHours(1);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        nothing in, nothing out: no percent   | WORK 08:00-09:00 | UNKNOWN                       |
                        no schedule: no percent               |                  | AVAILABLE                     |
                        nothing in                            | WORK 08:00-09:00 | AWAY                          |   0.00
                        nothing out                           | WORK 08:00-09:00 | AVAILABLE                     | 100.00
                        rounded half up: 79.125               | WORK 08:00-08:13:20 | AVAILABLE, 08:10:33 AWAY   |  79.13
                        a hair less is rounded down           | WORK 08:00-08:13:20 | AVAILABLE, 08:10:32.999999999 AWAY | 79.12
                        from exact times, not from seconds    | WORK 08:00-08:00:00.8 | AVAILABLE, 08:00:00.4 AWAY |  50.00
                        from exact times, to the nanosecond   | WORK 08:00-08:00:00.000000003 | AVAILABLE, 08:00:00.000000001 AWAY | 33.33
                        """)
        void thePercentIsOfTheTimeThatCounts(
                String rule, @Nullable String plan, String told, @Nullable String percent) {
            var found = aDay().planned(plan == null ? "" : plan).was(told).assess();

            assertThat(rounded(found.raw().percent())).isEqualTo(percent);
            assertThat(rounded(found.tolerated().percent())).isEqualTo(percent);
            assertThat(rounded(found.score().percent())).isEqualTo(percent);
        }

        @Test
        void timesAreExactToTheNanosecond() {
            var found =
                    aDay().planned("WORK 08:00-08:00:01.5")
                            .was("08:00:00.123456789 AVAILABLE, 08:00:01.4 UNKNOWN")
                            .assess();

            assertThat(found.raw())
                    .isEqualTo(
                            new Tally(
                                    Duration.ofNanos(1_276_543_211),
                                    Duration.ofNanos(123_456_789)));
            assertThat(found.neutral()).isEqualTo(Duration.ofMillis(100));
            assertThat(found.deviations().getFirst().end()).isEqualTo(time("08:00:00.123456789"));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        work, planned or not, against planned work | WORK 08:00-10:00                      | 09:00 AVAILABLE, 10:30 AWAY         |  75.00
                        it may exceed 100                          | WORK 08:00-10:00                      | 07:00 AVAILABLE, 10:00 AWAY         | 150.00
                        no work was planned                        | LUNCH 08:00-09:00                     | AVAILABLE                           |
                        nothing was planned                        |                                       | AVAILABLE                           |
                        no work was done                           | WORK 08:00-10:00                      | AWAY                                |   0.00
                        only what is visible of the plan           | WORK 08:00-10:00, MEETING 09:00-10:00 | 08:00 AVAILABLE, 08:30 AWAY         |  50.00
                        working through lunch is work              | WORK 08:00-10:00, LUNCH 09:00-10:00   | 08:00 AVAILABLE, 10:00 AWAY         | 200.00
                        a custom activity of the category WORK     | PROJECT 08:00-10:00                   | 08:00 ACTIVE, 09:00 AWAY            |  50.00
                        a code on a working base                   | WORK 08:00-10:00                      | 08:00 ACTIVE/MAIL, 09:00 AWAY       |  50.00
                        """)
        void conformanceIsWorkDoneAgainstWorkPlanned(
                String rule, @Nullable String plan, String told, @Nullable String percent) {
            var found = aDay().planned(plan == null ? "" : plan).was(told).assess();

            assertThat(rounded(found.conformance())).isEqualTo(percent);
        }

        private static Tally minutes(int in, int out) {
            return new Tally(Duration.ofMinutes(in), Duration.ofMinutes(out));
        }

        private static @Nullable String rounded(Optional<Percent> percent) {
            return percent.map(it -> it.rounded(2)).map(BigDecimal::toPlainString).orElse(null);
        }
    }

    @Nested
    class TheDeviations {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        from the start on                     | 00:00-24:00 | 24:00 | AWAY, 08:10 AVAILABLE, 09:00 AWAY                 | LATE
                        to the end                            | 00:00-24:00 | 24:00 | AVAILABLE, 08:50 AWAY                             | EARLY
                        the whole piece                       | 00:00-24:00 | 24:00 | AWAY                                              | ABSENT
                        in between                            | 00:00-24:00 | 24:00 | AVAILABLE, 08:10 AWAY, 08:50 AVAILABLE            | MIDDLE
                        the period begins with the piece      | 08:00-24:00 | 24:00 | AWAY, 08:10 AVAILABLE                             | LATE
                        the period ends with the piece        | 00:00-09:00 | 24:00 | AVAILABLE, 08:50 AWAY                             | EARLY
                        asOf is the end of the piece          | 00:00-24:00 | 09:00 | AVAILABLE, 08:50 AWAY                             | EARLY
                        cut by the start of the period        | 08:05-24:00 | 24:00 | AWAY, 08:10 AVAILABLE                             | MIDDLE
                        cut by the end of the period          | 00:00-08:55 | 24:00 | AVAILABLE, 08:50 AWAY                             | MIDDLE
                        cut by asOf                           | 00:00-24:00 | 08:55 | AVAILABLE, 08:50 AWAY                             | MIDDLE
                        absent, cut by the start of the period | 08:05-24:00 | 24:00 | AWAY                                             | EARLY
                        absent, cut by the end of the period  | 00:00-08:55 | 24:00 | AWAY                                              | LATE
                        absent, cut on both sides             | 08:05-08:55 | 24:00 | AWAY                                              | MIDDLE
                        """)
        void theEdgeSaysWhereInThePieceItLies(
                String rule, String period, String asOf, String told, Edge edge) {
            var day = aDay().judged(period).asOf(asOf).planned("WORK 08:00-09:00").was(told);

            assertThat(day.deviation().edge()).isEqualTo(edge);
        }

        @Test
        void aRunNeverCrossesTheEdgeOfAPiece() {
            var found =
                    aDay().planned("WORK 08:00-10:00, WORK 10:00-12:00, MEETING 12:00-13:00")
                            .was("AVAILABLE, 09:00 AWAY, 12:30 UNAVAILABLE/MEETING, 13:00 AWAY")
                            .assess();

            assertThat(found.deviations())
                    .extracting(
                            Deviation::activity, Deviation::start, Deviation::end, Deviation::edge)
                    .containsExactly(
                            tuple("WORK", time("09:00"), time("10:00"), Edge.EARLY),
                            tuple("WORK", time("10:00"), time("12:00"), Edge.ABSENT),
                            tuple("MEETING", time("12:00"), time("12:30"), Edge.LATE));
        }

        @Test
        void workOutsideEveryEntryBreaksOffAtAnEntry() {
            var found =
                    aDay().planned("WORK 08:00-09:00, LUNCH 09:30-10:00")
                            .was(
                                    "07:50 AVAILABLE, 09:10 AWAY, 09:20 ACTIVE, 09:30 AWAY, 10:00 ACTIVE,"
                                            + " 10:10 AWAY")
                            .mapped("* * IN")
                            .unscheduled(Unscheduled.EXCEPTION)
                            .assess();

            assertThat(found.deviations())
                    .extracting(Deviation::start, Deviation::end, Deviation::edge)
                    .containsExactly(
                            tuple(time("07:50"), time("08:00"), Edge.UNSCHEDULED),
                            tuple(time("09:00"), time("09:10"), Edge.UNSCHEDULED),
                            tuple(time("09:20"), time("09:30"), Edge.UNSCHEDULED),
                            tuple(time("10:00"), time("10:10"), Edge.UNSCHEDULED));
            assertThat(found.deviations()).extracting(Deviation::activity).containsOnlyNulls();
        }

        @ParameterizedTest(name = "{0} scheduled, {1}: {2}")
        @CsvSource(
                textBlock =
                        """
                        WORK,        AWAY,               NEGATIVE
                        WORK,        UNAVAILABLE/BREAK,  NEGATIVE
                        WORK,        AVAILABLE/OUTBOUND, NEUTRAL
                        PROJECT,     AWAY,               NEGATIVE
                        LUNCH,       AVAILABLE,          POSITIVE
                        LUNCH,       AVAILABLE/OUTBOUND, POSITIVE
                        LUNCH,       ACTIVE,             POSITIVE
                        LUNCH,       AWAY,               NEUTRAL
                        BACK_OFFICE, ACTIVE,             POSITIVE
                        STOCKTAKING, UNAVAILABLE/BREAK,  NEUTRAL
                        TIME_OFF,    AVAILABLE,          POSITIVE
                        TIME_OFF,    AWAY,               NEUTRAL
                        """)
        void theImpactComparesPlanAndWork(String activity, String presence, Impact impact) {
            var day = aDay().planned(activity + " 08:00-09:00").was(presence).mapped("* * OUT");

            assertThat(day.deviation().impact()).isEqualTo(impact);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        the longer one, first                    | 12:00 AVAILABLE, 12:20 AWAY                                     | POSITIVE
                        the longer one, last                     | 12:00 AVAILABLE, 12:10 AWAY                                     | NEUTRAL
                        of two as long, the first                | 12:00 AVAILABLE, 12:15 AWAY                                     | POSITIVE
                        of two as long, the first, the other way | 12:00 AWAY, 12:15 AVAILABLE                                     | NEUTRAL
                        each presence adds up                    | 12:00 AVAILABLE, 12:08 AWAY, 12:21 AVAILABLE                    | POSITIVE
                        as long in all, the first to appear      | 12:00 AVAILABLE, 12:05 AWAY, 12:20 AVAILABLE                    | POSITIVE
                        presences, not impacts, are compared     | 12:00 AVAILABLE, 12:09 AWAY, 12:21 ACTIVE                       | NEUTRAL
                        a code is a presence of its own          | 12:00 AVAILABLE, 12:09 AWAY, 12:21 AVAILABLE/OUTBOUND           | NEUTRAL
                        """)
        void aMixedRunTakesTheImpactOfItsLongestPresence(String rule, String told, Impact impact) {
            var day = aDay().judged("12:00-12:30").planned("LUNCH 12:00-12:30").was(told);

            assertThat(day.deviation().impact()).isEqualTo(impact);
        }

        @Test
        void presencesAreListedOnceEachByFirstAppearance() {
            var deviation =
                    aDay().planned("WORK 08:00-16:00")
                            .was(
                                    """
                                    UNAVAILABLE/LUNCH, 08:00 AVAILABLE, 09:00 UNAVAILABLE/OTHER,
                                    09:01 AWAY, 09:02 UNAVAILABLE/BREAK, 09:03 AWAY,
                                    09:04 UNAVAILABLE/OTHER, 09:05 ACTIVE
                                    """)
                            .deviation();

            assertThat(deviation.presences())
                    .containsExactly("UNAVAILABLE/OTHER", "AWAY", "UNAVAILABLE/BREAK");
            assertThat(deviation.duration()).hasMinutes(5);
        }

        @Test
        void aForgivenRunIsADeviationAllTheSame() {
            var deviation =
                    aDay().planned("WORK 08:00-16:00")
                            .was("AVAILABLE, 09:00 AWAY, 09:01 AVAILABLE")
                            .forgiven("MINIMUM_EXCEPTION 120")
                            .deviation();

            assertThat(deviation.tolerated()).hasMinutes(1);
            assertThat(deviation.counted()).isZero();
        }

        @Test
        void forgivenAtBothEndsAddsUp() {
            var deviation =
                    aDay().planned("WORK 08:00-09:00").forgiven("BOUNDARY 0 300 120 0").deviation();

            assertThat(deviation.tolerated()).hasSeconds(420);
        }
    }

    @Nested
    class TheCost {

        /// Two hundred thousand runs, each with an excuse: one walk, not each against each.
        /// Measured in the processor's time, which a busy machine does not stretch.
        @Test
        void growsWithEventsAndExcusesNotWithTheirProduct() {
            int runs = 200_000;
            var start = time("00:00");
            var end = start.plusSeconds(4 * runs);
            var presence = new ArrayList<PresenceFrom>();
            var excuses = new ArrayList<TimeSpan>();
            for (int run = 0; run < runs; run++) {
                var out = start.plusSeconds(4 * run);
                presence.add(new PresenceFrom(out, "AWAY"));
                presence.add(new PresenceFrom(out.plusSeconds(2), "AVAILABLE"));
                excuses.add(TimeSpan.of(out.plusSeconds(1), out.plusSeconds(3)));
            }
            var subject =
                    new Case(
                            TimeSpan.of(start, end),
                            end,
                            List.of(new Piece("WORK", Category.WORK, start, end)),
                            presence,
                            "AWAY",
                            excuses);
            var rules = aDay().told().rules();

            var threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            var found = Engine.assess(subject, rules);
            long took = threads.getCurrentThreadCpuTime() - before;

            assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(5));
            assertThat(found.score())
                    .isEqualTo(new Tally(Duration.ofSeconds(3 * runs), Duration.ofSeconds(runs)));
            assertThat(found.deviations()).hasSize(runs);
        }
    }
}
