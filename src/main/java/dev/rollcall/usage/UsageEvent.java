package dev.rollcall.usage;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Something an agent did on the page about their own performance. Pages say it as it is; what is
/// kept of it is coarser, see [Kept].
public sealed interface UsageEvent {

    /// What a figure is about.
    enum Metric {
        PAYMENTS,
        SERVICES,
        COMPLAINTS,
        CALLS,
        ADHERENCE
    }

    /// How a month stands to its goal, as an alert says it.
    enum Level {
        BEHIND,
        ON_PACE,
        REACHED
    }

    /// What somebody did about an alert.
    enum Action {
        NOTHING,
        DISMISSED,
        OPENED
    }

    /// What a month was looked at beside.
    enum Comparison {
        NOTHING,
        MONTH_BEFORE,
        SAME_DAYS_OF_MONTH_BEFORE,
        YEAR_BEFORE
    }

    /// Where a figure is going.
    enum Direction {
        UP,
        DOWN,
        FLAT,
        NEW
    }

    /// The page was open.
    ///
    /// @param session from when it was opened until it was left
    record DashboardAccess(Duration session) implements UsageEvent {}

    /// One card was looked into.
    ///
    /// @param value what it showed, in the metric's own unit or currency
    /// @param goalPercent how much of the goal that is, null without a goal
    record KpiCardView(Metric metric, BigDecimal value, @Nullable BigDecimal goalPercent)
            implements UsageEvent {}

    /// A day of the week's table was looked into.
    ///
    /// @param compared whether it was held against another day
    record WeeklyBreakdownInteraction(DayOfWeek day, Metric metric, boolean compared)
            implements UsageEvent {}

    /// Another month was chosen.
    record MonthFilterUsage(YearMonth month, Comparison comparison) implements UsageEvent {}

    /// An alert about a goal was seen, and this is what came of it.
    record GoalAchievementAlert(Metric metric, Level level, Action action) implements UsageEvent {}

    /// A trend was looked at.
    ///
    /// @param spent for how long
    record PerformanceTrendAnalysis(Direction direction, Metric metric, Duration spent)
            implements UsageEvent {}
}
