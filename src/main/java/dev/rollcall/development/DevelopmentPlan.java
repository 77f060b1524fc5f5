package dev.rollcall.development;

import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody wants to grow in. One is open at a time, older ones are kept.
///
/// @param lead who looked after it last; null: nobody yet, or a program did
/// @param leadName what people call them; null: nobody yet
/// @param closedAt null: it is open
/// @param closing what came of it; null: it is open
/// @param personSeen when the person looked at it last; null: never
/// @param leadSeen when whoever looks after them did
/// @param version counts the changes; guards against overwriting another's
public record DevelopmentPlan(
        long number,
        AgentId agent,
        String aim,
        Instant openedAt,
        String openedBy,
        @Nullable UserId lead,
        @Nullable String leadName,
        @Nullable Instant closedAt,
        @Nullable String closing,
        @Nullable Instant personSeen,
        @Nullable Instant leadSeen,
        long version) {

    public boolean isOpen() {
        return closedAt == null;
    }

    @Nullable Instant seenBy(Side side) {
        return side == Side.PERSON ? personSeen : leadSeen;
    }
}
