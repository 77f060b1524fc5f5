package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.Timelines;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings together what presence, schedule and excuses know of working days: many people in one go,
/// three queries whatever their number.
@Component
class WorkingDays {

    private final Schedules schedules;
    private final Activities activities;
    private final Timelines timelines;
    private final AdherenceSettings settings;
    private final KnownExcuses excuses;

    WorkingDays(
            Schedules schedules,
            Activities activities,
            Timelines timelines,
            AdherenceSettings settings,
            KnownExcuses excuses) {
        this.schedules = schedules;
        this.activities = activities;
        this.timelines = timelines;
        this.settings = settings;
        this.excuses = excuses;
    }

    /// The working day each person is in at an instant.
    Map<AgentId, WorkingDay> at(Collection<Agent> agents, Instant instant) {
        var dates = new HashMap<AgentId, LocalDate>();
        for (var agent : agents) {
            dates.put(agent.id(), LocalDate.ofInstant(instant, agent.zone()));
        }
        var plans = plans(agents, dates.values());
        for (var agent : agents) {
            dates.put(
                    agent.id(),
                    WorkingDay.dateOf(
                            instant, agent.zone(), plans.getOrDefault(agent.id(), List.of())));
        }
        var days = new HashMap<AgentId, WorkingDay>();
        for (var list : build(agents, a -> List.of(dates.get(a.id())), plans).values()) {
            days.put(list.getFirst().agent().id(), list.getFirst());
        }
        return days;
    }

    /// The plan a scheduled piece comes from; the day's own where nothing is scheduled. Empty when
    /// there is none.
    Optional<DayPlan> planOf(WorkingDay day, @Nullable Piece piece) {
        return among(
                schedules
                        .plans(
                                List.of(day.agent().id()),
                                day.date().minusDays(1),
                                day.date().plusDays(1))
                        .getOrDefault(day.agent().id(), List.of()),
                day,
                piece);
    }

    /// The same among the plans that were known at an instant.
    Optional<DayPlan> planKnownAt(WorkingDay day, @Nullable Piece piece, Instant instant) {
        return among(plansKnownAt(day, instant), day, piece);
    }

    private List<DayPlan> plansKnownAt(WorkingDay day, Instant instant) {
        return schedules.plansKnownAt(
                day.agent().id(), day.date().minusDays(1), day.date().plusDays(1), instant);
    }

    private static Optional<DayPlan> among(
            List<DayPlan> plans, WorkingDay day, @Nullable Piece piece) {
        // Of two plans that overlap the later date's rules, as it does in a day's layers.
        return plans.reversed().stream()
                .filter(plan ->
                        piece == null ? plan.date().equals(day.date()) : contains(plan, piece))
                .findFirst();
    }

    private static boolean contains(DayPlan plan, Piece piece) {
        return plan.activities().stream()
                .filter(entry -> entry.activity().equals(piece.activity()))
                .map(PlannedActivity::span)
                .anyMatch(span ->
                        !span.start().isAfter(piece.start()) && !span.end().isBefore(piece.end()));
    }

    /// The working day of a date.
    Map<AgentId, WorkingDay> on(Collection<Agent> agents, LocalDate date) {
        var days = new HashMap<AgentId, WorkingDay>();
        between(agents, date, date).forEach((agent, list) -> days.put(agent, list.getFirst()));
        return days;
    }

    /// The working days of the dates from `from` to `to`, both included.
    Map<AgentId, List<WorkingDay>> between(Collection<Agent> agents, LocalDate from, LocalDate to) {
        var dates = from.datesUntil(to.plusDays(1)).toList();
        return build(agents, _ -> dates, plans(agents, List.of(from, to)));
    }

    /// The same day as far as it was known at an instant: its period stays, what it holds does not.
    WorkingDay asKnownAt(WorkingDay day, Instant instant) {
        return asKnownAt(List.of(day), instant).getFirst();
    }

    /// The same for different people's days of one date and one period, in the order they came.
    List<WorkingDay> asKnownAt(List<WorkingDay> days, Instant instant) {
        if (days.isEmpty()) {
            return List.of();
        }
        var date = days.getFirst().date();
        var period = days.getFirst().period();
        var people = days.stream().map(day -> day.agent().id()).toList();
        var plans = schedules.plansKnownAt(people, date.minusDays(1), date.plusDays(1), instant);
        var segments = timelines.asKnownAt(people, period, instant);
        var excused = excuses.asKnownAt(people, period, instant);
        return days.stream()
                .map(day -> {
                    var agent = day.agent();
                    return day.holding(
                            plans.getOrDefault(agent.id(), List.of()),
                            segments.getOrDefault(agent.id(), List.of()),
                            excused.getOrDefault(agent.id(), List.of()),
                            settings.on(agent.unit(), date, instant),
                            activities::categoryOf);
                })
                .toList();
    }

    private Map<AgentId, List<DayPlan>> plans(
            Collection<Agent> agents, Collection<LocalDate> dates) {
        if (agents.isEmpty()) {
            return Map.of();
        }
        // Two days either side: a neighbour's own edges count too.
        var first = dates.stream().min(LocalDate::compareTo).orElseThrow().minusDays(2);
        var last = dates.stream().max(LocalDate::compareTo).orElseThrow().plusDays(2);
        return schedules.plans(agents.stream().map(Agent::id).toList(), first, last);
    }

    private Map<AgentId, List<WorkingDay>> build(
            Collection<Agent> agents,
            java.util.function.Function<Agent, List<LocalDate>> datesOf,
            Map<AgentId, List<DayPlan>> plans) {
        if (agents.isEmpty()) {
            return Map.of();
        }
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (var agent : agents) {
            var own = plans.getOrDefault(agent.id(), List.of());
            var dates = datesOf.apply(agent);
            var start = WorkingDay.period(dates.getFirst(), agent.zone(), own).start();
            var end = WorkingDay.period(dates.getLast(), agent.zone(), own).end();
            first = start.isBefore(first) ? start : first;
            last = end.isAfter(last) ? end : last;
        }
        var people = agents.stream().map(Agent::id).toList();
        var segments = timelines.of(people, TimeSpan.of(first, last));
        var excused = excuses.of(people, TimeSpan.of(first, last));
        var days = new HashMap<AgentId, List<WorkingDay>>();
        for (var agent : agents) {
            var own = plans.getOrDefault(agent.id(), List.of());
            var done = segments.getOrDefault(agent.id(), List.of());
            var forgiven = excused.getOrDefault(agent.id(), List.of());
            var list = new ArrayList<WorkingDay>();
            for (var date : datesOf.apply(agent)) {
                list.add(
                        WorkingDay.of(
                                agent,
                                date,
                                own,
                                done,
                                forgiven,
                                settings.on(agent.unit(), date),
                                activities::categoryOf));
            }
            days.put(agent.id(), list);
        }
        return days;
    }
}
