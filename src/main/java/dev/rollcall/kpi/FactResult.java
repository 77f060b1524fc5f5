package dev.rollcall.kpi;

import org.jspecify.annotations.Nullable;

/// What became of one fact.
///
/// @param id as given, null when it had none
/// @param problem why it was rejected, null otherwise
public record FactResult(@Nullable String id, Outcome outcome, @Nullable FactProblem problem) {

    public enum Outcome {
        /// New, or a newer version of what was known.
        ACCEPTED,
        /// Known in this version or a newer one.
        DUPLICATE,
        REJECTED
    }
}
