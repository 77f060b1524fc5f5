package dev.rollcall.schedule;

import dev.rollcall.people.AgentId;
import java.time.LocalDate;
import java.util.List;

/// Days of plans got a new version. Published inside the writing transaction, one event a write
/// however many days; listen after commit and recompute.
public record ScheduleChanged(List<PlannedDay> days) {

    public ScheduleChanged {
        days = List.copyOf(days);
    }

    public record PlannedDay(AgentId agent, LocalDate date, int version) {}
}
