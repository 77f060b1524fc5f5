package dev.rollcall.planner;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import java.time.LocalDate;
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
}
