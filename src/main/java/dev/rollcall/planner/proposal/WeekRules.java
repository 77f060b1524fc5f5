package dev.rollcall.planner.proposal;

import static ai.timefold.solver.core.api.score.HardMediumSoftScore.ONE_HARD;
import static ai.timefold.solver.core.api.score.HardMediumSoftScore.ONE_MEDIUM;
import static ai.timefold.solver.core.api.score.HardMediumSoftScore.ONE_SOFT;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.conditionally;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countBi;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.lessThan;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;

/// What a proposed week is weighed by, rule by rule. What was fixed before is held against nobody:
/// only what the search decides counts where a rule is broken.
///
/// Public because the solver asks for it; everything in it stays in the package.
public class WeekRules implements ConstraintProvider {

    /// A half hour with a head too few weighs as two hours somebody is owed.
    static final long MISSING_HEAD = 120;

    /// A group without anybody weighs as three more heads.
    static final long NOBODY = 3 * MISSING_HEAD;

    /// A wish that is not followed, and one shift more than the others have, against people who are
    /// too many.
    static final long UNMET_WISH = 40;

    static final long UNFAIR = 15;

    /// Half an hour that a shift begins earlier or later than that of the day before: from the
    /// first shift of the day to the last weighs less than a wish.
    static final long UNSTEADY = 2;

