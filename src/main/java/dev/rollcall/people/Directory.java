package dev.rollcall.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everybody and everything one may refer to by id: units, groups and agents as they are now, from
/// memory. Lookups by id are for code that already knows whom it may ask about; lists take a
/// [Scope].
public interface Directory {

    Optional<Agent> agent(AgentId id);

    Optional<Agent> agent(String externalId);

    Optional<Unit> unit(UnitId id);

    Optional<Unit> unit(String code);

    Optional<Group> group(GroupId id);

    Optional<Group> group(String code);

    /// The unit and every unit below it.
    Set<UnitId> withDescendants(UnitId unit);

    /// The agents of a scope by home unit, group or name (a current unit is presence's to know), by
    /// name.
    List<Agent> agents(Scope scope);

    /// Units of a scope, by name.
    List<Unit> units(Scope scope);

    /// Groups of a scope: those listed in it and those of its units, by name.
    List<Group> groups(Scope scope);

    /// Everybody, for jobs of the house itself.
    Collection<Agent> everybody();
}
