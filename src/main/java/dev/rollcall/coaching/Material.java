package dev.rollcall.coaching;

/// Something to read or watch.
///
/// @param link https
public record Material(String title, String link) {}
