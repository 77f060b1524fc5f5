package dev.rollcall.people;

/// A department of a unit; it holds groups.
///
/// @param code what other systems call it; unique
/// @param version counts the changes; guards against overwriting another's edit
public record Department(DepartmentId id, String code, String name, UnitId unit, long version) {}
