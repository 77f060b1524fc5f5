package dev.rollcall.performance;

import dev.rollcall.security.UserId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/// What somebody wants to share of a month of theirs; checked when it is saved.
///
/// @param days whether day by day as well
/// @param until the last day on which it can be looked at, on the person's own calendar
public record ShareDraft(
        YearMonth month, Set<Metric> metrics, boolean days, Set<UserId> readers, LocalDate until) {

    public ShareDraft {
        metrics = Set.copyOf(metrics);
        readers = Set.copyOf(readers);
    }
}
