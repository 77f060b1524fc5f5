package dev.rollcall.coaching;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes sessions into plans and takes them out of them: each time a new version of the day, so
/// that whoever is in a session is where their plan says.
@Component
class CoachingPlans {

    private final Schedules schedules;
    private final Activities activities;

    CoachingPlans(Schedules schedules, Activities activities) {
        this.schedules = schedules;
        this.activities = activities;
    }

    /// Takes a session out of the plans that have it and puts it into them at another time. One
    /// transaction of the caller's: all of it or nothing.
    ///
    /// @param from who has it in their plan, and on which day
    /// @param before when it stands there; null: nowhere
    /// @param to whom it is to be planned for at `when`
    /// @param when null: for nobody
    /// @param alone whether somebody without room keeps it from being planned; of a group the
    ///   others have it in their plans all the same
    /// @return on which day it stands in whose plan
    /// @throws InvalidInput saying why there is no room
    Map<AgentId, LocalDate> move(
            Map<AgentId, LocalDate> from,
            @Nullable TimeSpan before,
            Set<AgentId> to,
            @Nullable TimeSpan when,
            boolean alone,
            Actor by) {
        var written = new ArrayList<Schedules.NewVersion>();
        var stands = new HashMap<AgentId, LocalDate>();
        var people = new TreeSet<AgentId>(from.keySet());
        people.addAll(to);
        for (var agent : people) {
            var days = days(agent, before, when);
            var after = new HashMap<LocalDate, List<PlannedActivity>>();
            var on = from.get(agent);
            if (before != null && on != null) {
                days.stream()
                        .filter(day -> day.date().equals(on))
                        .forEach(day -> after.put(on, PlanRoom.without(day.activities(), before)));
            }
            if (when != null && to.contains(agent)) {
                var free = days.stream().map(day -> with(day, after)).toList();
                switch (PlanRoom.put(free, when, activities::categoryOf)) {
                    case PlanRoom.Outcome.Fits(var date, var entries) -> {
                        after.put(date, entries);
                        stands.put(agent, date);
                    }
                    case PlanRoom.Outcome.NotWorking _ -> {
                        if (alone) {
                            throw InvalidInput.of("/start", notWorking());
                        }
                    }
                    case PlanRoom.Outcome.Taken(var activity) -> {
                        if (alone) {
                            throw InvalidInput.of("/start", taken(activity));
                        }
                    }
                }
            }
            for (var day : days) {
                var entries = after.get(day.date());
                if (entries != null && !entries.equals(day.activities())) {
                    written.add(
                            new Schedules.NewVersion(agent, day.date(), entries, day.version()));
                }
            }
        }
        schedules.publish(written, by, people);
        return stands;
    }

    private static DayPlan with(DayPlan day, Map<LocalDate, List<PlannedActivity>> after) {
        var entries = after.get(day.date());
        return entries == null
                ? day
                : new DayPlan(
                        day.agent(),
                        day.date(),
                        day.version(),
                        entries,
                        day.note(),
                        day.changedAt(),
                        day.changedBy());
    }

    private List<DayPlan> days(AgentId agent, @Nullable TimeSpan one, @Nullable TimeSpan other) {
        var found = new TreeMap<LocalDate, DayPlan>();
        for (var span : new TimeSpan[] {one, other}) {
            if (span != null) {
                schedules
                        .plans(
                                List.of(agent),
                                utc(span.start()).minusDays(Schedules.DAYS_AFTER),
                                utc(span.end()).plusDays(1L + Schedules.DAYS_BEFORE))
                        .getOrDefault(agent, List.of())
                        .forEach(day -> found.put(day.date(), day));
            }
        }
        return List.copyOf(found.values());
    }

    private static LocalDate utc(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Sentence notWorking() {
        return new Sentence(
                "coaching.problem.notWorking",
                "They do not work at that time. Choose hours inside their shift, or leave it out of the plan.",
                List.of());
    }

    private Sentence taken(String code) {
        var name = activities.of(code).map(Activity::name).orElse(code);
        return new Sentence(
                "coaching.problem.taken",
                "Their plan says \"%s\" at that time, which stays where it is. Choose hours of plain work."
                        .formatted(name),
                List.of(name));
    }
}
