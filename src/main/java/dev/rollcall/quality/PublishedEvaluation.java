package dev.rollcall.quality;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A published evaluation of somebody, for what builds upon it: coaching, development, rewards.
///
/// @param number what `/quality/evaluations/{number}` calls it, and `/my-evaluations/{number}` for
///   the person themselves
/// @param at when the interaction began
/// @param card the code of the scorecard
/// @param score in hundredths, exact to eight digits; null when all was skipped
/// @param disputed whether a dispute waits: it does not count until then
public record PublishedEvaluation(
        long number,
        Instant at,
        Instant publishedAt,
        String card,
        @Nullable BigDecimal score,
        boolean failed,
        boolean disputed) {}
