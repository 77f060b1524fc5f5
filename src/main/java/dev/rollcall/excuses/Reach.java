package dev.rollcall.excuses;

/// Whom an excuse is for.
public enum Reach {
    /// People by name.
    PEOPLE,
    /// A unit with everything below it, those included who come while it goes on.
    UNIT,
    /// A group, those included who come while it goes on.
    GROUP,
    /// Everybody, those included who come while it goes on.
    EVERYBODY;

    /// Whether it is about what happened to many at once.
    public boolean isIncident() {
        return this != PEOPLE;
    }
}
