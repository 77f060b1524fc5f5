package dev.rollcall.performance;

/// Something that is shared.
public record ShareId(long value) {}