    /// A day of work too many weighs as a shift's hours too many.
    private static final long MINUTES_A_SHIFT = 480;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            restBetweenShifts(factory),
            hoursAtMost(factory),
            daysAtMost(factory),
            availability(factory),
            coverage(factory),
            groupCoverage(factory),
            nobodyLeft(factory),
            agreedHours(factory),
            surplus(factory),
            wishes(factory),
            fairness(factory),
            steadiness(factory)
        };
    }

    /// Minutes of rest that are missing between two shifts.
    Constraint restBetweenShifts(ConstraintFactory factory) {
        return days(factory)
                .filter(PersonDay::isWork)
                .join(
                        days(factory).filter(PersonDay::isWork),
                        equal(PersonDay::person),
                        lessThan(PersonDay::date))
                .filter((before, after) -> !before.isFixed() || !after.isFixed())
                .filter((before, after) -> before.missingRest(after) > 0)
                .penalize(ONE_HARD, PersonDay::missingRest)
                .asConstraint(Rule.REST.name());
    }

    /// Paid minutes beyond those agreed.
    Constraint hoursAtMost(ConstraintFactory factory) {
        return days(factory)
                .filter(PersonDay::isInWeek)
                .groupBy(
                        PersonDay::person,
                        sum(PersonDay::paidMinutes),
                        conditionally(PersonDay::isFixed, sum(PersonDay::paidMinutes)))
                .filter((person, paid, fixed) -> paid > Math.max(person.mostMinutes(), fixed))
                .penalize(
                        ONE_HARD,
                        (person, paid, fixed) -> paid - Math.max(person.mostMinutes(), fixed))
                .asConstraint(Rule.HOURS_AT_MOST.name());
    }

    /// Days of work beyond those agreed.
    Constraint daysAtMost(ConstraintFactory factory) {
        return days(factory)
                .filter(PersonDay::isInWeek)
                .filter(PersonDay::isWork)
                .groupBy(PersonDay::person, count(), conditionally(PersonDay::isFixed, count()))
                .filter((person, days, fixed) -> days > Math.max(person.mostDays(), fixed))
                .penalize(
                        ONE_HARD,
                        (person, days, fixed) ->
                                (days - Math.max(person.mostDays(), fixed)) * MINUTES_A_SHIFT)
                .asConstraint(Rule.DAYS_AT_MOST.name());
    }

    /// Minutes at work when somebody cannot be.
    Constraint availability(ConstraintFactory factory) {
        return days(factory)
                .filter(day -> day.isInWeek() && !day.isFixed())
                .filter(day -> day.unavailableMinutes() > 0)
                .penalize(ONE_HARD, PersonDay::unavailableMinutes)
                .asConstraint(Rule.AVAILABILITY.name());
    }

    /// Heads too few of everybody together.
    Constraint coverage(ConstraintFactory factory) {
        return heads(factory)
                .filter((need, heads) -> need.isOfEverybody() && need.missing(heads) > 0)
                .penalize(ONE_MEDIUM, (need, heads) -> need.missing(heads) * MISSING_HEAD)
                .asConstraint(Rule.COVERAGE.name());
    }

    /// Heads too few of one group. Somebody who is in two groups counts in both: that there are
    /// enough for both at once is what [#coverage] sees to.
    Constraint groupCoverage(ConstraintFactory factory) {
        return heads(factory)
                .filter((need, heads) -> !need.isOfEverybody() && need.missing(heads) > 0)
                .penalize(ONE_MEDIUM, (need, heads) -> need.missing(heads) * MISSING_HEAD)
                .asConstraint(Rule.GROUP_COVERAGE.name());
    }

    /// Nobody at all of a group that is needed.
    Constraint nobodyLeft(ConstraintFactory factory) {
        return heads(factory)
                .filter((need, heads) -> !need.isOfEverybody() && heads == 0)
                .penalize(ONE_MEDIUM, (need, _) -> need.neededHalfHours() * NOBODY)
                .asConstraint(Rule.NOBODY_LEFT.name());
    }

    /// Minutes somebody is owed.
    Constraint agreedHours(ConstraintFactory factory) {
        return days(factory)
                .filter(PersonDay::isInWeek)
                .groupBy(PersonDay::person, sum(PersonDay::paidMinutes))
                .complement(Person.class, _ -> 0L)
                .filter((person, paid) -> paid < person.agreedMinutes())
                .penalize(ONE_MEDIUM, (person, paid) -> person.agreedMinutes() - paid)
                .asConstraint(Rule.AGREED_HOURS.name());
    }

    /// Heads too many, squared, so that they are spread out.
    Constraint surplus(ConstraintFactory factory) {
        return heads(factory)
                .filter((need, heads) -> need.isOfEverybody() && need.tooManySquared(heads) > 0)
                .penalize(ONE_SOFT, (need, heads) -> need.tooManySquared(heads))
                .asConstraint(Rule.SURPLUS.name());
    }

    /// Wishes a shift does not follow.
    Constraint wishes(ConstraintFactory factory) {
        return days(factory)
                .filter(day -> day.isInWeek() && !day.isFixed())
                .filter(day -> day.unmetWishes() > 0)
                .penalize(ONE_SOFT, day -> day.unmetWishes() * UNMET_WISH)
                .asConstraint(Rule.WISHES.name());
    }

    /// Early, late, night and weekend shifts, squared, so that they are shared.
    Constraint fairness(ConstraintFactory factory) {
        return days(factory)
                .filter(PersonDay::isInWeek)
                .flatten(PersonDay::burdens)
                .groupBy((day, _) -> day.person(), (_, burden) -> burden, countBi())
                .penalize(
                        ONE_SOFT,
                        (person, burden, shifts) -> UNFAIR * grown(person.before(burden), shifts))
                .asConstraint(Rule.FAIRNESS.name());
    }

    /// Half hours by which somebody's shift begins earlier or later, by the clock on the wall, than
    /// the one of the day before: who gets up at five today and at noon tomorrow sleeps badly.
    Constraint steadiness(ConstraintFactory factory) {
        return days(factory)
                .filter(PersonDay::isWork)
                .join(
                        days(factory).filter(PersonDay::isWork),
                        equal(PersonDay::person),
                        equal(PersonDay::nextDayNumber, PersonDay::dayNumber))
                .filter((before, after) -> !before.isFixed() || !after.isFixed())
                .filter((before, after) -> before.movedHalfHours(after) > 0)
                .penalize(ONE_SOFT, (before, after) -> before.movedHalfHours(after) * UNSTEADY)
                .asConstraint(Rule.STEADINESS.name());
    }

    /// By how much a square grows.
    private static long grown(long before, long more) {
        return (before + more) * (before + more) - before * before;
    }

    /// Days that are planned already hold none of the templates: for the solver nothing was decided
    /// there.
    private static UniConstraintStream<PersonDay> days(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(PersonDay.class)
                .filter(day -> day.shift() != null);
    }

    private static BiConstraintStream<Need, Long> heads(ConstraintFactory factory) {
        return days(factory)
                .flattenLast(PersonDay::covered)
                .groupBy(need -> need, count())
                .complement(Need.class, _ -> 0L);
    }
}
