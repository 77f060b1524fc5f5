package dev.rollcall.overrides;

import dev.rollcall.people.AgentId;
import dev.rollcall.presence.PresenceState;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// What became of a change of several people's statuses.
///
/// @param state what they were to be
/// @param now whose status it is now
/// @param queued whose status it will be when their work in progress is done
/// @param refused who could not be set, and why, in a sentence for the caller
/// @param deed what it can be taken back by; empty when no person did it, or it reached nobody
public record StatusOverride(
        PresenceState state,
        Set<AgentId> now,
        Set<AgentId> queued,
        Map<AgentId, String> refused,
        OptionalLong deed) {

    public StatusOverride {
        now = Set.copyOf(now);
        queued = Set.copyOf(queued);
        refused = Map.copyOf(refused);
    }
}
