package dev.rollcall.presence;

import dev.rollcall.people.UnitId;
import org.jspecify.annotations.Nullable;

/// A status as somebody wants it set by hand.
///
/// @param note in their own words; null: none
/// @param unit the unit they clock in to; null leaves it as it is
/// @param clockOutReason a code of [Reasons#toClockOut], only with AWAY; null: they do not say
record Wish(
        PresenceState state,
        @Nullable String note,
        @Nullable UnitId unit,
        @Nullable String clockOutReason) {

    Wish {
        note = note == null || note.isBlank() ? null : note.strip();
    }

    boolean clocksOut() {
        return state.equals(PresenceState.AWAY);
    }
}
