package dev.rollcall.planner;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Some people's days as planners see them, drafts included.
///
/// @param people by name
/// @param from the first date that was asked for
/// @param to the last date that was asked for
/// @param days every date of everybody; also of the whole weeks around the dates that were asked
///   for and a day more on either side, so that rules about rest and weeks can be held against them
/// @param terms what each person's plan is held against
public record Roster(
        List<Agent> people,
        LocalDate from,
        LocalDate to,
        Map<DayKey, RosterDay> days,
        Map<AgentId, Terms> terms) {

    public Roster {
        people = List.copyOf(people);
        days = Map.copyOf(days);
        terms = Map.copyOf(terms);
    }

    public RosterDay day(DayKey key) {
        return Objects.requireNonNull(days.get(key), () -> "Not in this roster: " + key);
    }

    /// Whether people rely on what is published of a day, be it that they are free. Where a plan
    /// was taken back to nothing, as when time off is cancelled, nobody does unless something else
    /// of that person's week is published.
    public boolean isPublished(RosterDay day) {
        return day.seen().version() > 0 && (!day.published().isEmpty() || holdsAnything(day.key()));
    }

    private boolean holdsAnything(DayKey key) {
        var monday = key.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.datesUntil(monday.plusWeeks(1))
                .map(date -> days.get(new DayKey(key.agent(), date)))
                .anyMatch(each -> each != null && !each.published().isEmpty());
    }
}
