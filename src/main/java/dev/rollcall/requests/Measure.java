package dev.rollcall.requests;

/// What absence is counted in.
public enum Measure {
    DAYS,
    HOURS
}
