package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.util.List;

/// Stretches of timelines are being rewritten. Published inside the writing transaction, for
/// whoever keeps something derived from timelines in the same database and must drop it with them
/// or not at all; screens and memory listen to [PresenceChanged].
public record TimelinesRewritten(List<Stretch> stretches) {

    public TimelinesRewritten {
        stretches = List.copyOf(stretches);
    }

    /// @param from where the rewritten stretch starts
    /// @param to where it ends; [Instant#MAX] when it reaches the present
    public record Stretch(AgentId agent, Instant from, Instant to) {}
}
