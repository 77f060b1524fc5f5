package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a person's timeline ends.
///
/// @param revision grows with every change of the timeline
/// @param lastAt when their latest event happened, null before the first
/// @param open the segment that goes on, null before the first event
/// @param now what the fold knows after the latest event
record Head(
        AgentId agent,
        long revision,
        @Nullable Instant lastAt,
        @Nullable Piece open,
        FoldState now) {

    static Head empty(AgentId agent) {
        return new Head(agent, 0, null, null, FoldState.INITIAL);
    }

    /// The present as others see it; null before the first event.
    LivePresence.@Nullable Now live() {
        return open == null
                ? null
                : new LivePresence.Now(
                        agent,
                        open.state(),
                        open.start(),
                        now.onCall(),
                        now.items().size(),
                        now.unit(),
                        open.state().equals(now.explicit()) ? now.expectedReturn() : null,
                        now.speaker(),
                        open.origin().changedBy(),
                        revision);
    }
}
