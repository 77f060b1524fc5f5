package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.ZoneId;
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
