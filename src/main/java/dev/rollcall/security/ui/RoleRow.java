package dev.rollcall.security.ui;

import dev.rollcall.security.Role;

/// A role in the list, in words.
///
/// @param kind whether Rollcall came with it
/// @param people how many have it
record RoleRow(Role role, String name, String kind, int people) {}
