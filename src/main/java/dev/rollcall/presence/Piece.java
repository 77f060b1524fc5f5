package dev.rollcall.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A segment of a timeline under construction: it lasts until the next one starts.
///
/// @param fold the state of the fold right after everything that happened at `start`
record Piece(Instant start, PresenceState state, Origin origin, boolean onCall, FoldState fold) {

    /// The segment it becomes.
    ///
    /// @param end null while it goes on
    PresenceSegment until(@Nullable Instant end) {
        return new PresenceSegment(
                start,
                end,
                state,
                origin.source(),
                origin.eventId(),
                origin.changedBy(),
                origin.automatic(),
                onCall);
    }
}
