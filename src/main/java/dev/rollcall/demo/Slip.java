package dev.rollcall.demo;

import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.TimeSpan;

/// Somebody leaves their work for a while without a plan to.
///
/// @param as what their telephone says meanwhile
record Slip(Person person, TimeSpan span, PresenceState as) {}
