package dev.rollcall.development;

import dev.rollcall.people.Agent;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Somebody one looks after, and how their plan stands.
///
/// @param aim of the open plan; null: they have none
/// @param progress in percent; empty when there is nothing to do
/// @param review when both look at it next; null: no day is set
/// @param overdue how much is overdue, for either of them
/// @param asked whether the person waits for a word to a goal
/// @param isNew whether the person changed something since
public record PlanLine(
        Agent agent,
        @Nullable String aim,
        OptionalInt progress,
        @Nullable LocalDate review,
        boolean reviewDue,
        int overdue,
        boolean asked,
        boolean isNew) {}
