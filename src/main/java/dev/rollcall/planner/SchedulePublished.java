package dev.rollcall.planner;

import dev.rollcall.audit.Actor;
import java.util.List;

/// Drafts became plans. Published inside the writing transaction; listen after the commit.
///
/// @param days as they were before: what was published until now, and what is from now on
/// @param by who published them
public record SchedulePublished(List<RosterDay> days, Actor by) {

    public SchedulePublished {
        days = List.copyOf(days);
    }
}
