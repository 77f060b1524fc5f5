package dev.rollcall.presence;

import dev.rollcall.shared.TimeSpan;

/// Takes it when somebody says they left at another time than the one that was proposed to them.
/// Implemented where corrections are decided; this module knows nothing of those.
public interface ClockOutClaims {

    /// @param span between the proposed time and the one they claim
    /// @param truth what they say they were in it
    /// @throws InvalidInput when it cannot be asked for
    void claim(TimeSpan span, PresenceState truth, String reason);
}
