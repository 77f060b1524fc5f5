package dev.rollcall.performance;

import dev.rollcall.quality.OwnEvaluations;

/// How good the caller's own work was found.
///
/// @param month what the month came to
/// @param before the month before it
public record OwnQuality(OwnEvaluations.Month month, OwnEvaluations.Month before) {}
