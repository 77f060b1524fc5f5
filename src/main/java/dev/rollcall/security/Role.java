package dev.rollcall.security;

import java.util.Set;

/// A set of permissions with a name. Whose people it is about is said where it is given to a user.
///
/// @param code unique; built-in roles are named on screens by it
/// @param name what the admin called it
/// @param builtIn true for the roles Rollcall comes with; they cannot be changed
/// @param version counts the changes; guards against overwriting another's edit
public record Role(
        String code, String name, boolean builtIn, Set<Permission> permissions, long version) {

    public static final String AGENT = "agent";
    public static final String SUPERVISOR = "supervisor";
    public static final String UNIT_MANAGER = "unit-manager";
    public static final String QUALITY_ANALYST = "quality-analyst";
    public static final String ADMIN = "admin";

    public Role {
        permissions = Set.copyOf(permissions);
    }
}
