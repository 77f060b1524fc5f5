package dev.rollcall.attendance;

/// Somebody approved or refused what an agent had asked for.
public record CorrectionDecided(Correction correction) {}
