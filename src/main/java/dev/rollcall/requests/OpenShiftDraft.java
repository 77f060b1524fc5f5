package dev.rollcall.requests;

import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.PlannedActivity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An open shift as somebody posts it.
///
/// @param group of which whoever gets it has to be; null: any
/// @param firstCome whether the first who claims it gets it
public record OpenShiftDraft(
        UnitId unit,
        @Nullable GroupId group,
        LocalDate date,
        List<PlannedActivity> entries,
        int places,
        boolean firstCome) {

    public OpenShiftDraft {
        entries = List.copyOf(entries);
    }
}
