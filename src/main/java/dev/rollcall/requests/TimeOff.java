package dev.rollcall.requests;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Time off somebody asked for, and what became of it.
///
/// @param number unique, counting up
/// @param type the code of its absence type
/// @param to the last date, included
/// @param part the hours, on one date only; null: whole days
/// @param amount how much of the allowance it takes, in what the type is counted in
/// @param note what they said to whoever decides, null for nothing, when it was erased, or for
///   whoever does not decide about it
/// @param decidedBy who decided or took it back; null while it waits. Rollcall itself when a rule
///   did.
/// @param answer what whoever decided said, null for nothing
/// @param findings why, as it was when it was decided; while it waits, why no rule decided it
/// @param version counts the changes; guards against deciding on what is decided
public record TimeOff(
        long number,
        AgentId agent,
        String type,
        LocalDate from,
        LocalDate to,
        @Nullable Hours part,
        BigDecimal amount,
        @Nullable String note,
        Actor askedBy,
        Instant askedAt,
        Progress progress,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        List<Finding> findings,
        long version) {

    /// What became of it.
    public enum Progress {
        ASKED,
        APPROVED,
        DECLINED,
        /// Taken back before anybody decided.
        WITHDRAWN,
        /// Taken back after it was approved.
        CANCELLED
    }

    public TimeOff {
        findings = List.copyOf(findings);
    }

    TimeOff withoutNote() {
        return new TimeOff(
                number, agent, type, from, to, part, amount, null, askedBy, askedAt, progress,
                decidedBy, decidedAt, answer, findings, version);
    }

    public boolean isWaiting() {
        return progress == Progress.ASKED;
    }

    /// Whether it counts against the allowance and the days.
    public boolean isHeld() {
        return progress == Progress.ASKED || progress == Progress.APPROVED;
    }

    /// Whether a rule of the unit decided it.
    public boolean isByRule() {
        return decidedBy != null && decidedBy.kind() == Actor.Kind.SYSTEM;
    }

    /// Whether another request of the same person touches the same days, or the same hours where
    /// both are about hours. Pure.
    ///
    /// @param zone the person's
    boolean overlaps(TimeOffDraft draft, ZoneId zone) {
        var one = part;
        var other = draft.part();
        if (one != null && other != null) {
            var hours = other.on(draft.from(), zone);
            // Hours after midnight may be meant of one night and written either way.
            return one.on(from, zone).overlaps(hours)
                    || from.equals(draft.from())
                            && (one.on(from.plusDays(1), zone).overlaps(hours)
                                    || one.on(from.minusDays(1), zone).overlaps(hours));
        }
        return !to.isBefore(draft.from()) && !from.isAfter(draft.to());
    }
}
