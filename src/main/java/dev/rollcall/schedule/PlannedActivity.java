package dev.rollcall.schedule;

import dev.rollcall.shared.TimeSpan;

/// One entry of a plan as written; entries may overlap, the layer decides what is visible.
///
/// @param activity the activity's code
public record PlannedActivity(String activity, TimeSpan span) {}
