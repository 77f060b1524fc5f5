package dev.rollcall.messages;

import java.time.Instant;

/// What somebody answered.
///
/// @param text their own words; empty unless the kind is [Kind#TEXT]
public record Answer(Kind kind, String text, Instant at) {

    /// What can be answered with one tap, and what cannot.
    public enum Kind {
        /// They are back where their plan has them.
        BACK_NOW,
        /// A contact went on for longer than planned.
        CALL_OVERRAN,
        /// Something else, in their own words.
        TEXT
    }
}
