package dev.rollcall.reports;

import dev.rollcall.people.Agent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody's week added up to when its report was prepared.
///
/// @param monday the first day of the week
/// @param prepared as it was known then; what came later is in the figures of today
/// @param note the newest one; null where nobody noted anything, or took it back
/// @param noteVersion counts the versions of the note, 0 while there is none
public record WeeklyReport(
        Agent agent,
        LocalDate monday,
        Instant preparedAt,
        Totals prepared,
        @Nullable WeeklyNote note,
        int noteVersion) {

    public LocalDate sunday() {
        return monday.plusDays(6);
    }
}
