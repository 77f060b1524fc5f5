package dev.rollcall.performance;

import dev.rollcall.security.UserId;

/// Somebody who looks after a person, and with whom they may share.
///
/// @param name as they are called where they sign in
public record ShareReader(UserId user, String name) {}
