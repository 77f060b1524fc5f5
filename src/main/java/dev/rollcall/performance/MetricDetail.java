package dev.rollcall.performance;

import dev.rollcall.kpi.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One metric of somebody's own in full: a month, those before it, its days, and what is behind it.
///
/// @param currency what money is shown in; null for counts, and where there is none yet
/// @param months those that can be chosen, the newest first
/// @param history thirteen months, the oldest first, the shown one last
/// @param days those of the month up to today on which the unit works or something happened
/// @param categories of the month, the largest first
/// @param growth against the month before; while the month runs, against its same working days
/// @param drivers of that change; empty where one of the two has nothing
/// @param goalPercent how much of the goal is reached, null without one
/// @param comparedUpTo the last day of the month before that was compared with; null: all of it
/// @param resolution of complaints that were resolved; null for other metrics, or when none was
/// @param worked how long the person was at work in the month; null for other metrics than calls
/// @param times of the last thirteen weeks of the month; null for other metrics than calls
public record MetricDetail(
        Metric metric,
        YearMonth month,
        @Nullable Currency currency,
        List<YearMonth> months,
        Month yearBegins,
        List<MonthLine> history,
        List<DayLine> days,
        List<CategoryLine> categories,
        Growth growth,
        List<Driver> drivers,
        @Nullable BigDecimal goalPercent,
        @Nullable LocalDate comparedUpTo,
        @Nullable TimeSpread resolution,
        @Nullable Duration worked,
        @Nullable CallTimes times,
        LocalDate today,
        ZoneId zone) {

    public MetricDetail {
        months = List.copyOf(months);
        history = List.copyOf(history);
        days = List.copyOf(days);
        categories = List.copyOf(categories);
        drivers = List.copyOf(drivers);
    }

    /// What a month came to.
    public record MonthLine(YearMonth month, Tally tally) {}

    /// What a day came to.
    public record DayLine(LocalDate date, Tally tally) {}

    /// What a category came to, in the month and in the one before.
    ///
    /// @param name null for what has none
    public record CategoryLine(@Nullable String name, Tally tally, Tally before) {}

    /// The month’s own sum.
    public Tally total() {
        return history.getLast().tally();
    }

    /// On how many days there was anything.
    public long activeDays() {
        return days.stream().filter(day -> day.tally().facts() > 0).count();
    }
}
