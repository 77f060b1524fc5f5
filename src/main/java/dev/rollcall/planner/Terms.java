package dev.rollcall.planner;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody's plan is held against.
///
/// @param contract as it holds on a date; null: nothing is agreed
/// @param availability when they can work; empty: always
public record Terms(@Nullable Contract contract, List<Available> availability) {

    /// The rest between two shifts that is asked for where nothing is agreed: eleven hours, as in
    /// Article 3 of the European Working Time Directive 2003/88/EC.
    public static final Duration USUAL_REST = Duration.ofHours(11);

    public static final Terms NONE = new Terms(null, List.of());

    public Terms {
        availability = List.copyOf(availability);
    }

    public Duration rest() {
        return contract == null ? USUAL_REST : contract.rest();
    }

    /// How much somebody works.
    ///
    /// @param from the first date it holds on, until the next one begins
    /// @param weekly paid time a week
    /// @param daysAWeek on how many days of a week at most
    /// @param rest between the end of a shift and the beginning of the next at least
    /// @param version counts the changes; guards against overwriting another's edit
    public record Contract(
            LocalDate from, Duration weekly, int daysAWeek, Duration rest, long version) {}

    /// Hours of a weekday, by the clock on the wall of the person's zone.
    ///
    /// @param end at or before the start: on the next day
    public record Available(DayOfWeek weekday, LocalTime start, LocalTime end) {}
}
