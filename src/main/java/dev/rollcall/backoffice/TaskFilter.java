package dev.rollcall.backoffice;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which tasks are asked for.
///
/// @param which how far they are
/// @param units of one of these; null: any
/// @param agent whoever is to do them; null: anybody
public record TaskFilter(Which which, @Nullable Set<UnitId> units, @Nullable AgentId agent) {

    public enum Which {
        /// Not ended: what is due first comes first.
        OPEN,
        /// Not ended, and should have been.
        OVERDUE,
        /// Finished or given up: what ended last comes first.
        ENDED
    }
}
