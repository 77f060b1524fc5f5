package dev.rollcall.requests;

import dev.rollcall.shared.TimeSpan;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// A part of a day, by the clock on the wall.
///
/// @param end at or before the start: on the next day
public record Hours(LocalTime start, LocalTime end) {

    public TimeSpan on(LocalDate date, ZoneId zone) {
        var until = end.isAfter(start) ? date : date.plusDays(1);
        return TimeSpan.of(
                date.atTime(start).atZone(zone).toInstant(),
                until.atTime(end).atZone(zone).toInstant());
    }
}
