package dev.rollcall.adherence.engine;

/// What a presence means while an activity is scheduled.
public enum Verdict {
    /// As planned.
    IN,
    /// Against the plan.
    OUT,
    /// Counts neither way.
    NEUTRAL,
    /// Nobody has decided yet.
    UNMAPPED
}
