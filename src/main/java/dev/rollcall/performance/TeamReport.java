package dev.rollcall.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the teams somebody looks after achieved together in a month that is over.
///
/// @param months those that can be chosen, the newest first
/// @param yearBegins the month in which their financial years begin
/// @param countedAt when the month was counted; it stays as it was then
/// @param lines the organisation, units as they lie below each other, then groups
public record TeamReport(
        YearMonth month,
        List<YearMonth> months,
        Month yearBegins,
        Instant countedAt,
        List<Line> lines) {

    public TeamReport {
        months = List.copyOf(months);
        lines = List.copyOf(lines);
    }

    /// One metric of one team.
    ///
    /// @param name empty for the organisation
    /// @param depth how many units of the report lie above it
    /// @param currency null where it is a count
    /// @param figures null where they must not be told
    /// @param growth of the average against the month before
    /// @param goal each person of the team is asked for; null: none
    public record Line(
            Subject subject,
            String name,
            int depth,
            Metric metric,
            @Nullable Currency currency,
            @Nullable TeamFigures figures,
            Growth growth,
            @Nullable BigDecimal goal) {}
}
