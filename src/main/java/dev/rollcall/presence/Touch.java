package dev.rollcall.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The stretch of one person's past in which something became known.
///
/// @param from the first instant that may look different
/// @param to the last instant at which something new happened; later ones can differ, too, by what
///   follows from it
/// @param happenings their new events, in order; none when a silence came or went
record Touch(Instant from, Instant to, List<Happening> happenings) {

    /// All of somebody's past: read it again from the beginning.
    static final Touch EVERYTHING =
            new Touch(Instant.EPOCH.minusSeconds(1), Silence.OPEN, List.of());

    /// New events of one person.
    ///
    /// @param happenings at least one
    static Touch by(List<Happening> happenings) {
        var sorted = happenings.stream().sorted().toList();
        return new Touch(sorted.getFirst().time(), sorted.getLast().time(), sorted);
    }

    /// Something other than their own events: a silence came or went.
    static Touch between(Instant from, Instant to) {
        return new Touch(from, to, List.of());
    }

    Touch and(Touch other) {
        var both = new ArrayList<>(happenings);
        both.addAll(other.happenings);
        both.sort(null);
        return new Touch(
                from.isBefore(other.from) ? from : other.from,
                to.isAfter(other.to) ? to : other.to,
                both);
    }
}
