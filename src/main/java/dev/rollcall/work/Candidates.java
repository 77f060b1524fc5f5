package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// How people stand before the rule that gives them work, from memory: the same for whoever assigns
/// and for whoever shows why nothing is assigned.
@Component
class Candidates {

    private final OpenWork open;
    private final Handling handling;
    private final LivePresence presence;

    Candidates(OpenWork open, Handling handling, LivePresence presence) {
        this.open = open;
        this.handling = handling;
        this.presence = presence;
    }

    /// Somebody as they stand now.
    ///
    /// @param channel of the item, which is the group's
    /// @param lastMoved when something was given to them or taken from them last
    Candidate of(AgentId agent, GroupId group, Channel channel, Instant lastMoved) {
        var now = presence.of(agent);
        var since = now.map(LivePresence.Now::since).orElse(Instant.EPOCH);
        return new Candidate(
                agent,
                handling.isActive(agent, group),
                now.map(LivePresence.Now::state)
                        .map(PresenceState::base)
                        .orElse(PresenceState.Base.AWAY),
                now.filter(LivePresence.Now::onCall).isPresent(),
                open.load(agent, channel),
                handling.limit(agent, channel),
                open.load(agent, group),
                handling.rules(group).limitPerAgent(),
                since.isAfter(lastMoved) ? since : lastMoved);
    }
}
