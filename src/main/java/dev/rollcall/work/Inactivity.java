package dev.rollcall.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody is not active in a group.
///
/// @param by the name of whoever switched them
/// @param reason why, in that person's words; null: they did not say
public record Inactivity(Instant since, String by, @Nullable String reason) {}
