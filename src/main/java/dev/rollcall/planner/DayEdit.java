package dev.rollcall.planner;

import dev.rollcall.schedule.PlannedActivity;
import java.util.List;

/// What a day is to hold from now on, in its draft.
///
/// @param entries all of it
/// @param seen how the day stood when whoever edits it looked
public record DayEdit(DayKey key, List<PlannedActivity> entries, Seen seen) {

    public DayEdit {
        entries = List.copyOf(entries);
    }
}
