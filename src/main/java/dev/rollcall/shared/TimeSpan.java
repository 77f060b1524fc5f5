package dev.rollcall.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A stretch of time, half-open: `start` belongs to it, `end` does not.
///
/// @param start the first instant, inclusive
/// @param end the first instant after it, later than `start`
public record TimeSpan(Instant start, Instant end) {

    public TimeSpan {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "A span ends after it starts: " + start + " to " + end);
        }
    }

    public static TimeSpan of(Instant start, Instant end) {
        return new TimeSpan(start, end);
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public boolean overlaps(TimeSpan other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /// What both have in common; empty when they only touch or lie apart.
    public Optional<TimeSpan> intersection(TimeSpan other) {
        var from = start.isAfter(other.start) ? start : other.start;
        var to = end.isBefore(other.end) ? end : other.end;
        return to.isAfter(from) ? Optional.of(new TimeSpan(from, to)) : Optional.empty();
    }
}
