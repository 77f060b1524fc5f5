package dev.rollcall.adherence.engine;

import java.time.Instant;

/// From this instant on the person was in this presence, until the next one.
///
/// @param presence written `BASE` or `BASE/CODE`
public record PresenceFrom(Instant at, String presence) {}
