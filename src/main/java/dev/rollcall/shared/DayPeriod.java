package dev.rollcall.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A calendar day in a zone: 23, 24 or 25 hours long.
///
/// @param date the local date
/// @param zone the zone the date is meant in
public record DayPeriod(LocalDate date, ZoneId zone) {

    /// The day an instant falls on in a zone.
    public static DayPeriod of(Instant instant, ZoneId zone) {
        return new DayPeriod(LocalDate.ofInstant(instant, zone), zone);
    }

    /// From local midnight to the next local midnight.
    public TimeSpan span() {
        return TimeSpan.of(start(), end());
    }

    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
