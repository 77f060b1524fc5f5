package dev.rollcall.people;

import org.jspecify.annotations.Nullable;

/// People who handle the same work, or a plain team.
///
/// @param code what other systems call it; unique
/// @param department the department it belongs to, if any
/// @param version counts the changes; guards against overwriting another's edit
public record Group(
        GroupId id,
        String code,
        String name,
        UnitId unit,
        @Nullable DepartmentId department,
        Channel channel,
        long version) {}
