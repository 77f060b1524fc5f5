package dev.rollcall.schedule;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of one person's working day, owned by its date wherever its hours fall.
///
/// @param version 1 for the first; each change adds one, none is ever overwritten
/// @param activities in the order written, which decides between overlapping entries of one layer
/// @param changedBy the name of whoever wrote this version
public record DayPlan(
        AgentId agent,
        LocalDate date,
        int version,
        List<PlannedActivity> activities,
        @Nullable String note,
        Instant changedAt,
        String changedBy) {

    public DayPlan {
        activities = List.copyOf(activities);
    }
}
