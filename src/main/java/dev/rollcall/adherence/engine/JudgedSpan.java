package dev.rollcall.adherence.engine;

import java.time.Instant;

/// A stretch with one presence and one judgement.
///
/// @param presence written `BASE` or `BASE/CODE`
public record JudgedSpan(Instant start, Instant end, String presence, Judgement judgement) {}
