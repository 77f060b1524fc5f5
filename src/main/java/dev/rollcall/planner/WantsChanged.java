package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import java.util.Set;

/// Some people would like something else, or asked for time off or were given it. Published inside
/// the writing transaction by whoever keeps that; listen after commit and read again.
public record WantsChanged(Set<AgentId> agents) {

    public WantsChanged {
        agents = Set.copyOf(agents);
    }
}
