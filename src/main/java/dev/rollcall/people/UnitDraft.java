package dev.rollcall.people;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody wants a unit to be; checked when it is saved.
///
/// @param zone an IANA zone, for example `Europe/Berlin`
/// @param parent the code of the unit above it, null at the top
/// @param workingDays the weekdays it works; null leaves them as they are (Monday to Friday when
///   the unit is new)
public record UnitDraft(
        @Nullable String name,
        @Nullable String zone,
        @Nullable String parent,
        @Nullable Set<DayOfWeek> workingDays) {}
