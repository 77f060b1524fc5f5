package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody will be when the work they have in progress is done.
///
/// @param id of the wish; the event it becomes is named after it, so that it counts once
/// @param clockOutReason the code of why they clock out, only with AWAY; null: they did not say
/// @param by who wished it
public record NextStatus(
        long id,
        AgentId agent,
        PresenceState state,
        @Nullable String note,
        @Nullable String clockOutReason,
        Actor by,
        Instant at) {

    Wish wish() {
        return new Wish(state, note, null, clockOutReason);
    }
}
