package dev.rollcall.adherence.engine;

import java.time.Duration;

/// What forgives a run of OUT time, or a part of it. Four models, chosen per activity.
public sealed interface Grace {

    /// Every OUT second counts.
    record None() implements Grace {}

    /// A run shorter than the duration is forgiven whole; a run that reaches it counts whole.
    record MinimumException(Duration duration) implements Grace {
        public MinimumException {
            notNegative(duration);
        }
    }

    /// OUT time near an edge of the schedule is forgiven; only what goes beyond counts.
    ///
    /// @param startBefore forgiven before the start, inside the neighbour that ends there
    /// @param startAfter forgiven after the start
    /// @param endBefore forgiven before the end
    /// @param endAfter forgiven after the end, inside the neighbour that starts there
    record Boundary(
            Duration startBefore, Duration startAfter, Duration endBefore, Duration endAfter)
            implements Grace {
        public Boundary {
            notNegative(startBefore);
            notNegative(startAfter);
            notNegative(endBefore);
            notNegative(endAfter);
        }
    }

    /// The figures are untouched; only the flag waits until the run has lasted the duration.
    record AlarmOnly(Duration duration) implements Grace {
        public AlarmOnly {
            notNegative(duration);
        }
    }

    private static void notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Grace is not negative: " + duration);
        }
    }
}
