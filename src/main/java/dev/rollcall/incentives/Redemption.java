package dev.rollcall.incentives;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A reward somebody asked for, as it was offered then, and what became of it.
///
/// @param day of time off
/// @param absence of time off: what stands in the plan
/// @param amount of money
/// @param currency of the amount
/// @param decidedBy null while it waits
/// @param answer for whoever asked; null for none
/// @param timeOff the number of the time off it became
/// @param version guards against deciding what is decided
public record Redemption(
        long number,
        AgentId agent,
        long reward,
        String name,
        Reward.Kind kind,
        long price,
        @Nullable LocalDate day,
        @Nullable String absence,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        State state,
        Instant askedAt,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        @Nullable Long timeOff,
        long version) {

    /// What became of it.
    public enum State {
        ASKED,
        APPROVED,
        DECLINED,
        WITHDRAWN
    }

    public boolean isWaiting() {
        return state == State.ASKED;
    }
}
