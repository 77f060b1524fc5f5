package dev.rollcall.kpi;

import dev.rollcall.people.AgentId;
import java.util.Set;

/// Facts of some people were counted, or counted otherwise. Published after the commit, in memory.
public record KpiFactsCounted(Set<AgentId> agents) {

    public KpiFactsCounted {
        agents = Set.copyOf(agents);
    }
}
