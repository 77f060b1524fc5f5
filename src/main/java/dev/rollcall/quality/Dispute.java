package dev.rollcall.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody does not agree with how their work was evaluated.
///
/// @param ofRevision what it is about
/// @param outcome null while it waits, like all that follows
/// @param note why, for the person
/// @param resolvedBy by name
public record Dispute(
        long number,
        String reason,
        Instant raisedAt,
        int ofRevision,
        @Nullable Outcome outcome,
        @Nullable String note,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy) {

    public enum Outcome {
        /// It stays as it was.
        KEPT,
        /// There is a new revision; the old one stays beside it.
        CHANGED
    }

    public boolean waits() {
        return outcome == null;
    }
}
