package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What everybody is doing now, from memory.
public interface LivePresence {

    /// The present state of a person; empty before their first event (they are AWAY).
    Optional<Now> of(AgentId agent);

    Map<AgentId, Now> all();

    /// @param since when the present state began
    /// @param onCall true while a call lasts
    /// @param openItems how many work items are open
    /// @param currentUnit the unit they clocked in to, null when it is the home unit or unknown
    /// @param source who last spoke for them
    record Now(
            AgentId agent,
            PresenceState state,
            Instant since,
            boolean onCall,
            int openItems,
            @Nullable UnitId currentUnit,
            @Nullable String source,
            @Nullable String changedBy,
            long sequence) {}
}
