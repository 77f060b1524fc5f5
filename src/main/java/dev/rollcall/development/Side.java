package dev.rollcall.development;

/// Who owns a plan together.
public enum Side {
    /// Whom it is about.
    PERSON,
    /// Whoever looks after them.
    LEAD;

    public Side other() {
        return this == PERSON ? LEAD : PERSON;
    }
}
