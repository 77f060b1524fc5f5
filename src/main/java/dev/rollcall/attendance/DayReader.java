package dev.rollcall.attendance;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.Timelines;
import dev.rollcall.presence.Tracking;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/// Reads days off timelines and plans: many people in one go, one look at plans and one at
/// timelines whatever their number.
@Component
class DayReader {

    private final Schedules schedules;
    private final Activities activities;
    private final Timelines timelines;
    private final CorrectionTable corrections;
    private final Tracking tracking;

    DayReader(
            Schedules schedules,
            Activities activities,
            Timelines timelines,
            CorrectionTable corrections,
            Tracking tracking) {
        this.schedules = schedules;
        this.activities = activities;
        this.timelines = timelines;
        this.corrections = corrections;
        this.tracking = tracking;
    }

    /// Days without where their segments came from, at a third of the price.
    List<DaysRead> totals(Collection<Agent> people, LocalDate from, LocalDate to, Instant now) {
        return read(people, from, to, now, timelines::statesOf);
    }

    /// Days with all that is known of their segments.
    List<DaysRead> details(Collection<Agent> people, LocalDate from, LocalDate to, Instant now) {
        return read(people, from, to, now, timelines::of);
    }

    private List<DaysRead> read(
            Collection<Agent> people,
            LocalDate from,
            LocalDate to,
            Instant now,
            BiFunction<Collection<AgentId>, TimeSpan, Map<AgentId, List<PresenceSegment>>>
                    timelinesOf) {
        if (people.isEmpty()) {
            return List.of();
        }
        var ids = people.stream().map(Agent::id).toList();
        // Two days either side: a neighbour's own edges count too.
        var plans = schedules.plans(ids, from.minusDays(2), to.plusDays(2));
        var forgotten = tracking.policy().forgottenAfter();
        var dates = from.datesUntil(to.plusDays(1)).toList();
        var days = new ArrayList<DaysRead>();
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (var agent : people) {
            var own = plans.getOrDefault(agent.id(), List.of());
            var read =
                    new DaysRead(
                            agent, dates, own, activities::categoryOf, activities::needsPresence);
            var start = read.span().start();
            var end = read.looksUpTo(forgotten);
            first = start.isBefore(first) ? start : first;
            last = end.isAfter(last) ? end : last;
            days.add(read);
        }
        var segments = timelinesOf.apply(ids, TimeSpan.of(first, last));
        var asked = corrections.of(ids, TimeSpan.of(first, last));
        days.forEach(each ->
                each.fold(
                        segments.getOrDefault(each.agent().id(), List.of()),
                        asked.getOrDefault(each.agent().id(), List.of()),
                        now,
                        forgotten));
        return days;
    }
}
