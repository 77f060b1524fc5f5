package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which items somebody may see.
///
/// @param everything whether it is all; the groups are empty then
/// @param groups whose items
/// @param self whose own items besides; null: the asker is no agent
record CaseScope(boolean everything, Set<GroupId> groups, @Nullable AgentId self) {

    CaseScope {
        groups = Set.copyOf(groups);
    }

    boolean includes(WorkItem item) {
        return everything
                || groups.contains(item.group())
                || (self != null && self.equals(item.agent()));
    }
}
