package dev.rollcall.requests;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Writes time off into plans, and what was there before it back.
@Component
class TimeOffPlans {

    private final TimeOffTable table;
    private final Schedules schedules;

    TimeOffPlans(TimeOffTable table, Schedules schedules) {
        this.table = table;
        this.schedules = schedules;
    }

    /// Writes what the days hold with the time off, and notes which versions that made.
    ///
    /// @param isTold whether whose plan it is knows of it
    void write(TimeOff known, List<AbsenceDay> days, Actor by, boolean isTold) {
        var written =
                schedules.publish(
                        days.stream()
                                .filter(AbsenceDay::isChanged)
                                .map(day ->
                                        new Schedules.NewVersion(
                                                known.agent(),
                                                day.date(),
                                                day.after(),
                                                day.version()))
                                .toList(),
                        by,
                        isTold ? Set.of(known.agent()) : Set.of());
        for (var plan : written) {
            table.wrote(known.number(), plan.date(), plan.version() - 1, plan.version());
        }
    }

    /// Writes what each day held before, where it still holds what was written for the request.
    ///
    /// @return the days that hold something else by now
    List<Finding> putBack(TimeOff known, Actor by) {
        var versions =
                schedules
                        .versions(List.of(known.agent()), known.from(), known.to())
                        .getOrDefault(known.agent(), Map.of());
        var days = new ArrayList<Schedules.NewVersion>();
        var kept = new ArrayList<Finding>();
        for (var day : table.days(known.number())) {
            var before = day.before();
            var after = day.after();
            if (before == null || after == null) {
                continue;
            }
            if (!after.equals(versions.get(day.date()))) {
                kept.add(Finding.of(Finding.Kind.NOT_PUT_BACK, day.date()));
                continue;
            }
            days.add(
                    new Schedules.NewVersion(
                            known.agent(),
                            day.date(),
                            version(known.agent(), day.date(), before),
                            after));
        }
        schedules.publish(days, by, Set.of(known.agent()));
        return kept;
    }

    private List<PlannedActivity> version(AgentId agent, LocalDate date, int version) {
        return schedules.versions(agent, date).stream()
                .filter(plan -> plan.version() == version)
                .findFirst()
                .map(DayPlan::activities)
                .orElse(List.of());
    }
}
