package dev.rollcall.development;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something somebody does for a plan, or that is to be learned.
///
/// @param goal the goal it is for; null: for none in particular
/// @param owner who does it, or sees to it that it can be learned
/// @param due null of training alone: no day is set
/// @param link where it can be learned, https; empty for nowhere
/// @param doneAt null: not yet
public record PlanStep(
        long number,
        Kind kind,
        @Nullable Long goal,
        Side owner,
        String text,
        @Nullable LocalDate due,
        String link,
        @Nullable Source source,
        @Nullable Instant doneAt) {

    public enum Kind {
        ACTION,
        /// A training need.
        TRAINING
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    public boolean isOverdue(LocalDate today) {
        return doneAt == null && due != null && due.isBefore(today);
    }
}
