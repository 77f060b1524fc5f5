package dev.rollcall.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened in somebody's work.
///
/// @param text what happened, in a sentence in the reader's language
/// @param address where it can be read whole, without the leading slash; null: nowhere
public record Moment(Instant at, String text, @Nullable String address) {}
