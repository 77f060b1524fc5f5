package dev.rollcall.security.ui;

import dev.rollcall.kit.Words;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people call roles: those Rollcall comes with have a name in each language.
final class RoleNames {

    private final Map<String, Role> roles;
    private final Directory directory;
    private final Words words;

    RoleNames(List<Role> roles, Directory directory, Words words) {
        this.roles = roles.stream().collect(Collectors.toMap(Role::code, Function.identity()));
        this.directory = directory;
        this.words = words;
    }

    static String of(Role role, Words words) {
        return role.builtIn() ? words.get("security.role." + role.code()) : role.name();
    }

    String of(String code) {
        var role = roles.get(code);
        return role == null ? code : of(role, words);
    }

    /// `Supervisor · North`.
    String of(Assignment given) {
        return of(given.role()) + " · " + Place.of(given).name(directory, words);
    }

    String of(Collection<Assignment> given) {
        return given.stream().map(this::of).sorted().collect(Collectors.joining(", "));
    }
}
