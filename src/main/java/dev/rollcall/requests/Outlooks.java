package dev.rollcall.requests;

import dev.rollcall.demand.Demand;
import dev.rollcall.demand.HalfHours;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.planner.PlannedHeads;
import dev.rollcall.requests.Outlook.Heads;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.shared.TimeSpan;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Looks up what it would mean if somebody were off.
@Component
class Outlooks {

    private final Schedules schedules;
    private final Activities activities;
    private final Demand demand;
    private final AbsenceDays absences;
    private final TimeOffTable table;
    private final AllowanceTable allowances;
    private final Directory directory;
    private final Access access;

    Outlooks(
            Schedules schedules,
            Activities activities,
            Demand demand,
            AbsenceDays absences,
            TimeOffTable table,
            AllowanceTable allowances,
            Directory directory,
            Access access) {
        this.schedules = schedules;
        this.activities = activities;
        this.demand = demand;
        this.absences = absences;
        this.table = table;
        this.allowances = allowances;
        this.directory = directory;
        this.access = access;
    }

    /// @param number of the request itself, which is left out; 0: it is not there yet
    Outlook of(Agent person, AbsenceType type, List<AbsenceDay> days, long number) {
        return new Outlook(days(person, days), allowances(person, type, days, number));
    }

    /// What is left of the allowances, without the days.
    List<Outlook.Left> allowances(
            Agent person, AbsenceType type, List<AbsenceDay> days, long number) {
        var wanted = new TreeMap<Integer, BigDecimal>();
        days.forEach(day ->
                wanted.merge(day.date().getYear(), day.amount(type.measure()), BigDecimal::add));
        var left = new ArrayList<Outlook.Left>();
        wanted.forEach((year, amount) -> {
            var allowance = allowances.of(person.id(), type.code(), year);
            var used =
                    table.sums(List.of(person.id()), year, number)
                            .getOrDefault(person.id(), Map.of())
                            .getOrDefault(type.code(), TimeOffTable.Sums.NOTHING);
            left.add(
                    new Outlook.Left(
                            type,
                            year,
                            allowance.isSet(),
                            new Balance(type, allowance, used.taken(), used.waiting()).left(),
                            amount));
        });
        return left;
    }

    private List<Outlook.Day> days(Agent person, List<AbsenceDay> days) {
        var touched = days.stream().filter(AbsenceDay::isChanged).toList();
        if (touched.isEmpty()) {
            return List.of();
        }
        var away = table.away(others(person), touched.getFirst().date(), touched.getLast().date());
        var unit =
                directory.agents(Scope.ofUnits(directory.withDescendants(person.unit()))).stream()
                        .map(Agent::id)
                        .toList();
        return touched.stream()
                .map(day ->
                        new Outlook.Day(
                                day.date(),
                                !day.before().isEmpty(),
                                away.getOrDefault(day.date(), List.of()),
                                day.before().isEmpty() ? List.of() : heads(person, unit, day)))
                .toList();
    }

    /// Those who share a group with somebody; of who has none, those of their unit.
    private Set<AgentId> others(Agent person) {
        var scope =
                person.groups().isEmpty()
                        ? Scope.ofUnits(Set.of(person.unit()))
                        : new Scope(false, Set.of(), person.groups(), Set.of());
        return directory.agents(scope).stream()
                .map(Agent::id)
                .filter(each -> !each.equals(person.id()))
                .collect(Collectors.toSet());
    }

    private List<Heads> heads(Agent person, Collection<AgentId> unit, AbsenceDay day) {
        var shift = absences.rules().shift(day.before());
        if (shift.isEmpty()) {
            return List.of();
        }
        var window = halfHours(shift.get());
        var others = new ArrayList<List<PlannedActivity>>();
        schedules
                .plans(unit, day.date().minusDays(1), day.date().plusDays(1))
                .forEach((agent, plans) ->
                        plans.stream()
                                .filter(plan ->
                                        !agent.equals(person.id())
                                                || !plan.date().equals(day.date()))
                                .forEach(plan -> others.add(plan.activities())));
        var own = PlannedHeads.of(List.of(day.before()), window, activities::categoryOf);
        var kept = PlannedHeads.of(List.of(day.after()), window, activities::categoryOf);
        others.add(day.after());
        var left = PlannedHeads.of(others, window, activities::categoryOf);
        var required =
                access.asSystem(
                        "requests", () -> demand.requiredHeads(person.unit(), null, window));
        var heads = new ArrayList<Heads>();
        for (int i = 0; i < left.seconds().size(); i++) {
            if (kept.at(i) < own.at(i)) {
                var start = left.start().plus(PlannedHeads.STEP.multipliedBy(i));
                var needed = required.at(start);
                heads.add(
                        new Heads(
                                LocalTime.ofInstant(start, person.zone()),
                                left.at(i),
                                needed.isPresent() ? (Integer) needed.getAsInt() : null));
            }
        }
        return heads;
    }

    private static TimeSpan halfHours(TimeSpan shift) {
        var start = HalfHours.floor(shift.start());
        var last = HalfHours.floor(shift.end().minusNanos(1));
        return TimeSpan.of(start, last.plus(HalfHours.LENGTH));
    }
}
