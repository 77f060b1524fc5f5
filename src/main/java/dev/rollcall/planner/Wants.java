package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What people would like of their weekdays, and the time off they asked for or have: what a
/// planner should know of a day besides its plan.
///
/// @param wishes by person; who has none may be left out
/// @param timeOff by day; days without any have no entry
public record Wants(Map<AgentId, List<Wish>> wishes, Map<DayKey, List<TimeOffDays.Asked>> timeOff) {

    public static final Wants NONE = new Wants(Map.of(), Map.of());

    public Wants {
        wishes = Map.copyOf(wishes);
        timeOff = Map.copyOf(timeOff);
    }

    /// With what one of these people would like and asked for by now instead.
    public Wants with(AgentId agent, Wants now) {
        var wished = new HashMap<>(wishes);
        wished.put(agent, now.wishes.getOrDefault(agent, List.of()));
        var asked = new HashMap<>(timeOff);
        asked.keySet().removeIf(day -> day.agent().equals(agent));
        now.timeOff.forEach((day, each) -> {
            if (day.agent().equals(agent)) {
                asked.put(day, each);
            }
        });
        return new Wants(wished, asked);
    }

    public List<Wish> wishes(DayKey day) {
        return wishes.getOrDefault(day.agent(), List.of()).stream()
                .filter(wish -> wish.weekday() == day.date().getDayOfWeek())
                .toList();
    }

    /// The wishes for a day that a shift on it does not follow.
    ///
    /// @param shift from the first to the last hour at work
    /// @param zone the person's
    public List<Wish> against(DayKey day, TimeSpan shift, ZoneId zone) {
        return wishes(day).stream().filter(wish -> !wish.isMetBy(shift, day.date(), zone)).toList();
    }

    public List<TimeOffDays.Asked> timeOff(DayKey day) {
        return timeOff.getOrDefault(day, List.of());
    }
}
