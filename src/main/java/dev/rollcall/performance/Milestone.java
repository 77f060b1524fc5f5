package dev.rollcall.performance;

import java.time.LocalDate;

/// A rule somebody fulfilled, and by what.
///
/// @param on the last day it took
/// @param from the first day it took; the same for a single day
/// @param value what there was: of the day, the month or, of a row, its last part
/// @param against what it is held against: the goal, the day's share of it, or the best before
public record Milestone(
        MilestoneRule rule, LocalDate from, LocalDate on, Amount value, Amount against) {}
