package dev.rollcall.quality;

import dev.rollcall.quality.Evaluation.SelfState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An evaluation in the list of the person it is about.
///
/// @param at when the interaction began
/// @param percent null while the result is closed, or when all was skipped
/// @param failed false while the result is closed
public record OwnEvaluationLine(
        long number,
        Medium channel,
        Instant at,
        Instant publishedAt,
        String evaluator,
        boolean open,
        SelfState self,
        boolean acknowledged,
        boolean disputed,
        @Nullable BigDecimal percent,
        boolean failed,
        long version) {

    static OwnEvaluationLine of(Evaluation known) {
        boolean open = known.isOpenToPerson();
        return new OwnEvaluationLine(
                known.number(),
                known.channel(),
                known.at(),
                known.publishedAt() == null ? known.createdAt() : known.publishedAt(),
                known.evaluator().name(),
                open,
                known.self(),
                known.acknowledgedAt() != null,
                known.disputed(),
                open ? known.percent().orElse(null) : null,
                open && known.failed(),
                known.version());
    }
}
