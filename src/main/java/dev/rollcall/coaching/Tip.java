package dev.rollcall.coaching;

import dev.rollcall.messages.Answer;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tip in the moment.
///
/// @param message what the quick message is called that brought it
/// @param answer null: none yet
public record Tip(
        long message,
        AgentId agent,
        String text,
        Instant at,
        String coach,
        @Nullable Answer answer) {

    Tip answered(@Nullable Answer given) {
        return new Tip(message, agent, text, at, coach, given);
    }
}
