package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where it is known who asked for time off, and who has it. Implemented by whoever decides about
/// it; without one nobody asks for any.
public interface TimeOffDays {

    /// Time off that was approved or waits, of some people from one date to another, both included;
    /// days without any have no entry.
    Map<DayKey, List<Asked>> of(Collection<AgentId> people, LocalDate from, LocalDate to);

    /// Time off on a date.
    ///
    /// @param isApproved false: it waits for a decision
    /// @param from from when on, by the clock on the wall of the person's zone; null: the whole day
    /// @param to until when; null: the whole day
    record Asked(boolean isApproved, @Nullable LocalTime from, @Nullable LocalTime to) {}
}
