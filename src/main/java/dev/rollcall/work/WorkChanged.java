package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import java.util.Set;

/// Items, or who may be given any, changed. Published after the commit, in memory.
///
/// @param agents who has other items than before, or other limits or activations
/// @param groups whose queue or members are different
public record WorkChanged(Set<AgentId> agents, Set<GroupId> groups) {

    public WorkChanged {
        agents = Set.copyOf(agents);
        groups = Set.copyOf(groups);
    }
}
