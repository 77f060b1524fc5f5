package dev.rollcall.incentives;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Points somebody got or spent. Entries are never changed; what was wrong is taken back by an
/// entry of its own.
///
/// @param number unique, counting up
/// @param seq 1, 2, 3 … for each person
/// @param points never 0; less than 0 where they go
/// @param balance after it
/// @param run of an award: the period it is of
/// @param revision of an award: which of its results
/// @param reverses the entry it takes back
/// @param redemption what it was spent on, or comes back from
/// @param appeal of a correction: the one it answers
public record LedgerEntry(
        long number,
        AgentId agent,
        long seq,
        Kind kind,
        long points,
        long balance,
        @Nullable Long run,
        @Nullable Integer revision,
        @Nullable Long reverses,
        @Nullable Long redemption,
        @Nullable Long appeal,
        Instant at,
        Actor by) {

    /// What it is.
    public enum Kind {
        /// Earned in a period of a scheme.
        AWARD,
        /// An award that was found out to be another one.
        REVERSAL,
        /// Kept for a reward that was asked for, and spent when it is approved.
        REDEMPTION,
        /// Given back, because a reward was declined or not wanted any more.
        RETURN,
        /// What an appeal came to.
        CORRECTION
    }

    /// What entries add up to: the balance.
    public static long replay(List<LedgerEntry> entries) {
        return entries.stream().mapToLong(LedgerEntry::points).reduce(0, Math::addExact);
    }
}
