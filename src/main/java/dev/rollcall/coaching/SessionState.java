package dev.rollcall.coaching;

/// What became of a session.
public enum SessionState {
    PLANNED,
    HELD,
    /// Its time came, and it did not take place.
    MISSED,
    CANCELLED
}
