package dev.rollcall.coaching;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something somebody does after a session.
///
/// @param agent about whom the session is
/// @param doneAt null: not yet
public record ActionItem(
        long number,
        long session,
        AgentId agent,
        Owner owner,
        String text,
        LocalDate due,
        @Nullable Instant doneAt) {

    /// Who does it.
    public enum Owner {
        AGENT,
        COACH
    }

    public boolean isOpen() {
        return doneAt == null;
    }
}
