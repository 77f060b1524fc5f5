package dev.rollcall.requests;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.PlanWarning;
import dev.rollcall.requests.Exchange.Side;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks up what is planned for people around some dates, and what the planner's rules would say if
/// it were something else.
@Component
class ShiftChecks {

    private final Schedules schedules;
    private final AbsenceDays absences;
    private final Directory directory;

    ShiftChecks(Schedules schedules, AbsenceDays absences, Directory directory) {
        this.schedules = schedules;
        this.absences = absences;
        this.directory = directory;
    }

    /// What is planned for somebody in the weeks of some dates, and a day more on either side.
    Side side(AgentId agent, LocalDate date, @Nullable LocalDate other) {
        var first = other == null || date.isBefore(other) ? date : other;
        var last = other == null || date.isAfter(other) ? date : other;
        var days = new TreeMap<LocalDate, List<PlannedActivity>>();
        schedules
                .plans(
                        List.of(agent),
                        first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(1),
                        last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusDays(1))
                .getOrDefault(agent, List.of())
                .forEach(plan -> days.put(plan.date(), plan.activities()));
        return new Side(agent, days);
    }

    int version(AgentId agent, LocalDate date) {
        return schedules
                .versions(List.of(agent), date, date)
                .getOrDefault(agent, Map.of())
                .getOrDefault(date, 0);
    }

    /// What the planner's rules would say that they do not say already.
    List<PlanWarning> news(
            Agent person,
            SortedMap<LocalDate, List<PlannedActivity>> before,
            SortedMap<LocalDate, List<PlannedActivity>> after) {
        var dates = new HashSet<>(before.keySet());
        dates.addAll(after.keySet());
        if (dates.isEmpty()) {
            return List.of();
        }
        var first = dates.stream().min(LocalDate::compareTo).orElseThrow();
        var last = dates.stream().max(LocalDate::compareTo).orElseThrow();
        var terms = absences.terms(person, first);
        var rules = absences.rules();
        var news = new ArrayList<>(rules.warnings(after, first, last, person.zone(), terms));
        rules.warnings(before, first, last, person.zone(), terms).forEach(news::remove);
        return List.copyOf(news);
    }

    /// From the first hour at work to the last.
    Duration length(List<PlannedActivity> entries) {
        return absences.rules().shift(entries).map(TimeSpan::duration).orElse(Duration.ZERO);
    }

    boolean hasShift(List<PlannedActivity> entries) {
        return absences.rules().shift(entries).isPresent();
    }

    /// Whether two work together: a home unit or a group in common.
    static boolean areColleagues(Agent one, Agent other) {
        return !one.id().equals(other.id())
                && (one.unit().equals(other.unit())
                        || one.groups().stream().anyMatch(other.groups()::contains));
    }

    /// Whether somebody works in a unit, or one below it, and in a group where one is named.
    boolean isOf(Agent person, UnitId unit, @Nullable GroupId group) {
        return directory.withDescendants(unit).contains(person.unit())
                && (group == null || person.groups().contains(group));
    }
}
