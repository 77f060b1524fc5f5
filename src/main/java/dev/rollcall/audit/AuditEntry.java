package dev.rollcall.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of the audit log.
///
/// @param number grows with every entry
/// @param what the kind of thing, for example `agent`
/// @param which its code or external id
/// @param before the state before as JSON or plain text, null when it was new or does not matter
/// @param after the state after, null when it is gone
/// @param screen what was looked at, null for a change
public record AuditEntry(
        long number,
        Instant at,
        Kind kind,
        Actor by,
        String what,
        String which,
        @Nullable String before,
        @Nullable String after,
        @Nullable String screen) {

    public enum Kind {
        /// Something was changed.
        CHANGE,
        /// Somebody looked at one person's detail.
        LOOK
    }
}
