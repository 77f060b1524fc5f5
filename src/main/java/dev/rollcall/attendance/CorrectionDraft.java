package dev.rollcall.attendance;

import dev.rollcall.attendance.Correction.Kind;
import dev.rollcall.presence.PresenceState;
import java.time.Instant;

/// A correction as somebody asks for it.
///
/// @param state what they did in truth
/// @param reason why, in their own words
public record CorrectionDraft(
        Kind kind, Instant from, Instant until, PresenceState state, String reason) {

    public CorrectionDraft {
        reason = reason.strip();
    }
}
