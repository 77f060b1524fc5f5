package dev.rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.adherence.Afterwards;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.Pattern.Way;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.reports.DayFacts.ActivityFacts;
import dev.rollcall.reports.DayFacts.Happened;
import dev.rollcall.reports.Recurrence.Cell;
import dev.rollcall.reports.Recurrence.Count;
import dev.rollcall.reports.Recurrence.Verdict;
import dev.rollcall.schedule.Category;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Rules about many days, each on days written down by hand.
class PatternRuleTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int HALF_PAST_TWELVE = 25;
    private static final AgentId DANA = new AgentId(1);

    /// Weekdays of so many weeks.
    private static List<LocalDate> weeks(int weeks) {
        return MONDAY.datesUntil(MONDAY.plusWeeks(weeks))
                .filter(date -> date.getDayOfWeek().getValue() <= 5)
                .toList();
    }

    private static DayFacts good(AgentId who, LocalDate date) {
        return day(who, date, 8, List.of(), 0, Duration.ZERO, Duration.ZERO);
    }

    private static DayFacts lateFromLunch(AgentId who, LocalDate date) {
        return day(who, date, 8, List.of(happened(date)), 0, Duration.ZERO, Duration.ZERO);
    }

    private static Happened happened(LocalDate date) {
        return new Happened(
                date.atTime(12, 30).toInstant(ZoneOffset.UTC),
                HALF_PAST_TWELVE,
                1L << HALF_PAST_TWELVE,
                "WORK",
                Way.BACK_LATE,
                "LUNCH",
                false,
                Duration.ofMinutes(10));
    }

    private static DayFacts day(
            AgentId who,
            LocalDate date,
            int hours,
            List<Happened> happened,
            int missedBreaks,
            Duration overrun,
            Duration unscheduled) {
        var work = Duration.ofHours(hours);
        var tally = new Tally(work, Duration.ZERO);
        return new DayFacts(
                who,
                date,
                new UnitId(1),
                "",
                new Totals(
                        new Figures(
                                work,
                                work,
                                work,
                                Duration.ZERO,
                                Duration.ZERO,
                                unscheduled,
                                tally,
                                tally,
                                tally,
                                happened.size(),
                                Afterwards.NOTHING),
                        new Edges(happened.size(), 0, 0, 0),
                        hours > 0 ? 1 : 0,
                        2,
                        missedBreaks,
                        overrun),
                hours == 0
                        ? List.of()
                        : List.of(activity("WORK", Category.WORK, work, 0xFFFFL << 16)),
                happened);
    }

    private static ActivityFacts activity(
            String code, Category category, Duration scheduled, long slots) {
        return new ActivityFacts(
                code,
                category,
                scheduled,
                scheduled,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Away.NONE,
                Edges.NONE,
                slots);
    }

    @Nested
    class RecurringOrIsolated {

        private List<DayFacts> lateOn(int weeks, Predicate<LocalDate> late) {
            return weeks(weeks).stream()
                    .map(date -> late.test(date) ? lateFromLunch(DANA, date) : good(DANA, date))
                    .toList();
        }

        @Test
        void aWeekdayRecursFromFourTimesAndHalfOfThemOn() {
            var four =
                    Recurrence.in(
                            lateOn(
                                    8,
                                    date ->
                                            date.getDayOfWeek() == DayOfWeek.TUESDAY
                                                    && date.isBefore(MONDAY.plusWeeks(4))));

            assertThat(four.verdict()).isEqualTo(Verdict.RECURRING);
            assertThat(four.evidence())
                    .isEqualTo(
                            new Recurrence.Evidence(
                                    Way.BACK_LATE,
                                    "LUNCH",
                                    DayOfWeek.TUESDAY,
                                    HALF_PAST_TWELVE,
                                    4,
                                    8));

            var nineTuesdays =
                    Recurrence.in(
                            lateOn(
                                    9,
                                    date ->
                                            date.getDayOfWeek() == DayOfWeek.TUESDAY
                                                    && date.isBefore(MONDAY.plusWeeks(4))));
            assertThat(nineTuesdays.verdict()).as("less than half").isEqualTo(Verdict.ISOLATED);
            var three =
                    Recurrence.in(
                            lateOn(
                                    4,
                                    date ->
                                            date.getDayOfWeek() == DayOfWeek.TUESDAY
                                                    && date.isBefore(MONDAY.plusWeeks(3))));
            assertThat(three.verdict()).as("less than four").isEqualTo(Verdict.ISOLATED);
        }

        @Test
        void anyDayRecursFromSixTimesAndAFifthOn() {
            var dates = weeks(6);
            var six = lateOn(6, date -> dates.indexOf(date) % 5 == dates.indexOf(date) / 5 % 5);
            assertThat(Recurrence.in(six).verdict()).isEqualTo(Verdict.RECURRING);
            assertThat(Recurrence.in(six).told().orElseThrow().weekday()).isNull();
            assertThat(Recurrence.in(six).told().orElseThrow().of()).isEqualTo(30);

            var five = new ArrayList<>(six);
            five.removeIf(day -> day.date().equals(dates.getFirst()));
            assertThat(Recurrence.in(five).verdict()).isEqualTo(Verdict.ISOLATED);
        }

        @Test
        void nothingIsNothing() {
            var none = Recurrence.in(lateOn(13, _ -> false));

            assertThat(none.verdict()).isEqualTo(Verdict.NOTHING);
            assertThat(none.told()).isEmpty();
            assertThat(none.of()).isEqualTo(65);
        }

        @Test
        void theMapCountsDaysByWeekdayAndHalfHour() {
            var map = Recurrence.in(lateOn(2, date -> date.equals(MONDAY))).cells();

            assertThat(map.get(new Cell(DayOfWeek.MONDAY, HALF_PAST_TWELVE)))
                    .isEqualTo(new Count(2, 1));
            assertThat(map.get(new Cell(DayOfWeek.MONDAY, 16))).isEqualTo(new Count(2, 0));
            assertThat(map).doesNotContainKey(new Cell(DayOfWeek.MONDAY, 15));
        }
    }

    @Nested
    class PlansAtFault {

        /// So many people late from lunch on so many Mondays, of so many planned there.
        private List<ScheduleFault> late(int people, int mondays, int planned) {
            var days = new ArrayList<DayFacts>();
            for (int who = 1; who <= planned; who++) {
                for (int week = 0; week < mondays; week++) {
                    var date = MONDAY.plusWeeks(week);
                    var agent = new AgentId(who);
                    days.add(who <= people ? lateFromLunch(agent, date) : good(agent, date));
                }
            }
            return ScheduleFault.in(days);
        }

        @Test
        void fivePeopleOnThreeDatesAndHalfOfThosePlannedAreAFault() {
            assertThat(late(5, 3, 10))
                    .containsExactly(
                            new ScheduleFault(
                                    new UnitId(1),
                                    DayOfWeek.MONDAY,
                                    HALF_PAST_TWELVE,
                                    "WORK",
                                    Way.BACK_LATE,
                                    "LUNCH",
                                    5,
                                    15,
                                    30,
                                    3));
        }

        @Test
        void fewerAreTheirOwnAffair() {
            assertThat(late(4, 3, 4)).as("too few people").isEmpty();
            assertThat(late(5, 2, 5)).as("too few dates").isEmpty();
            assertThat(late(5, 3, 11)).as("less than half").isEmpty();
        }
    }

    @Nested
    class SignsOfStrain {

        private List<DayFacts> days(int count, IntFunction<DayFacts> each) {
            return IntStream.range(0, count).mapToObj(each).toList();
        }

        private DayFacts over(int ago, int minutes) {
            return day(
                    DANA,
                    MONDAY.plusDays(ago),
                    8,
                    List.of(),
                    0,
                    Duration.ofMinutes(minutes),
                    Duration.ZERO);
        }

        @Test
        void fiveDaysInARowThatRanOverAreASign() {
            assertThat(Strain.in(days(8, i -> over(i, i >= 2 && i < 7 ? 11 : 0))))
                    .containsExactly(
                            new Strain(
                                    Strain.Kind.OVERRUN_STREAK,
                                    5,
                                    8,
                                    MONDAY.plusDays(2),
                                    MONDAY.plusDays(6)));
            assertThat(Strain.in(days(8, i -> over(i, i == 4 ? 10 : 11))))
                    .as("ten minutes break it")
                    .isEmpty();
        }

        @Test
        void daysOffDoNotBreakARow() {
            assertThat(
                            Strain.in(
                                    days(
                                            7,
                                            i ->
                                                    i == 3 || i == 4
                                                            ? day(
                                                                    DANA,
                                                                    MONDAY.plusDays(i),
                                                                    0,
                                                                    List.of(),
                                                                    0,
                                                                    Duration.ZERO,
                                                                    Duration.ZERO)
                                                            : over(i, 30))))
                    .extracting(Strain::count)
                    .containsExactly(5);
        }

        @Test
        void threeBreaksWorkedThroughAreASignIfTheyAreAFifth() {
            assertThat(Strain.in(days(7, i -> missed(i, i < 3 ? 1 : 0))))
                    .extracting(Strain::kind, Strain::count, Strain::of)
                    .containsExactly(tuple(Strain.Kind.MISSED_BREAKS, 3, 14));
            assertThat(Strain.in(days(8, i -> missed(i, i < 3 ? 1 : 0)))).isEmpty();
            assertThat(Strain.in(days(2, i -> missed(i, 1)))).isEmpty();
        }

        private DayFacts missed(int ago, int breaks) {
            return day(
                    DANA, MONDAY.plusDays(ago), 8, List.of(), breaks, Duration.ZERO, Duration.ZERO);
        }

        @Test
        void aTenthMoreThanPlannedIsASignFromFourHoursOn() {
            assertThat(Strain.in(days(5, i -> more(i, 48))))
                    .extracting(Strain::kind, Strain::count, Strain::of)
                    .containsExactly(tuple(Strain.Kind.OVERTIME, 4, 40));
            assertThat(Strain.in(days(5, i -> more(i, 47)))).isEmpty();
            assertThat(Strain.in(days(4, i -> more(i, 48)))).as("three hours").isEmpty();
        }

        private DayFacts more(int ago, int minutes) {
            return day(
                    DANA,
                    MONDAY.plusDays(ago),
                    8,
                    List.of(),
                    0,
                    Duration.ZERO,
                    Duration.ofMinutes(minutes));
        }
    }

    @Nested
    class WhatIsNotThere {

        @Test
        void isSharesOfEverythingScheduled() {
            var work =
                    new ActivityFacts(
                            "WORK",
                            Category.WORK,
                            Duration.ofHours(80),
                            Duration.ofHours(80),
                            Duration.ofHours(6),
                            Duration.ofHours(5),
                            Duration.ofHours(4),
                            new Away(
                                    Duration.ofHours(2),
                                    Duration.ofHours(1),
                                    Duration.ofHours(3),
                                    Duration.ZERO),
                            Edges.NONE,
                            0);
            var lunch = activity("LUNCH", Category.AUXILIARY, Duration.ofHours(10), 0);
            var leave = activity("TIME_OFF", Category.TIME_OFF, Duration.ofHours(10), 0);

            var shrinkage = Shrinkage.of(List.of(work, lunch, leave), 0);

            assertThat(shrinkage.planned()).isEqualTo(Duration.ofHours(20));
            assertThat(shrinkage.unplanned()).isEqualTo(Duration.ofHours(6));
            assertThat(shrinkage.notDone().absent()).isEqualTo(Duration.ofHours(3));
            assertThat(shrinkage.share(shrinkage.total()).orElseThrow().rounded(1))
                    .isEqualByComparingTo("26.0");
            assertThat(shrinkage.parts())
                    .extracting(Shrinkage.Part::activity, Shrinkage.Part::isPlanned)
                    .containsExactly(
                            tuple("LUNCH", true), tuple("TIME_OFF", true), tuple("WORK", false));
        }

        @Test
        void isNoShareWhereNothingWasScheduled() {
            var none = Shrinkage.of(List.of(), 0);

            assertThat(none.share(none.total())).isEmpty();
        }
    }
}
