package dev.rollcall.performance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;

/// What somebody's page shows of a month and a week.
///
/// @param months those that can be chosen, the newest first; the running one is among them
/// @param withFacts those of them in which anything happened
/// @param yearBegins the month in which the unit's financial years begin
/// @param today in `zone`
/// @param zone the person's own
/// @param asOf when it was read
public record PerformancePage(
        YearMonth month,
        List<YearMonth> months,
        Set<YearMonth> withFacts,
        Month yearBegins,
        List<MetricCard> cards,
        Week week,
        List<Alert> alerts,
        LocalDate today,
        ZoneId zone,
        Instant asOf) {

    public PerformancePage {
        months = List.copyOf(months);
        withFacts = Set.copyOf(withFacts);
        cards = List.copyOf(cards);
        alerts = List.copyOf(alerts);
    }

    /// The running month is in progress; the others are over.
    public boolean isRunning() {
        return month.equals(YearMonth.from(today));
    }

    /// The Monday of the week that is running.
    public LocalDate thisMonday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
