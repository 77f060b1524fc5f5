package dev.rollcall.performance.ui;

import dev.rollcall.performance.Alert;
import dev.rollcall.performance.Growth;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.MetricDetail;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.usage.UsageEvent;
import dev.rollcall.usage.UsageEvent.Action;
import dev.rollcall.usage.UsageEvent.Comparison;
import dev.rollcall.usage.UsageEvent.Direction;
import dev.rollcall.usage.UsageEvent.Level;
import dev.rollcall.usage.UsageLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what was done on the pages of performance, in the words of `usage`. Whether any of it is
/// kept is not decided here.
@Component
class PageUsage {

    private final UsageLog log;
    private final ApplicationClock clock;

    PageUsage(UsageLog log, ApplicationClock clock) {
        this.log = log;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /// The page was left.
    void left(Instant opened) {
        log.record(new UsageEvent.DashboardAccess(Duration.between(opened, clock.instant())));
    }

    /// Another month was chosen.
    void chose(YearMonth month, boolean running) {
        log.record(
                new UsageEvent.MonthFilterUsage(
                        month,
                        running ? Comparison.SAME_DAYS_OF_MONTH_BEFORE : Comparison.MONTH_BEFORE));
    }

    /// An alert was shown, or led somewhere.
    void alerted(Alert.Kind kind, Metric metric, Action action) {
        log.record(
                new UsageEvent.GoalAchievementAlert(
                        of(metric),
                        kind == Alert.Kind.GOAL_REACHED ? Level.REACHED : Level.BEHIND,
                        action));
    }

    /// A day of the week was looked into.
    ///
    /// @param compared whether another day was, before
    void lookedInto(LocalDate day, Metric metric, boolean compared) {
        log.record(
                new UsageEvent.WeeklyBreakdownInteraction(
                        day.getDayOfWeek(), of(metric), compared));
    }

    /// A card was looked into.
    ///
    /// @param goalPercent how much of the goal that is, null without one
    void opened(MetricDetail detail, BigDecimal value, @Nullable BigDecimal goalPercent) {
        log.record(new UsageEvent.KpiCardView(of(detail.metric()), value, goalPercent));
    }

    /// What is behind a card was left again.
    void looked(MetricDetail detail, Instant opened) {
        direction(detail.growth())
                .ifPresent(direction ->
                        log.record(
                                new UsageEvent.PerformanceTrendAnalysis(
                                        direction,
                                        of(detail.metric()),
                                        Duration.between(opened, clock.instant()))));
    }

    private static Optional<Direction> direction(Growth growth) {
        return switch (growth.direction()) {
            case UP -> Optional.of(Direction.UP);
            case DOWN -> Optional.of(Direction.DOWN);
            case FLAT -> Optional.of(Direction.FLAT);
            case NEW -> Optional.of(Direction.NEW);
            case NOT_AVAILABLE -> Optional.empty();
        };
    }

    private static UsageEvent.Metric of(Metric metric) {
        return switch (metric) {
            case PAYMENTS_COLLECTED -> UsageEvent.Metric.PAYMENTS;
            case SERVICES_RAISED -> UsageEvent.Metric.SERVICES;
            case COMPLAINTS_REGISTERED -> UsageEvent.Metric.COMPLAINTS;
            case TOTAL_CALLS -> UsageEvent.Metric.CALLS;
        };
    }
}
