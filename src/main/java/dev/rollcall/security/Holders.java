package dev.rollcall.security;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who of those who can sign in has a permission: for the house itself, so that it can tell the
/// right people. From memory, so that asking costs nothing.
@Component
public class Holders {

    private final Grants grants;
    private final Directory directory;

    Holders(Grants grants, Directory directory) {
        this.grants = grants;
        this.directory = directory;
    }

    /// The roles of everybody who can sign in and has a permission for anybody at all.
    public Map<UserId, Set<String>> rolesOf(Permission permission) {
        var found = new HashMap<UserId, Set<String>>();
        for (var user : of(permission, Set.of(), _ -> true)) {
            found.put(
                    user,
                    new UserViewer(user, grants, directory)
                            .roles().stream().map(Role::code).collect(Collectors.toSet()));
        }
        return found;
    }

    /// @param without agents who are not meant though they have it
    /// @param covers whether a scope is wide enough
    public Set<UserId> of(Permission permission, Set<AgentId> without, Predicate<Scope> covers) {
        var found = new HashSet<UserId>();
        for (var user : grants.everyUser()) {
            if (grants.mayComeIn(user.id())
                    && (user.agent() == null || !without.contains(user.agent()))
                    && !grants.grants(user.id(), permission).isEmpty()
                    && covers.test(
                            new UserViewer(user.id(), grants, directory).scope(permission))) {
                found.add(user.id());
            }
        }
        return found;
    }
}
