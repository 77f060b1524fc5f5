package dev.rollcall.performance;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/// What somebody shares of a month of theirs, with whom and until when.
///
/// @param name the person's
/// @param metrics at least one
/// @param days whether day by day as well
/// @param readers at least one
/// @param until the last day on which it can be looked at, on the person's own calendar
public record Share(
        ShareId id,
        AgentId agent,
        String name,
        YearMonth month,
        Set<Metric> metrics,
        boolean days,
        List<ShareReader> readers,
        LocalDate until,
        Instant sharedAt) {

    public Share {
        metrics = Set.copyOf(metrics);
        readers = List.copyOf(readers);
    }
}
