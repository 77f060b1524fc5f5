package dev.rollcall.adherence.engine;

import dev.rollcall.adherence.engine.Deviation.Impact;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a person stands at one instant, and until when that holds if no event comes.
///
/// @param since when this began; for GRACE, OUT and SEVERE the start of the unbroken stretch of OUT
///   time, across the edges of the schedule
/// @param validUntil the instant at which the state, or what is scheduled, changes by itself
/// @param scheduled the piece of the schedule at this instant, null outside every entry
/// @param presence what the person does
/// @param impact what the deviation does to the plan; NEUTRAL when there is none
public record LiveState(
        State state,
        Instant since,
        Instant validUntil,
        @Nullable Piece scheduled,
        String presence,
        Impact impact) {

    public enum State {
        IN,
        /// Out, not flagged yet.
        GRACE,
        OUT,
        /// Out for the severe threshold or longer.
        SEVERE,
        NOT_SCHEDULED,
        UNKNOWN;

        /// Whether the person is out of adherence, flagged or not.
        public boolean isOut() {
            return this == GRACE || this == OUT || this == SEVERE;
        }
    }

    public Optional<Piece> piece() {
        return Optional.ofNullable(scheduled);
    }
}
