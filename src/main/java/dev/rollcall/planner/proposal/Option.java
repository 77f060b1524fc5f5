package dev.rollcall.planner.proposal;

/// One of the templates somebody may get, whatever the date.
///
/// Public because the solver asks for it; everything in it stays in the package.
///
/// @param template its index among those that are offered
public record Option(int template) {}
