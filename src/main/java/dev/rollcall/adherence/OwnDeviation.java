package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.presence.PresenceState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// That somebody who is clocked in does something else than planned, for longer than grace allows:
/// what they themselves are told before anybody else comes to them.
///
/// @param since since when they have been out, across the edges of the schedule
/// @param scheduled what they should be doing; null outside every entry
public record OwnDeviation(Instant since, @Nullable Piece scheduled) {

    /// Pure. Empty while all is well or forgiven, and for whoever is not clocked in.
    static Optional<OwnDeviation> of(BoardRow row) {
        return row.state()
                .filter(OwnDeviation::isFlagged)
                .filter(live ->
                        PresenceState.parse(live.presence()).base() != PresenceState.Base.AWAY)
                .map(live -> new OwnDeviation(live.since(), live.scheduled()));
    }

    private static boolean isFlagged(LiveState live) {
        return live.state() == LiveState.State.OUT || live.state() == LiveState.State.SEVERE;
    }
}
