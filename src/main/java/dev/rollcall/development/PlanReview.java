package dev.rollcall.development;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day on which both look at the plan together.
///
/// @param heldAt null: it is to come, as are all of `outcome` and `by`
/// @param notedAt when the person took note of the outcome; null: not yet
public record PlanReview(
        long number,
        LocalDate due,
        @Nullable Instant heldAt,
        @Nullable Outcome outcome,
        String words,
        @Nullable String by,
        @Nullable Instant notedAt) {

    public enum Outcome {
        ON_TRACK,
        BEHIND,
        REACHED
    }

    public boolean isToCome() {
        return heldAt == null;
    }
}
