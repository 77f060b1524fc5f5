package dev.rollcall.security;

import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import org.jspecify.annotations.Nullable;

/// A role somebody has, and for whom: a unit with everything below it, a group, or, without either,
/// the whole organisation.
///
/// @param role the role's code
public record Assignment(String role, @Nullable UnitId unit, @Nullable GroupId group) {

    public Assignment {
        if (unit != null && group != null) {
            throw new IllegalArgumentException(
                    "A role is given for a unit or for a group, not for both at once");
        }
    }

    public static Assignment everywhere(String role) {
        return new Assignment(role, null, null);
    }

    public static Assignment inUnit(String role, UnitId unit) {
        return new Assignment(role, unit, null);
    }

    public static Assignment inGroup(String role, GroupId group) {
        return new Assignment(role, null, group);
    }
}
