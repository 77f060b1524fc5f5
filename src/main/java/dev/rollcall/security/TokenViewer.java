package dev.rollcall.security;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A program with a token. Holds nothing: each question is answered from the grants of that moment.
record TokenViewer(String prefix, Grants grants, Directory directory) implements Viewer {

    @Override
    public Actor actor() {
        return new Actor(
                Actor.Kind.TOKEN, prefix, grants.token(prefix).map(Token::name).orElse(""));
    }

    @Override
    public Optional<AgentId> agent() {
        return Optional.empty();
    }

    @Override
    public List<Role> roles() {
        return List.of();
    }

    @Override
    public Set<TokenScope> tokenScopes() {
        return grants.mayComeIn(prefix)
                ? grants.token(prefix).map(Token::scopes).orElse(Set.of())
                : Set.of();
    }

    @Override
    public boolean may(Permission permission) {
        return !permission.isAboutOneself()
                && grants.mayComeIn(prefix)
                && grants.token(prefix).stream()
                        .flatMap(token -> token.scopes().stream())
                        .anyMatch(scope -> scope.permissions().contains(permission));
    }

    @Override
    public Scope scope(Permission permission) {
        var token = grants.token(prefix);
        if (token.isEmpty() || !may(permission)) {
            return Scope.nobody();
        }
        if (token.get().wholeOrganisation()) {
            return Scope.everyone();
        }
        Set<UnitId> units = new HashSet<>();
        token.get().units().forEach(unit -> units.addAll(directory.withDescendants(unit)));
        return Scope.ofUnits(units);
    }
}
