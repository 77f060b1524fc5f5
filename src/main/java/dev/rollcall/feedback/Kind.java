package dev.rollcall.feedback;

/// What feedback is.
public enum Kind {
    /// Something was good. Its receiver may show it to the team.
    PRAISE,
    /// Something could go another way. Between the two of them.
    NOTE
}
