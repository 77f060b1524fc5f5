package dev.rollcall.people;

import java.time.Instant;
import java.util.Set;

/// Units, groups or agents were added, changed or removed. Published after commit; the directory
/// already answers with the new state.
///
/// @param agents the people touched, those whose unit or group changed its zone included
/// @param structure true when a unit, department or group itself changed
public record PeopleChanged(Set<AgentId> agents, boolean structure, Instant at) {

    public PeopleChanged {
        agents = Set.copyOf(agents);
    }
}
