package dev.rollcall.alerts;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who is out beyond grace.
///
/// @param units where they work now, and every unit above
/// @param activity planned now; null: nothing is
/// @param since since when they are out without a break; names the deviation
record Deviating(
        AgentId agent,
        Set<UnitId> units,
        @Nullable String activity,
        boolean severe,
        Instant since) {

    Deviating {
        units = Set.copyOf(units);
    }
}
