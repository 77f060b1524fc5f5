package dev.rollcall.work;

import dev.rollcall.people.Agent;
import dev.rollcall.people.GroupId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who belongs to which group, found in one look at everybody.
final class Members {

    private final Map<GroupId, List<Agent>> byGroup = new HashMap<>();

    Members(Collection<Agent> everybody) {
        for (var agent : everybody) {
            for (var group : agent.groups()) {
                byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(agent);
            }
        }
    }

    List<Agent> of(GroupId group) {
        return byGroup.getOrDefault(group, List.of());
    }
}
