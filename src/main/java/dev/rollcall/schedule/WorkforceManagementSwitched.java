package dev.rollcall.schedule;

/// Workforce management is on or off from now on. Published after the commit, on the thread of
/// whoever switched it.
public record WorkforceManagementSwitched(boolean on) {}
