package dev.rollcall.backoffice;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A task as somebody wants it; checked when it is saved.
///
/// @param unit null: the unit of who is to do it
/// @param agent who is to do it; null: nobody yet
/// @param estimateMinutes null: nobody knows
public record TaskDraft(
        @Nullable String title,
        @Nullable String description,
        @Nullable UnitId unit,
        @Nullable AgentId agent,
        @Nullable Integer estimateMinutes,
        @Nullable Instant dueAt) {}
