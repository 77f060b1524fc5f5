package dev.rollcall.planner;

/// Which rotation.
public record RotationId(long value) {}
