package dev.rollcall.excuses;

import dev.rollcall.adherence.Excusal;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody says themselves about a deviation of theirs, and what another person decided.
/// Approved it is an excuse.
///
/// @param span ends far away while the deviation goes on
/// @param reason the code of a reason
/// @param text in their own words, empty for nothing
/// @param note what whoever decided said; null: nothing
/// @param excuse the number of the excuse it became; null: none
/// @param version counts the changes; guards against two who decide at once
public record Explanation(
        long number,
        AgentId agent,
        TimeSpan span,
        String reason,
        String text,
        Actor askedBy,
        Instant askedAt,
        Progress progress,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable Long excuse,
        long version) {

    /// What became of it.
    public enum Progress {
        ASKED,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    public boolean isWaiting() {
        return progress == Progress.ASKED;
    }

    /// When what it is about was over, by the deviations of a day; empty when it is none of them.
    public Optional<Instant> endIn(List<Deviation> deviations) {
        var from = span.start();
        return deviations.stream()
                .filter(each -> !each.start().isAfter(from) && each.end().isAfter(from))
                .map(Deviation::end)
                .findFirst();
    }

    /// Whether the deviation went on when it was explained.
    public boolean goesOn() {
        return span.end().equals(Excusal.OPEN);
    }
}
