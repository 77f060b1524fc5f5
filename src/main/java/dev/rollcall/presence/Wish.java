package dev.rollcall.presence;

import dev.rollcall.people.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A status as somebody wants it set by hand.
///
/// @param note in their own words; null: none
/// @param unit the unit they clock in to; null leaves it as it is
/// @param clockOutReason a code of [Reasons#toClockOut], only with AWAY; null: they do not say
/// @param expectedReturn when they mean to be back, only with UNAVAILABLE; null: they do not say
record Wish(
        PresenceState state,
        @Nullable String note,
        @Nullable UnitId unit,
        @Nullable String clockOutReason,
        @Nullable Instant expectedReturn) {

    Wish {
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /// @param clockOutReason a code of [Reasons#toClockOut], only with AWAY; null: they do not say
    Wish(
            PresenceState state,
            @Nullable String note,
            @Nullable UnitId unit,
            @Nullable String clockOutReason) {
        this(state, note, unit, clockOutReason, null);
    }

    boolean clocksOut() {
        return state.equals(PresenceState.AWAY);
    }
}
