package dev.rollcall.demo;

import dev.rollcall.audit.Actor;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Plans the demo's days by the [Rota], where nobody has planned anything yet.
@Component
@Profile("demo")
class DemoPlans {

    static final Actor DEMO = Actor.system("demo");

    private final Directory directory;
    private final Schedules schedules;
    private final Retries retries;

    DemoPlans(Directory directory, Schedules schedules, Retries retries) {
        this.directory = directory;
        this.schedules = schedules;
        this.retries = retries;
    }

    /// Plans everybody's days from a date to another, both included, in one go.
    void plan(LocalDate first, LocalDate last) {
        // It waits for the keepers of attendance and reports, who are at the same days.
        retries.<Boolean>inTransactionOfItsOwn(() -> {
            var plans = plans(first, last);
            var versions =
                    schedules.versions(
                            Roster.PEOPLE.stream().map(person -> agent(person).id()).toList(),
                            first,
                            last);
            var days = new ArrayList<Schedules.NewVersion>();
            for (var person : Roster.PEOPLE) {
                var agent = agent(person).id();
                var planned = new HashSet<LocalDate>();
                plans.getOrDefault(person, List.of()).forEach(plan -> planned.add(plan.date()));
                first.datesUntil(last.plusDays(1))
                        .filter(date -> person.works(date) && !planned.contains(date))
                        .forEach(date ->
                                days.add(
                                        new Schedules.NewVersion(
                                                agent,
                                                date,
                                                new ArrayList<>(Rota.plan(person, date)),
                                                versions.getOrDefault(agent, Map.of())
                                                        .getOrDefault(date, 0))));
            }
            schedules.publish(days, DEMO);
            return true;
        });
    }

    /// What is planned for everybody, by whomever, from a date to another, both included.
    Map<Person, List<DayPlan>> plans(LocalDate first, LocalDate last) {
        var people = new HashMap<AgentId, Person>();
        Roster.PEOPLE.forEach(person -> people.put(agent(person).id(), person));
        var plans = new HashMap<Person, List<DayPlan>>();
        schedules
                .plans(people.keySet(), first, last)
                .forEach((agent, days) ->
                        plans.put(Objects.requireNonNull(people.get(agent)), days));
        return plans;
    }

    /// Whenever the demo starts, its agent sign-in finds a shift that goes on for a while: where it
    /// does not, the last shift is made longer, or another begins.
    void keepDemoAgentOnShift(Instant now) {
        var person = Roster.PEOPLE.getFirst();
        var coming = now.plus(2, ChronoUnit.HOURS);
        var start =
                now.atZone(person.zone())
                        .minusHours(2)
                        .truncatedTo(ChronoUnit.HOURS)
                        .toLocalDateTime();
        var date = start.toLocalDate();
        var near = plans(date.minusDays(1), date).getOrDefault(person, List.of());
        boolean onShift =
                near.stream()
                        .flatMap(plan -> plan.activities().stream())
                        .anyMatch(a -> a.span().contains(now) && a.span().contains(coming));
        if (onShift) {
            return;
        }
        var sooner =
                near.stream()
                        .filter(plan -> plan.date().equals(date))
                        .flatMap(plan -> plan.activities().stream())
                        .toList();
        replace(person, date, Rota.prolonged(sooner, Rota.shift(person, date, start)));
    }

    private void replace(Person person, LocalDate date, List<PlannedActivity> plan) {
        schedules.replace(agent(person).id(), date, new ArrayList<>(plan), null, null, DEMO);
    }

    Agent agent(Person person) {
        return directory
                .agent(person.externalId())
                .orElseThrow(() -> new IllegalStateException("Not hired: " + person));
    }
}
