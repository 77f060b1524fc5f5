package dev.rollcall.work;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// A stretch of a weekday in which a group handles work.
///
/// @param opens the first minute
/// @param closes the first minute no more; midnight: until the day ends
public record OpenHours(DayOfWeek weekday, LocalTime opens, LocalTime closes) {

    public OpenHours {
        if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "Hours end after they begin: " + opens + " to " + closes);
        }
    }

    boolean contains(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        var time = local.toLocalTime();
        return local.getDayOfWeek() == weekday
                && !time.isBefore(opens)
                && (closes.equals(LocalTime.MIDNIGHT) || time.isBefore(closes));
    }

    /// Whether it has not ended when a later one begins.
    boolean reachesInto(OpenHours later) {
        return weekday == later.weekday
                && (closes.equals(LocalTime.MIDNIGHT) || closes.isAfter(later.opens));
    }
}
