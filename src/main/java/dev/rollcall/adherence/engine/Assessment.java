package dev.rollcall.adherence.engine;

import dev.rollcall.shared.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the engine finds for one case: exact durations, rounded only when they are shown.
///
/// @param scheduled time inside any entry
/// @param scheduledWork time inside entries of the category WORK
/// @param working time in a working presence, scheduled or not
/// @param neutral scheduled time that counts neither way, unmapped time included when it is neutral
/// @param unmapped scheduled time whose pair nobody mapped, whatever it counts as
/// @param unscheduledWork time in a working presence outside every entry
/// @param raw without grace and excuses
/// @param tolerated after grace
/// @param score after grace and excuses: the headline
/// @param deviations the runs, in order
public record Assessment(
        Duration scheduled,
        Duration scheduledWork,
        Duration working,
        Duration neutral,
        Duration unmapped,
        Duration unscheduledWork,
        Tally raw,
        Tally tolerated,
        Tally score,
        List<Deviation> deviations) {

    public Assessment {
        deviations = List.copyOf(deviations);
    }

    /// Working time against scheduled work; empty when no work was scheduled, and above 100 when
    /// more was worked.
    public Optional<Percent> conformance() {
        return Percent.of(working, scheduledWork);
    }
}
