package dev.rollcall.messages;

import dev.rollcall.people.AgentId;
import java.util.Set;

/// Messages to these people were sent, seen, answered or withdrawn. Published inside the
/// transaction.
///
/// @param forThem whether there is something new for themselves; else for whoever looks after them
public record MessagesChanged(Set<AgentId> agents, boolean forThem) {

    public MessagesChanged {
        agents = Set.copyOf(agents);
    }
}
