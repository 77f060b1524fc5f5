package dev.rollcall.presence.ui;

import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers.Piece;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a person is planned to do about now.
///
/// @param pieces what is visible of the plans, in order of time
/// @param shifts from the first to the last hour of each planned day, time off left out, in order
record PlannedHours(List<Piece> pieces, List<TimeSpan> shifts) {

    static final PlannedHours NONE = new PlannedHours(List.of(), List.of());

    /// How long before its start a shift is the one that somebody clocks in to.
    private static final Duration AHEAD = Duration.ofHours(12);

    PlannedHours {
        pieces = List.copyOf(pieces);
        shifts = List.copyOf(shifts);
    }

    Optional<Piece> at(Instant now) {
        return pieces.stream()
                .filter(piece -> piece.category() != Category.TIME_OFF)
                .filter(piece -> piece.span().contains(now))
                .findFirst();
    }

    /// The shift that lasts, or else the next one soon.
    Optional<TimeSpan> shift(Instant now) {
        return shifts.stream()
                .filter(shift ->
                        shift.end().isAfter(now) && shift.start().isBefore(now.plus(AHEAD)))
                .findFirst();
    }

    /// When the plan says something else for the next time.
    Optional<Instant> nextEdge(Instant now) {
        return pieces.stream()
                .map(piece -> piece.span())
                .map(span -> span.start().isAfter(now) ? span.start() : span.end())
                .filter(edge -> edge.isAfter(now))
                .min(Comparator.naturalOrder());
    }
}
