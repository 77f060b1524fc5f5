package dev.rollcall.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a query adds up to.
///
/// @param asOf up to when it was read
/// @param people how many people are in it
/// @param total of everybody once, whatever lines there are
/// @param before the total of as many days right before
/// @param target what is meant to be reached, where it is the same for everybody
/// @param waiting how many days of people are still being added up and therefore not in it
public record AdherenceReport(
        ReportQuery query,
        Instant asOf,
        int people,
        List<ReportLine> lines,
        Totals total,
        Totals before,
        @Nullable BigDecimal target,
        int waiting) {

    public AdherenceReport {
        lines = List.copyOf(lines);
    }

    /// Points the score of everybody moved by since the period before.
    public Optional<BigDecimal> gain() {
        return ReportLine.gain(total, before);
    }
}
