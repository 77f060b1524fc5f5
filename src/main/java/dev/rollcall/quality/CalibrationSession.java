package dev.rollcall.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Several score the same interaction without seeing each other.
///
/// @param scorers who has scored, by name, in the order in which they did
/// @param own the caller's answers; null: not yet
/// @param result null while it is open: nobody sees what the others answered
/// @param leads whether the caller opened it
public record CalibrationSession(
        long number,
        String name,
        Interaction interaction,
        ScorecardVersion scorecard,
        String facilitator,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<String> scorers,
        @Nullable Map<String, Answer> own,
        @Nullable Agreement result,
        boolean leads) {

    public CalibrationSession {
        scorers = List.copyOf(scorers);
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
