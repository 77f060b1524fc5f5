package dev.rollcall.presence;

import org.jspecify.annotations.Nullable;

/// What became of one event.
///
/// @param id the event's id as given, null when it had none
/// @param problem why it was rejected, null otherwise
public record EventResult(@Nullable String id, Outcome outcome, @Nullable EventProblem problem) {

    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }
}
