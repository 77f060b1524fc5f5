package dev.rollcall.incentives;

import dev.rollcall.people.AgentId;
import java.util.Set;

/// Somebody got or spent points, or asks for something. Published inside the writing transaction;
/// listen after commit and read again.
public record IncentivesChanged(Set<AgentId> agents) {

    public IncentivesChanged {
        agents = Set.copyOf(agents);
    }
}
