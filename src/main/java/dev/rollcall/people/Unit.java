package dev.rollcall.people;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A part of the organisation with a zone and a working week of its own.
///
/// @param code what other systems call it; unique
/// @param zone the zone its days are meant in
/// @param parent the unit above it, null at the top
/// @param workingDays the weekdays it works
/// @param version counts the changes; guards against overwriting another's edit
public record Unit(
        UnitId id,
        String code,
        String name,
        ZoneId zone,
        @Nullable UnitId parent,
        Set<DayOfWeek> workingDays,
        long version) {

    public Unit {
        workingDays = Set.copyOf(workingDays);
    }
}
