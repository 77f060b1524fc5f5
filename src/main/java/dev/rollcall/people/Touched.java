package dev.rollcall.people;

import java.util.Set;

/// Which rows a change has written.
record Touched(
        Set<UnitId> units,
        Set<DepartmentId> departments,
        Set<GroupId> groups,
        Set<AgentId> agents) {

    static Touched unit(UnitId id) {
        return new Touched(Set.of(id), Set.of(), Set.of(), Set.of());
    }

    static Touched department(DepartmentId id) {
        return new Touched(Set.of(), Set.of(id), Set.of(), Set.of());
    }

    static Touched group(GroupId id) {
        return new Touched(Set.of(), Set.of(), Set.of(id), Set.of());
    }

    static Touched agent(AgentId id) {
        return new Touched(Set.of(), Set.of(), Set.of(), Set.of(id));
    }

    boolean structure() {
        return !units.isEmpty() || !departments.isEmpty() || !groups.isEmpty();
    }
}
