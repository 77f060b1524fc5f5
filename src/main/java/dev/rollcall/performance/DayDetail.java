package dev.rollcall.performance;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody did themselves on a day, of one metric.
///
/// @param entries the latest first
/// @param more whether there are others before them
public record DayDetail(LocalDate date, Metric metric, List<Entry> entries, boolean more) {

    public DayDetail {
        entries = List.copyOf(entries);
    }

    /// One of them.
    ///
    /// @param at on the person's own clock
    /// @param category null: none
    /// @param amount null where there is no money in it
    /// @param duration null when it is not told
    /// @param done whether it is dealt with
    public record Entry(
            LocalTime at,
            @Nullable String category,
            @Nullable Amount amount,
            @Nullable Duration duration,
            boolean done) {}
}
