package dev.rollcall.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows as they were read, before what depends on other rows is filled in.
record Rows(
        List<Unit> units,
        List<Department> departments,
        List<Group> groups,
        List<AgentFields> agents) {

    /// An agent without the zone that may come from their unit.
    record AgentFields(
            AgentId id,
            String externalId,
            String name,
            @Nullable String email,
            UnitId unit,
            Set<UnitId> mayWorkIn,
            Set<GroupId> groups,
            @Nullable String zone,
            @Nullable Boolean tracked,
            long version) {}
}
