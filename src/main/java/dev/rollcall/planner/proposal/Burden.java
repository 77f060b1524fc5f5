package dev.rollcall.planner.proposal;

import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/// What makes a shift one that is to be shared fairly. A shift may be several of them.
public enum Burden {
    /// Begins before 07:00.
    EARLY,
    /// Ends after 20:00, and not in the night.
    LATE,
    /// Takes up time between 00:00 and 05:00.
    NIGHT,
    /// Belongs to a Saturday or a Sunday.
    WEEKEND;

    private static final LocalTime EARLY_UNTIL = LocalTime.of(7, 0);
    private static final LocalTime LATE_FROM = LocalTime.of(20, 0);
    private static final LocalTime NIGHT_UNTIL = LocalTime.of(5, 0);

    /// @param date the one that owns the shift
    static Set<Burden> of(TimeSpan shift, LocalDate date, ZoneId zone) {
        var burdens = EnumSet.noneOf(Burden.class);
        if (isNight(shift, date, zone) || isNight(shift, date.plusDays(1), zone)) {
            burdens.add(NIGHT);
        } else if (shift.start().isBefore(date.atTime(EARLY_UNTIL).atZone(zone).toInstant())) {
            burdens.add(EARLY);
        } else if (shift.end().isAfter(date.atTime(LATE_FROM).atZone(zone).toInstant())) {
            burdens.add(LATE);
        }
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            burdens.add(WEEKEND);
        }
        return burdens;
    }

    private static boolean isNight(TimeSpan shift, LocalDate date, ZoneId zone) {
        var from = date.atStartOfDay(zone).toInstant();
        var to = date.atTime(NIGHT_UNTIL).atZone(zone).toInstant();
        return to.isAfter(from) && shift.overlaps(TimeSpan.of(from, to));
    }
}
