package dev.rollcall.attendance;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody says they did in a span of their own past, other than was reported, and what
/// another person decided about it. Once approved it rules over the span in the log of presence;
/// what was reported stays there.
///
/// @param number names it, in the log as well
/// @param state what they did in truth: AWAY, AVAILABLE, or UNAVAILABLE with a reason
/// @param reason why, in their own words
/// @param decidedBy who approved, refused or took it back; null while it waits
/// @param note what whoever decided said; null: nothing
/// @param version counts the changes; guards against two who decide at once
public record Correction(
        long number,
        AgentId agent,
        Kind kind,
        TimeSpan span,
        PresenceState state,
        String reason,
        Actor askedBy,
        Instant askedAt,
        Progress progress,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        long version) {

    /// What was wrong.
    public enum Kind {
        /// They were at work and had not clocked in.
        CLOCK_IN,
        /// They had left and were still clocked in.
        CLOCK_OUT,
        /// They did something else.
        STATUS
    }

    /// What became of it.
    public enum Progress {
        ASKED,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    public boolean isWaiting() {
        return progress == Progress.ASKED;
    }

    public boolean isApproved() {
        return progress == Progress.APPROVED;
    }

    /// How many approved ones touch a span.
    static int approved(List<Correction> corrections, TimeSpan span) {
        return (int)
                corrections.stream()
                        .filter(Correction::isApproved)
                        .filter(each -> each.span().start().isBefore(span.end()))
                        .filter(each -> each.span().end().isAfter(span.start()))
                        .count();
    }
}
