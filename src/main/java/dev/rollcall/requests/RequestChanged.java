package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import java.util.Set;

/// Something was asked, offered, decided or taken back, or a rule or an allowance changed.
/// Published inside the writing transaction; listen after commit and read again.
///
/// @param agents whom it is about; empty: whoever looks
public record RequestChanged(Set<AgentId> agents) {

    public RequestChanged {
        agents = Set.copyOf(agents);
    }
}
