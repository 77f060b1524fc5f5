package dev.rollcall.presence;

/// Whose attendance is tracked, by which rules or with which reasons is another since a moment ago.
public record TrackingChanged() {}
