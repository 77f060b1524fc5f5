package dev.rollcall.people;

import org.jspecify.annotations.Nullable;

/// What somebody wants a department to be; checked when it is saved.
///
/// @param unit the code of its unit
public record DepartmentDraft(@Nullable String name, @Nullable String unit) {}
