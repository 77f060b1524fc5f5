package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import java.time.Instant;

/// A stretch of a person's timeline was rewritten. Published after commit, in memory; listeners
/// recompute from [Timelines] or [LivePresence], whatever the order they hear of it in.
///
/// @param from where the rewritten stretch starts
/// @param to where it ends; [Instant#MAX] when it reaches the present
/// @param sequence grows with every change of this person's timeline
public record PresenceChanged(AgentId agent, Instant from, Instant to, long sequence) {}
