package dev.rollcall.incentives;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody says that what a period brought them is not right, and what came of it.
///
/// @param run the period of a scheme
/// @param revision which of the person's results in it
/// @param text what is not right, in their words
/// @param points added; null unless it was corrected
/// @param decidedBy null while it waits
/// @param answer for whoever appealed; null for none
/// @param version guards against deciding what is decided
public record Appeal(
        long number,
        AgentId agent,
        long run,
        int revision,
        String text,
        State state,
        Instant askedAt,
        @Nullable Long points,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        long version) {

    /// What became of it.
    public enum State {
        ASKED,
        /// Points were added.
        CORRECTED,
        /// It stays as it was.
        STANDS,
        WITHDRAWN
    }

    public boolean isWaiting() {
        return state == State.ASKED;
    }

    /// An appeal with what it is about.
    ///
    /// @param scheme its name
    /// @param reason what was reckoned, figures included
    public record Case(Appeal appeal, String scheme, Period period, Reason reason) {}
}
