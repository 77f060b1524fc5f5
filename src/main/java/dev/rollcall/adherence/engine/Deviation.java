package dev.rollcall.adherence.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run: a stretch of OUT time inside one piece of the schedule, or outside every entry.
///
/// @param activity the scheduled activity, null outside every entry
/// @param presences what the person did instead, distinct, by first appearance
/// @param tolerated what grace forgives of it
/// @param excused what an excuse removes of the rest
public record Deviation(
        Instant start,
        Instant end,
        @Nullable String activity,
        List<String> presences,
        Impact impact,
        Edge edge,
        Duration tolerated,
        Duration excused) {

    public Deviation {
        presences = List.copyOf(presences);
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    /// What still counts against the score.
    public Duration counted() {
        return duration().minus(tolerated).minus(excused);
    }

    public enum Impact {
        /// Scheduled not to work, but working.
        POSITIVE,
        /// Scheduled to work, but not working.
        NEGATIVE,
        NEUTRAL
    }

    public enum Edge {
        /// From the start of the piece on.
        LATE,
        /// Until the end of the piece.
        EARLY,
        /// The whole piece.
        ABSENT,
        MIDDLE,
        /// Outside every entry.
        UNSCHEDULED
    }
}
