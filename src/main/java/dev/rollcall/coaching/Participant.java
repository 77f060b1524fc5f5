package dev.rollcall.coaching;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody who takes part in a session.
///
/// @param plannedOn the working day whose plan has it; null: it stands in no plan
/// @param seenAt when they first opened it; null: not yet
/// @param learnedAt when they said that they worked through the material; null: not yet
/// @param acknowledgedAt when they took note of it, which is not agreeing; null: not yet
/// @param word what they said to it, may be empty
public record Participant(
        AgentId agent,
        @Nullable LocalDate plannedOn,
        @Nullable Instant seenAt,
        @Nullable Instant learnedAt,
        @Nullable Instant acknowledgedAt,
        String word) {}
