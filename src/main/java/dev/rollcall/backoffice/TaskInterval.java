package dev.rollcall.backoffice;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time in which somebody worked on a task.
///
/// @param end null while it goes on
/// @param statusBefore what they were when it began, as a presence is written
public record TaskInterval(
        AgentId agent, Instant start, @Nullable Instant end, String statusBefore) {}
