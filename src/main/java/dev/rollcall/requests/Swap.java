package dev.rollcall.requests;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A shift somebody would rather give to a colleague, for one of theirs or for nothing.
///
/// @param number unique, counting up
/// @param from whose shift it is
/// @param date the date of the shift
/// @param planVersion the version of the plan it was offered from; another one ends the offer
/// @param to to whom alone it is offered; null: to everybody eligible
/// @param taker who takes it; null while nobody does
/// @param inReturn the date of the shift the taker gives for it; null: none
/// @param returnVersion the version of the taker's plan of that date when they took it; null: none
///   in return, or taken before versions were kept
/// @param decidedBy who decided or took it back; null before. Rollcall itself when a rule did.
/// @param answer what whoever decided said, null for nothing
/// @param findings what there is to say about it, as it was when it was taken
/// @param version counts the changes; guards against taking what is taken
public record Swap(
        long number,
        AgentId from,
        LocalDate date,
        int planVersion,
        @Nullable AgentId to,
        @Nullable AgentId taker,
        @Nullable LocalDate inReturn,
        @Nullable Integer returnVersion,
        Instant offeredAt,
        Progress progress,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        List<Finding> findings,
        long version) {

    /// What became of it.
    public enum Progress {
        /// Somebody may take it.
        OFFERED,
        /// Somebody would take it for a shift of theirs, and whoever offered it has to agree.
        PROPOSED,
        /// Somebody would take it, and whoever plans them decides.
        TAKEN,
        /// In the plans of both.
        APPROVED,
        DECLINED,
        /// Taken back by whoever offered it.
        WITHDRAWN
    }

    public Swap {
        findings = List.copyOf(findings);
    }

    public boolean isOpen() {
        return progress == Progress.OFFERED
                || progress == Progress.PROPOSED
                || progress == Progress.TAKEN;
    }

    public boolean isByRule() {
        return decidedBy != null && decidedBy.kind() == Actor.Kind.SYSTEM;
    }
}
