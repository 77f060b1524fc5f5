package dev.rollcall.requests;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.planner.AgreedTerms;
import dev.rollcall.planner.PlanRules;
import dev.rollcall.planner.Terms;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Holiday;
import dev.rollcall.schedule.Holidays;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks up what time off makes of somebody's days. A week in which no shift of theirs is published
/// is not planned yet: the working days that are asked for count, holidays left out, as many as are
/// agreed a week. In a week that is planned, days without a shift are days off, and take nothing.
@Component
class AbsenceDays {

    private static final Duration USUAL_DAY = Duration.ofHours(8);
    private static final int USUAL_DAYS_A_WEEK = 5;

    private final Schedules schedules;
    private final Activities activities;
    private final Holidays holidays;
    private final AgreedTerms terms;
    private final Directory directory;
    private final Access access;

    AbsenceDays(
            Schedules schedules,
            Activities activities,
            Holidays holidays,
            AgreedTerms terms,
            Directory directory,
            Access access) {
        this.schedules = schedules;
        this.activities = activities;
        this.holidays = holidays;
        this.terms = terms;
        this.directory = directory;
        this.access = access;
    }

    PlanRules rules() {
        return new PlanRules(
                activities::categoryOf,
                code -> activities.of(code).filter(Activity::paid).isPresent());
    }

    /// What is agreed with somebody; whoever asks for themselves may not look it up themselves.
    Terms terms(Agent person, LocalDate date) {
        return access.asSystem("requests", () -> terms.of(person.id(), date));
    }

    /// @param activity what is to stand in the plan
    List<AbsenceDay> of(
            Agent person, LocalDate from, LocalDate to, @Nullable Hours part, String activity) {
        var first = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = to.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var plans = new HashMap<LocalDate, List<PlannedActivity>>();
        schedules
                .plans(List.of(person.id()), first, last)
                .getOrDefault(person.id(), List.of())
                .forEach(plan -> plans.put(plan.date(), plan.activities()));
        var versions =
                schedules
                        .versions(List.of(person.id()), first, last)
                        .getOrDefault(person.id(), Map.of());
        var contract = terms(person, from).contract();
        int daysAWeek = contract == null ? USUAL_DAYS_A_WEEK : contract.daysAWeek();
        var usual =
                contract == null || daysAWeek == 0 || contract.weekly().isZero()
                        ? USUAL_DAY
                        : contract.weekly().dividedBy(daysAWeek);
        var rules = rules();
        var way =
                new AbsenceDay.Way(
                        person.zone(), activity, part, usual, rules, activities::categoryOf);
        var planned = new HashSet<LocalDate>();
        plans.forEach((date, entries) -> {
            if (rules.shift(entries).isPresent()) {
                planned.add(monday(date));
            }
        });
        var working =
                working(
                        from,
                        to,
                        directory.unit(person.unit()).map(Unit::workingDays).orElse(Set.of()),
                        holidays.of(person.unit(), first, last).stream()
                                .map(Holiday::date)
                                .collect(Collectors.toSet()),
                        plans.keySet(),
                        daysAWeek);
        var days = new ArrayList<AbsenceDay>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            var entries = plans.getOrDefault(date, List.of());
            int version = versions.getOrDefault(date, 0);
            if (!entries.isEmpty()) {
                days.add(AbsenceDay.planned(date, version, entries, way));
            } else if (!planned.contains(monday(date)) && working.contains(date)) {
                // Also a day that was planned and emptied again, as one that was taken back is.
                days.add(AbsenceDay.unplanned(date, version, way));
            } else {
                days.add(AbsenceDay.untouched(date, version, entries));
            }
        }
        return List.copyOf(days);
    }

    /// Which of the days that are asked for count, where their weeks are not planned yet. Pure.
    ///
    /// Nobody knows yet on which days of such a week somebody will work, so the first ones they ask
    /// for count until there are as many as are agreed a week. What stands in the plan of the week
    /// already, absences, is among those; so are holidays they ask for, which take nothing, except
    /// that one day is always left to ask for.
    ///
    /// @param weekdays on which people of the unit work
    /// @param free holidays
    /// @param taken days with something in their plan
    static Set<LocalDate> working(
            LocalDate from,
            LocalDate to,
            Set<DayOfWeek> weekdays,
            Set<LocalDate> free,
            Set<LocalDate> taken,
            int daysAWeek) {
        var places = new HashMap<LocalDate, Integer>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            places.putIfAbsent(monday(date), daysAWeek);
            if (free.contains(date) && weekdays.contains(date.getDayOfWeek())) {
                places.computeIfPresent(monday(date), (_, left) -> left > 1 ? left - 1 : left);
            }
        }
        taken.forEach(date -> places.computeIfPresent(monday(date), (_, left) -> left - 1));
        var working = new HashSet<LocalDate>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            if (weekdays.contains(date.getDayOfWeek())
                    && !free.contains(date)
                    && !taken.contains(date)
                    && places.merge(monday(date), -1, Integer::sum) >= 0) {
                working.add(date);
            }
        }
        return working;
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
