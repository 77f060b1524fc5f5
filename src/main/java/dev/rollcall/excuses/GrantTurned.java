package dev.rollcall.excuses;

/// What somebody's explanation was granted was taken back, or holds again. Published inside the
/// transaction that changes it.
///
/// @param explanation its number
/// @param excuse the number of the excuse
/// @param holds whether it holds now
record GrantTurned(long explanation, long excuse, boolean holds) {}
