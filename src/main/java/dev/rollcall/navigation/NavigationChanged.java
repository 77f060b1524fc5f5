package dev.rollcall.navigation;

/// Somebody's navigation may be another one now; published once that is stored.
public record NavigationChanged() {}
