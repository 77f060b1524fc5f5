package dev.rollcall.people;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whom somebody may see or act on: everybody, or the people of some units, of some groups, and
/// some people by name. An argument of every query about people, so that forgetting it does not
/// compile.
///
/// Units are listed with everything below them. A person is in scope through their home unit, the
/// unit they work in now, or a group.
///
/// @param everybody true when nothing is left out; the sets are empty then
public record Scope(
        boolean everybody, Set<UnitId> units, Set<GroupId> groups, Set<AgentId> agents) {

    private static final Scope EVERYBODY = new Scope(true, Set.of(), Set.of(), Set.of());
    private static final Scope NOBODY = new Scope(false, Set.of(), Set.of(), Set.of());

    public Scope {
        units = Set.copyOf(units);
        groups = Set.copyOf(groups);
        agents = Set.copyOf(agents);
    }

    public static Scope everyone() {
        return EVERYBODY;
    }

    public static Scope nobody() {
        return NOBODY;
    }

    public static Scope ofUnits(Set<UnitId> units) {
        return new Scope(false, units, Set.of(), Set.of());
    }

    public static Scope ofAgent(AgentId agent) {
        return new Scope(false, Set.of(), Set.of(), Set.of(agent));
    }

    /// Everybody who is in this scope or in the other.
    public Scope plus(Scope other) {
        if (everybody || other.everybody) {
            return EVERYBODY;
        }
        return new Scope(
                false,
                union(units, other.units),
                union(groups, other.groups),
                union(agents, other.agents));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        Set<T> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /// Whether a person is in scope.
    ///
    /// @param currentUnit the unit they are clocked in to, null when it is unknown or the home unit
    public boolean includes(Agent agent, @Nullable UnitId currentUnit) {
        return everybody
                || units.contains(agent.unit())
                || (currentUnit != null && units.contains(currentUnit))
                || agents.contains(agent.id())
                || agent.groups().stream().anyMatch(groups::contains);
    }

    /// Whether a person is in scope, or would be where they may clock in to: what they do may bring
    /// them in or take them out.
    public boolean mayInclude(Agent agent) {
        return includes(agent, null) || agent.mayWorkIn().stream().anyMatch(units::contains);
    }

    public boolean includes(UnitId unit) {
        return everybody || units.contains(unit);
    }
}
