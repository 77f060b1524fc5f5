package dev.rollcall.requests;

import dev.rollcall.demand.Demand;
import dev.rollcall.demand.HalfHours;
import dev.rollcall.demand.RequiredHeads;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.PlannedHeads;
import dev.rollcall.requests.Outlook.Heads;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.shared.TimeSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Looks up what it would mean if somebody were off.
@Component
class Outlooks {

    /// Dates this far apart are read at once: each needs the day before and after anyway.
    private static final int CLOSE_DAYS = 3;

    private static final int LONGEST_RUN = 60;

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

    /// A request somebody looks at.
    ///
    /// @param number of the request itself, which is left out; 0: it is not there yet
    record Asked(Agent person, AbsenceType type, List<AbsenceDay> days, long number) {

        private List<AbsenceDay> touched() {
            return days.stream().filter(AbsenceDay::isChanged).toList();
        }

        private Stream<LocalDate> planned() {
            return touched().stream().filter(day -> !day.before().isEmpty()).map(AbsenceDay::date);
        }
    }

    Outlook of(Asked asked) {
        return of(List.of(asked)).getFirst();
    }

    /// Of many at once: what several of them need of a unit is read once.
    List<Outlook> of(List<Asked> asked) {
        var dates = new HashMap<UnitId, TreeSet<LocalDate>>();
        asked.forEach(each ->
                each.planned()
                        .forEach(date ->
                                dates.computeIfAbsent(each.person().unit(), _ -> new TreeSet<>())
                                        .add(date)));
        var units = new HashMap<UnitId, OfUnit>();
        dates.forEach((unit, wanted) -> units.put(unit, read(unit, wanted)));
        return asked.stream()
                .map(each ->
                        new Outlook(
                                days(
                                        each.person(),
                                        each.touched(),
                                        units.getOrDefault(each.person().unit(), OfUnit.NOTHING)),
                                allowances(each.person(), each.type(), each.days(), each.number())))
                .toList();
    }

    /// What is planned and needed in a unit around some dates.
    private record OfUnit(
            Map<LocalDate, Map<AgentId, List<PlannedActivity>>> plans,
            Map<LocalDate, RequiredHeads> required) {

        static final OfUnit NOTHING = new OfUnit(Map.of(), Map.of());

        /// Everything that may reach into a date, by whom and of which date.
        void around(
                LocalDate date,
                BiConsumer<AgentId, Map.Entry<LocalDate, List<PlannedActivity>>> with) {
            for (var each = date.minusDays(1);
                    !each.isAfter(date.plusDays(1));
                    each = each.plusDays(1)) {
                var of = each;
                plans.getOrDefault(each, Map.of())
                        .forEach((agent, entries) -> with.accept(agent, Map.entry(of, entries)));
            }
        }
    }

    private OfUnit read(UnitId unit, SortedSet<LocalDate> dates) {
        var people =
                directory.agents(Scope.ofUnits(directory.withDescendants(unit))).stream()
                        .map(Agent::id)
                        .toList();
        var plans = new HashMap<LocalDate, Map<AgentId, List<PlannedActivity>>>();
        var required = new HashMap<LocalDate, RequiredHeads>();
        for (var run : runs(dates)) {
            var first = run.getFirst().minusDays(1);
            var last = run.getLast().plusDays(1);
            schedules
                    .plans(people, first, last)
                    .forEach((agent, days) ->
                            days.forEach(day ->
                                    plans.computeIfAbsent(day.date(), _ -> new HashMap<>())
                                            .put(agent, day.activities())));
            var needed =
                    access.asSystem(
                            "requests",
                            () ->
                                    demand.requiredHeads(
                                            unit,
                                            null,
                                            TimeSpan.of(
                                                    first.atStartOfDay().toInstant(ZoneOffset.UTC),
                                                    last.plusDays(2)
                                                            .atStartOfDay()
                                                            .toInstant(ZoneOffset.UTC))));
            run.forEach(date -> required.put(date, needed));
        }
        return new OfUnit(plans, required);
    }

    /// Dates that are close enough to be read at once.
    static List<List<LocalDate>> runs(SortedSet<LocalDate> dates) {
        var runs = new ArrayList<List<LocalDate>>();
        for (var date : dates) {
            var run = runs.isEmpty() ? null : runs.getLast();
            if (run == null
                    || date.isAfter(run.getLast().plusDays(CLOSE_DAYS))
                    || date.isAfter(run.getFirst().plusDays(LONGEST_RUN))) {
                runs.add(new ArrayList<>(List.of(date)));
            } else {
                run.add(date);
            }
        }
        return runs;
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

    private List<Outlook.Day> days(Agent person, List<AbsenceDay> touched, OfUnit unit) {
        if (touched.isEmpty()) {
            return List.of();
        }
        var away = table.away(others(person), touched.getFirst().date(), touched.getLast().date());
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

    private List<Heads> heads(Agent person, OfUnit unit, AbsenceDay day) {
        var shift = absences.rules().shift(day.before());
        if (shift.isEmpty()) {
            return List.of();
        }
        var window = halfHours(shift.get());
        var others = new ArrayList<List<PlannedActivity>>();
        unit.around(
                day.date(),
                (agent, plan) -> {
                    if (!agent.equals(person.id()) || !plan.getKey().equals(day.date())) {
                        others.add(plan.getValue());
                    }
                });
        var own = PlannedHeads.of(List.of(day.before()), window, activities::categoryOf);
        var kept = PlannedHeads.of(List.of(day.after()), window, activities::categoryOf);
        others.add(day.after());
        var left = PlannedHeads.of(others, window, activities::categoryOf);
        var required = Objects.requireNonNull(unit.required().get(day.date()));
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
