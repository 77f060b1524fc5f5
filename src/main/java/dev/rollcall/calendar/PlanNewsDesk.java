package dev.rollcall.calendar;

import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.Notifications.Message;
import dev.rollcall.notifications.Recipient;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.ScheduleChanged;
import dev.rollcall.schedule.ScheduleChanged.PlannedDay;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells people what changed in their plans, whichever road it came by: the planner, an import, a
/// program, an older version made current again. One message a person and write, after the write,
/// in a transaction of its own; a crash in between loses none, and doing it again says nothing
/// twice. Days that are past and days that stay as they were say nothing, nor does anything while
/// workforce management is switched off.
@Component
class PlanNewsDesk {

    private final Schedules schedules;
    private final WorkforceManagement workforce;
    private final Activities activities;
    private final Directory directory;
    private final Notifications notifications;
    private final PlanNews news;
    private final ApplicationClock clock;

    PlanNewsDesk(
            Schedules schedules,
            WorkforceManagement workforce,
            Activities activities,
            Directory directory,
            Notifications notifications,
            PlanNews news,
            ApplicationClock clock) {
        this.schedules = schedules;
        this.workforce = workforce;
        this.activities = activities;
        this.directory = directory;
        this.notifications = notifications;
        this.news = news;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ScheduleChanged change) {
        var coming = coming(change);
        if (coming.isEmpty() || !workforce.isOn()) {
            return;
        }
        var plans = plans(coming);
        var messages = new ArrayList<Message<PlanNews.Facts>>();
        coming.forEach((agent, days) -> {
            if (!change.isTold(agent)) {
                message(agent, days, plans).ifPresent(messages::add);
            }
        });
        notifications.tell(messages);
    }

    /// The days from today on, of people who are still here, in order of date.
    private Map<AgentId, List<PlannedDay>> coming(ScheduleChanged change) {
        var now = clock.instant();
        var todays = new HashMap<AgentId, Optional<LocalDate>>();
        var coming = new LinkedHashMap<AgentId, List<PlannedDay>>();
        for (var day : change.days()) {
            todays.computeIfAbsent(
                            day.agent(),
                            agent ->
                                    directory
                                            .agent(agent)
                                            .map(Agent::zone)
                                            .map(zone -> LocalDate.ofInstant(now, zone)))
                    .filter(today -> !day.date().isBefore(today))
                    .ifPresent(_ ->
                            coming.computeIfAbsent(day.agent(), _ -> new ArrayList<>()).add(day));
        }
        coming.values().forEach(days -> days.sort(Comparator.comparing(PlannedDay::date)));
        return coming;
    }

    /// What was written, and what was there before it.
    private Map<PlannedDay, DayPlan> plans(Map<AgentId, List<PlannedDay>> coming) {
        var wanted = new ArrayList<PlannedDay>();
        for (var days : coming.values()) {
            for (var day : days) {
                wanted.add(day);
                if (day.version() > 1) {
                    wanted.add(before(day));
                }
            }
        }
        var plans = new HashMap<PlannedDay, DayPlan>();
        for (var plan : schedules.asWritten(wanted)) {
            plans.put(new PlannedDay(plan.agent(), plan.date(), plan.version()), plan);
        }
        return plans;
    }

    private static PlannedDay before(PlannedDay day) {
        return new PlannedDay(day.agent(), day.date(), day.version() - 1);
    }

    private Optional<Message<PlanNews.Facts>> message(
            AgentId agent, List<PlannedDay> days, Map<PlannedDay, DayPlan> plans) {
        var changes = new ArrayList<PlanChange>();
        var paid = Duration.ZERO;
        boolean fresh = true;
        PlannedDay first = null;
        for (var day : days) {
            var after = plans.get(day);
            var before = plans.get(before(day));
            if (after == null) {
                continue;
            }
            var change =
                    PlanChange.between(
                                    before,
                                    after,
                                    activities::categoryOf,
                                    activities::needsPresence)
                            .orElse(null);
            if (change != null) {
                first = first == null ? day : first;
                changes.add(change);
                fresh = fresh && before == null && change.kind() == PlanChange.Kind.NEW;
                paid = paid.plus(paid(after));
            }
        }
        if (first == null) {
            return Optional.empty();
        }
        var facts =
                new PlanNews.Facts(
                        first.date(),
                        changes.getLast().date(),
                        changes.size(),
                        fresh,
                        paid,
                        List.copyOf(
                                changes.subList(0, Math.min(PlanNews.MOST_SAID, changes.size()))));
        return Optional.of(
                new Message<>(
                        Recipient.of(agent),
                        news,
                        facts,
                        "plan:" + first.date() + ":" + first.version()));
    }

    private Duration paid(DayPlan plan) {
        return Layers.visible(plan.activities(), activities::categoryOf).stream()
                .filter(piece -> activities.of(piece.activity()).filter(Activity::paid).isPresent())
                .map(piece -> piece.span().duration())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
