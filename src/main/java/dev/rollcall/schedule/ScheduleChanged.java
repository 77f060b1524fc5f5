package dev.rollcall.schedule;

import dev.rollcall.people.AgentId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Days of plans got a new version. Published inside the writing transaction, one event a write
/// however many days; listen after commit and recompute.
///
/// @param told who knows of it already, in other words or because they did it; null: nobody
public record ScheduleChanged(List<PlannedDay> days, @Nullable Set<AgentId> told) {

    public ScheduleChanged {
        days = List.copyOf(days);
        told = told == null ? null : Set.copyOf(told);
    }

    static ScheduleChanged of(List<PlannedDay> days, Collection<AgentId> told) {
        return new ScheduleChanged(days, told.isEmpty() ? null : Set.copyOf(told));
    }

    public boolean isTold(AgentId agent) {
        return told != null && told.contains(agent);
    }

    public record PlannedDay(AgentId agent, LocalDate date, int version) {}
}
