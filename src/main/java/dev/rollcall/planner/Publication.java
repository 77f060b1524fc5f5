package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What publishing would change, as it was looked at.
///
/// @param days the drafted days, in order of person and date
public record Publication(List<RosterDay> days) {

    public Publication {
        days = List.copyOf(days);
    }

    /// How many people would get another plan.
    public int people() {
        return (int) days.stream().map(day -> day.key().agent()).distinct().count();
    }

    /// Days whose published plan is another one than the draft was begun with; they are not
    /// published before somebody decided which of the two counts.
    public List<RosterDay> overtaken() {
        return days.stream().filter(RosterDay::isOvertaken).toList();
    }

    public List<RosterDay> of(AgentId agent) {
        return days.stream().filter(day -> day.key().agent().equals(agent)).toList();
    }

    /// How each day stood when it was looked at.
    public Map<DayKey, Seen> seen() {
        var seen = new HashMap<DayKey, Seen>();
        days.forEach(day -> seen.put(day.key(), day.seen()));
        return seen;
    }
}
