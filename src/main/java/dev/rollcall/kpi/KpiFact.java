package dev.rollcall.kpi;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// Something somebody achieved, as another system or Rollcall itself tells it.
///
/// @param source where it comes from; with `id` its identity
/// @param version grows with each correction; only the newest counts
/// @param agent whose it is, by external id
/// @param at when it happened: the day it counts for is the agent's own
/// @param amount in `currency`; null where there is none
/// @param due what there was to collect, in `currency`; null when it is not told
/// @param currency null without an amount
/// @param category the type of a service, the topic of a complaint or call; null: none
/// @param duration of a call; null when it is not told
/// @param progress null where nothing is said of it
/// @param resolvedAt when it was resolved or completed; null: not yet, or not told
public record KpiFact(
        String source,
        String id,
        long version,
        String agent,
        Instant at,
        FactKind kind,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal due,
        @Nullable Currency currency,
        @Nullable String category,
        @Nullable Duration duration,
        @Nullable Progress progress,
        @Nullable Instant resolvedAt) {

    public enum Progress {
        OPEN,
        RESOLVED,
        COMPLETED
    }

    /// Whether it is dealt with: a service completed, a complaint resolved.
    public boolean isDone() {
        return resolvedAt != null
                || progress == Progress.RESOLVED
                || progress == Progress.COMPLETED;
    }
}
