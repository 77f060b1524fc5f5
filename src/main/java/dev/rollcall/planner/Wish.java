package dev.rollcall.planner;

import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// What somebody would like of a weekday. It is no rule: a plan that does not follow it is a plan.
///
/// @param start by the clock on the wall of the person's zone; means nothing for [Kind#FREE]
/// @param end at or before the start: on the next day
public record Wish(DayOfWeek weekday, Kind kind, LocalTime start, LocalTime end) {

    public enum Kind {
        /// Rather no shift at all.
        FREE,
        /// If a shift, then within these hours.
        RATHER,
        /// If a shift, then none that touches these hours.
        RATHER_NOT
    }

    public static Wish freeOn(DayOfWeek weekday) {
        return new Wish(weekday, Kind.FREE, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /// Whether a shift on a date follows it. On other weekdays any shift does.
    public boolean isMetBy(TimeSpan shift, LocalDate date, ZoneId zone) {
        if (date.getDayOfWeek() != weekday) {
            return true;
        }
        var until = end.isAfter(start) ? date : date.plusDays(1);
        var from = date.atTime(start).atZone(zone).toInstant();
        var to = until.atTime(end).atZone(zone).toInstant();
        return switch (kind) {
            case FREE -> false;
            case RATHER -> !shift.start().isBefore(from) && !shift.end().isAfter(to);
            case RATHER_NOT -> !shift.start().isBefore(to) || !shift.end().isAfter(from);
        };
    }
}
