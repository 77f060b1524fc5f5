package dev.rollcall.planner.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.planner.PlanRules;
import dev.rollcall.planner.PlannedHeads;
import dev.rollcall.planner.Terms;
import dev.rollcall.planner.Terms.Available;
import dev.rollcall.planner.Terms.Contract;
import dev.rollcall.planner.Wish;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What each rule of a proposed week says, in minutes where it is about time. The week begins on
/// Monday, 2 March 2026; shifts are entered as `08:00-16:00`, all of it paid.
class WeekRulesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final GroupId CHAT = new GroupId(7);
    private static final GroupId CALLS = new GroupId(8);
    private static final Option ONLY = new Option(0);

    private static final ConstraintVerifier<WeekRules, Week> RULES =
            ConstraintVerifier.build(new WeekRules(), Week.class, PersonDay.class);

    private final PlanRules plan = new PlanRules(_ -> Category.WORK, _ -> true);
    private final List<Need> needs = new ArrayList<>();

    private static Person person(int id, Terms terms, GroupId... groups) {
        return new Person(
                new AgentId(id),
                ZoneOffset.UTC,
                Set.of(groups),
                terms,
                List.of(),
                Map.of(),
                Set.of());
    }

    private static Person person(int id, GroupId... groups) {
        return person(id, Terms.NONE, groups);
    }

    private static Person wishing(int id, Wish... wishes) {
        return new Person(
                new AgentId(id),
                ZoneOffset.UTC,
                Set.of(),
                Terms.NONE,
                List.of(wishes),
                Map.of(),
                Set.of());
    }

    private static Terms hours(int weekly, int days) {
        return new Terms(
                new Contract(MONDAY, Duration.ofHours(weekly), days, Terms.USUAL_REST, 1),
                List.of());
    }

    private Shift shift(int day, String hours) {
        var date = MONDAY.plusDays(day);
        var parts = hours.split("-");
        var start = date.atTime(LocalTime.parse(parts[0]));
        var end = date.atTime(LocalTime.parse(parts[1]));
        var span =
                TimeSpan.of(
                        start.toInstant(ZoneOffset.UTC),
                        (end.isAfter(start) ? end : end.plusDays(1)).toInstant(ZoneOffset.UTC));
        return Shift.of(
                0,
                date,
                ZoneOffset.UTC,
                List.of(new PlannedActivity("WORK", span)),
                plan,
                _ -> Category.WORK);
    }

    private PersonDay decided(Person person, int day, String hours) {
        var shift = shift(day, hours);
        var open = PersonDay.open(person, MONDAY.plusDays(day), Map.of(ONLY, shift));
        open.setOption(ONLY);
        return prepared(open, 0);
    }

    private PersonDay planned(Person person, int day, String hours) {
        return prepared(PersonDay.fixed(person, MONDAY.plusDays(day), shift(day, hours), true), 0);
    }

    private PersonDay prepared(PersonDay day, long unavailable) {
        var byGroup = new HashMap<@Nullable GroupId, Map<Instant, Need>>();
        needs.forEach(need ->
                byGroup.computeIfAbsent(need.group(), _ -> new HashMap<>())
                        .put(need.start(), need));
        day.prepare(byGroup, _ -> unavailable);
        return day;
    }

    private void needed(@Nullable GroupId group, int day, String from, int... heads) {
        var start = MONDAY.plusDays(day).atTime(LocalTime.parse(from)).toInstant(ZoneOffset.UTC);
        for (int i = 0; i < heads.length; i++) {
            needs.add(
                    new Need(
                            group,
                            start.plus(PlannedHeads.STEP.multipliedBy(i)),
                            List.of(heads[i])));
        }
    }

    private void penalizes(
            BiFunction<WeekRules, ConstraintFactory, Constraint> rule,
            long minutes,
            Object... facts) {
        var all = new ArrayList<Object>(List.of(facts));
        all.addAll(needs);
        RULES.verifyThat(rule).given(all.toArray()).penalizesBy(minutes);
    }

    @Test
    void restMissingBetweenTwoShiftsCountsInMinutes() {
        var ada = person(1);

        penalizes(
                WeekRules::restBetweenShifts,
                120,
                decided(ada, 0, "13:00-22:00"),
                decided(ada, 1, "07:00-15:00"));
    }

    @Test
    void elevenHoursOfRestAreEnough() {
        var ada = person(1);

        penalizes(
                WeekRules::restBetweenShifts,
                0,
                decided(ada, 0, "13:00-22:00"),
                decided(ada, 1, "09:00-17:00"));
    }

    @Test
    void oneNeedsNoRestFromTheShiftsOfOthers() {
        penalizes(
                WeekRules::restBetweenShifts,
                0,
                decided(person(1), 0, "13:00-22:00"),
                decided(person(2), 1, "07:00-15:00"));
    }

    @Test
    void restIsKeptFromWhatIsPlannedAlready() {
        var ada = person(1);

        penalizes(
                WeekRules::restBetweenShifts,
                60,
                planned(ada, 0, "22:00-06:00"),
                decided(ada, 1, "16:00-20:00"));
    }

    @Test
    void whatPlannersDidIsHeldAgainstNobody() {
        var ada = person(1, hours(4, 1));

        var monday = planned(ada, 0, "13:00-22:00");
        var tuesday = planned(ada, 1, "07:00-15:00");
        penalizes(WeekRules::restBetweenShifts, 0, monday, tuesday);
        penalizes(WeekRules::hoursAtMost, 0, monday, tuesday);
        penalizes(WeekRules::daysAtMost, 0, monday, tuesday);
    }

    @Test
    void moreThanTheAgreedHoursCountsInMinutes() {
        var ada = person(1, hours(15, 5));

        penalizes(
                WeekRules::hoursAtMost,
                60,
                decided(ada, 0, "08:00-16:00"),
                decided(ada, 1, "08:00-16:00"));
    }

    @Test
    void timeOffThatIsPaidCountsTowardsTheHours() {
        var ada = person(1, hours(8, 5));
        var off = new Shift(-1, MONDAY, null, 0, List.of(), 480, Set.of());

        penalizes(
                WeekRules::hoursAtMost,
                480,
                prepared(PersonDay.fixed(ada, MONDAY, off, true), 0),
                decided(ada, 1, "08:00-16:00"));
    }

    @Test
    void eachDayMoreThanAgreedCountsAsAShift() {
        var ada = person(1, hours(40, 2));

        penalizes(
                WeekRules::daysAtMost,
                480,
                decided(ada, 0, "08:00-12:00"),
                decided(ada, 1, "08:00-12:00"),
                decided(ada, 2, "08:00-12:00"));
    }

    @Test
    void whoAgreedOnNothingHasADayOffAWeek() {
        var ada = person(1);
        var week = new Object[7];
        for (int day = 0; day < 7; day++) {
            week[day] = decided(ada, day, "08:00-12:00");
        }

        penalizes(WeekRules::daysAtMost, 480, week);
    }

    @Test
    void minutesAtWorkWhenSomebodyCannotBeCount() {
        var ada =
                person(
                        1,
                        new Terms(
                                null,
                                List.of(
                                        new Available(
                                                DayOfWeek.MONDAY,
                                                LocalTime.of(8, 0),
                                                LocalTime.of(14, 0)))));
        var shift = shift(0, "08:00-16:00");
        var monday = PersonDay.open(ada, MONDAY, Map.of(ONLY, shift));
        monday.setOption(ONLY);

        penalizes(WeekRules::availability, 120, prepared(monday, 120));
    }

    @Test
    void eachHeadTooFewCountsPerHalfHour() {
        needed(null, 0, "08:00", 1, 3);

        penalizes(
                WeekRules::coverage,
                2 * WeekRules.MISSING_HEAD,
                decided(person(1), 0, "08:00-16:00"));
    }

    @Test
    void whereNobodyIsPlannedAllHeadsAreMissing() {
        needed(null, 0, "08:00", 2);

        penalizes(WeekRules::coverage, 2 * WeekRules.MISSING_HEAD);
    }

    @Test
    void peopleOfOtherGroupsDoNotCountForAGroup() {
        needed(CHAT, 0, "08:00", 2);

        penalizes(
                WeekRules::groupCoverage,
                WeekRules.MISSING_HEAD,
                decided(person(1, CHAT), 0, "08:00-16:00"),
                decided(person(2, CALLS), 0, "08:00-16:00"));
    }

    @Test
    void aGroupThatIsNeededHasSomebody() {
        needed(CHAT, 0, "08:00", 1, 1);

        penalizes(
                WeekRules::nobodyLeft,
                WeekRules.NOBODY,
                decided(person(1, CHAT), 0, "08:30-16:00"),
                decided(person(2, CALLS), 0, "08:00-16:00"));
    }

    @Test
    void minutesSomebodyIsOwedCount() {
        var ada = person(1, hours(20, 5));

        penalizes(WeekRules::agreedHours, 12 * 60, ada, decided(ada, 0, "08:00-16:00"));
    }

    @Test
    void whoHasNoShiftAtAllIsOwedEverything() {
        penalizes(WeekRules::agreedHours, 20 * 60, person(1, hours(20, 5)));
    }

    @Test
    void aPublicHolidayOnWhichNobodyIsNeededIsNotOwed() {
        var ada =
                new Person(
                        new AgentId(1),
                        ZoneOffset.UTC,
                        Set.of(),
                        hours(20, 5),
                        List.of(),
                        Map.of(),
                        Set.of(MONDAY));

        penalizes(WeekRules::agreedHours, 16 * 60, ada);
    }

    @Test
    void peopleTooManyAtOnceCountMoreThanOneByOne() {
        needed(null, 0, "08:00", 0);

        penalizes(
                WeekRules::surplus,
                4,
                decided(person(1), 0, "08:00-16:00"),
                decided(person(2), 0, "08:00-16:00"));
    }

    private record OnMondays(boolean isMet) implements Wish {

        @Override
        public Sentence said() {
            return new Sentence("wish", "wish", List.of());
        }

        @Override
        public DayOfWeek weekday() {
            return DayOfWeek.MONDAY;
        }

        @Override
        public boolean isMetBy(TimeSpan shift, LocalDate date, ZoneId zone) {
            return isMet;
        }
    }

    @Test
    void aWishThatAShiftDoesNotFollowCounts() {
        penalizes(
                WeekRules::wishes,
                WeekRules.UNMET_WISH,
                decided(wishing(1, new OnMondays(false)), 0, "08:00-16:00"));
    }

    @Test
    void aWishThatAShiftFollowsDoesNot() {
        penalizes(WeekRules::wishes, 0, decided(wishing(1, new OnMondays(true)), 0, "08:00-16:00"));
    }

    @Test
    void aWishIsAboutItsWeekdayOnly() {
        penalizes(
                WeekRules::wishes, 0, decided(wishing(1, new OnMondays(false)), 1, "08:00-16:00"));
    }

    @Test
    void aThirdLateShiftCountsMoreThanAFirst() {
        var ada =
                new Person(
                        new AgentId(1),
                        ZoneOffset.UTC,
                        Set.of(),
                        Terms.NONE,
                        List.of(),
                        Map.of(Burden.LATE, 2),
                        Set.of());

        penalizes(WeekRules::fairness, 5 * WeekRules.UNFAIR, decided(ada, 0, "13:00-22:00"));
        penalizes(WeekRules::fairness, WeekRules.UNFAIR, decided(person(2), 0, "13:00-22:00"));
    }

    @Test
    void anOrdinaryDayIsNobodysBurden() {
        penalizes(WeekRules::fairness, 0, decided(person(1), 0, "08:00-16:00"));
    }

    @Test
    void eachHalfHourThatAShiftBeginsEarlierOrLaterThanTheDayBeforeCounts() {
        var ada = person(1);

        penalizes(
                WeekRules::steadiness,
                (10 + 4) * WeekRules.UNSTEADY,
                decided(ada, 0, "08:00-16:00"),
                decided(ada, 1, "13:00-21:00"),
                decided(ada, 2, "11:00-19:00"));
    }

    @Test
    void steadinessKnowsNoMidnight() {
        var ada = person(1);

        penalizes(
                WeekRules::steadiness,
                4 * WeekRules.UNSTEADY,
                decided(ada, 0, "23:00-07:00"),
                decided(ada, 2, "01:00-09:00"),
                decided(ada, 1, "01:00-05:00"));
    }

    @Test
    void afterADayOffOneBeginsAfresh() {
        var ada = person(1);

        penalizes(
                WeekRules::steadiness,
                0,
                decided(ada, 0, "06:00-14:00"),
                decided(ada, 2, "14:00-22:00"),
                decided(person(2), 1, "14:00-22:00"));
    }

    @Test
    void steadinessLooksAtThePlannedNeighbourToo() {
        var ada = person(1);

        penalizes(
                WeekRules::steadiness,
                16 * WeekRules.UNSTEADY,
                planned(ada, 0, "06:00-14:00"),
                decided(ada, 1, "14:00-22:00"));
        penalizes(
                WeekRules::steadiness,
                0,
                planned(ada, 0, "06:00-14:00"),
                planned(ada, 1, "14:00-22:00"));
    }

    @Test
    void theAccountTellsWhoBeginsHoursApart() {
        var ada = person(1);
        var week =
                new Week(
                        List.of(ONLY),
                        List.of(ada),
                        List.of(),
                        List.of(
                                decided(ada, 0, "13:30-22:00"),
                                decided(ada, 1, "13:00-21:00"),
                                decided(ada, 2, "08:00-16:00")));

        assertThat(Accounting.of(week).of(Rule.STEADINESS))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.date()).isEqualTo(MONDAY.plusDays(2));
                    assertThat(each.found()).isEqualTo(8 * 60);
                    assertThat(each.wanted()).isEqualTo(13 * 60);
                });
    }
}
