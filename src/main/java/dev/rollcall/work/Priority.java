package dev.rollcall.work;

/// What comes before what, the most urgent first.
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    /// As the database keeps it: 1 is the most urgent.
    int rank() {
        return ordinal() + 1;
    }

    static Priority ofRank(int rank) {
        return values()[rank - 1];
    }
}
