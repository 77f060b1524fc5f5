package dev.rollcall.adherence.settings;

/// A value with the level it comes from.
///
/// @param <T> the value
public record Sourced<T>(T value, Origin origin) {}
