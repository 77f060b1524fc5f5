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
/// is not planned yet: its working days count, holidays left out, as many as are agreed a week. In
/// a week that is planned, days without a shift are days off, and take nothing.
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
        var working = working(person, first, last, daysAWeek);
        var days = new ArrayList<AbsenceDay>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            var entries = plans.getOrDefault(date, List.of());
            int version = versions.getOrDefault(date, 0);
            if (!entries.isEmpty()) {
                days.add(AbsenceDay.planned(date, version, entries, way));
            } else if (version == 0 && !planned.contains(monday(date)) && working.contains(date)) {
                days.add(AbsenceDay.unplanned(date, way));
            } else {
                days.add(AbsenceDay.untouched(date, version, entries));
            }
        }
        return List.copyOf(days);
    }

    private Set<LocalDate> working(Agent person, LocalDate first, LocalDate last, int daysAWeek) {
        var weekdays = directory.unit(person.unit()).map(Unit::workingDays).orElse(Set.of());
        var free =
                holidays.of(person.unit(), first, last).stream()
                        .map(Holiday::date)
                        .collect(Collectors.toSet());
        var working = new HashSet<LocalDate>();
        int inWeek = 0;
        for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
            if (date.getDayOfWeek() == DayOfWeek.MONDAY) {
                inWeek = 0;
            }
            if (weekdays.contains(date.getDayOfWeek()) && inWeek < daysAWeek) {
                inWeek++;
                if (!free.contains(date)) {
                    working.add(date);
                }
            }
        }
        return working;
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
