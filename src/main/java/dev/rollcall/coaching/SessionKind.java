package dev.rollcall.coaching;

/// How people are coached.
public enum SessionKind {
    ONE_ON_ONE,
    GROUP,
    /// Material to work through; those who did say so themselves.
    E_LEARNING
}
