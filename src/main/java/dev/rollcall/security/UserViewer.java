package dev.rollcall.security;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A person who signed in. Holds nothing: each question is answered from the grants of that moment.
record UserViewer(UserId id, Grants grants, Directory directory) implements Viewer {

    @Override
    public Actor actor() {
        return new Actor(
                Actor.Kind.USER,
                Long.toString(id.value()),
                grants.user(id).map(Grants.KnownUser::name).orElse(""));
    }

    @Override
    public Optional<AgentId> agent() {
        return grants.user(id).flatMap(user -> Optional.ofNullable(user.agent()));
    }

    @Override
    public List<Role> roles() {
        return grants.rolesOf(id);
    }

    @Override
    public boolean may(Permission permission) {
        if (permission.isAboutOneself() && agent().isEmpty()) {
            return false;
        }
        return !grants.grants(id, permission).isEmpty();
    }

    @Override
    public Scope scope(Permission permission) {
        var granted = grants.grants(id, permission);
        if (granted.isEmpty()) {
            return Scope.nobody();
        }
        if (permission.isAboutOneself()) {
            return agent().map(Scope::ofAgent).orElse(Scope.nobody());
        }
        Set<UnitId> units = new HashSet<>();
        Set<GroupId> groups = new HashSet<>();
        for (var grant : granted) {
            if (grant.unit() != null) {
                units.addAll(directory.withDescendants(grant.unit()));
            } else if (grant.group() != null) {
                groups.add(grant.group());
            } else {
                return Scope.everyone();
            }
        }
        return new Scope(false, units, groups, Set.of());
    }
}
