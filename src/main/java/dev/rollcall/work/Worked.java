package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// An item changed: what it was, and what it is. Published inside the transaction that changed it.
///
/// @param before equal to `after` when it has just arrived
record Worked(WorkItem before, WorkItem after, Instant at) {

    boolean begins() {
        return after.state() == WorkItem.State.ACTIVE && before.state() != WorkItem.State.ACTIVE;
    }

    boolean ends() {
        return before.state() == WorkItem.State.ACTIVE && after.state() != WorkItem.State.ACTIVE;
    }

    /// Whom and which queues it concerns.
    WorkChanged change() {
        var agents = new HashSet<AgentId>();
        var groups = new HashSet<GroupId>();
        for (var item : List.of(before, after)) {
            groups.add(item.group());
            var agent = item.agent();
            if (agent != null) {
                agents.add(agent);
            }
        }
        return new WorkChanged(agents, groups);
    }
}
