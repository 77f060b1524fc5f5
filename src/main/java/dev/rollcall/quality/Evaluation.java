package dev.rollcall.quality;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an evaluator found of an interaction, with the figures of its current revision.
///
/// @param number what addresses call it
/// @param unit where the person was at home when it was begun
/// @param at when the interaction began
/// @param publishedAt null while it is a draft
/// @param revision the current one, from 1 on
/// @param asksSelf whether the person is asked how they see it before they see the result
/// @param seenAt when the person first saw the result; null: not yet
/// @param acknowledgedAt when they said so; null: not yet
/// @param disputed whether a dispute waits
/// @param score in hundredths, exact to eight digits; null when all was skipped
/// @param failed whether a critical category failed it
/// @param version counts the changes; guards against overwriting another's
public record Evaluation(
        long number,
        long interaction,
        AgentId agent,
        UnitId unit,
        Medium channel,
        Instant at,
        String card,
        int cardVersion,
        Actor evaluator,
        Instant createdAt,
        @Nullable Instant publishedAt,
        int revision,
        boolean asksSelf,
        SelfState self,
        @Nullable Instant seenAt,
        @Nullable Instant acknowledgedAt,
        boolean disputed,
        @Nullable BigDecimal score,
        boolean failed,
        int complianceMet,
        int complianceAsked,
        long version) {

    /// Whether the person said how they see it.
    public enum SelfState {
        OPEN,
        GIVEN,
        DECLINED
    }

    public boolean isDraft() {
        return publishedAt == null;
    }

    /// Whether the person may see the result.
    public boolean isOpenToPerson() {
        return !isDraft() && (!asksSelf || self != SelfState.OPEN);
    }

    /// As it is shown; empty when all was skipped.
    public Optional<BigDecimal> percent() {
        return Optional.ofNullable(score)
                .map(it -> it.setScale(Review.SHOWN, RoundingMode.HALF_UP));
    }
}
