package dev.rollcall.reports;

import dev.rollcall.adherence.engine.Deviation.Edge;
import java.time.Duration;

/// Work that was planned and not done, by where in its entry, nothing forgiven: unplanned
/// shrinkage.
///
/// @param late before people came to it
/// @param early after they left it
/// @param absent all of it
/// @param middle in between
public record Away(Duration late, Duration early, Duration absent, Duration middle) {

    public static final Away NONE =
            new Away(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    static Away of(Edge edge, Duration time) {
        return switch (edge) {
            case LATE -> new Away(time, Duration.ZERO, Duration.ZERO, Duration.ZERO);
            case EARLY -> new Away(Duration.ZERO, time, Duration.ZERO, Duration.ZERO);
            case ABSENT -> new Away(Duration.ZERO, Duration.ZERO, time, Duration.ZERO);
            case MIDDLE, UNSCHEDULED -> new Away(Duration.ZERO, Duration.ZERO, Duration.ZERO, time);
        };
    }

    Away plus(Away other) {
        return new Away(
                late.plus(other.late),
                early.plus(other.early),
                absent.plus(other.absent),
                middle.plus(other.middle));
    }

    public Duration total() {
        return late.plus(early).plus(absent).plus(middle);
    }
}
