package dev.rollcall.adherence.engine;

import dev.rollcall.schedule.Category;
import java.time.Instant;

/// A visible piece of a scheduled entry: what is left of it where nothing of a higher layer covers
/// it.
///
/// @param activity the activity's code
/// @param start inclusive
/// @param end exclusive, later than `start`
public record Piece(String activity, Category category, Instant start, Instant end) {}
