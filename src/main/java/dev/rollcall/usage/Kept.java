package dev.rollcall.usage;

import dev.rollcall.usage.UsageEvent.DashboardAccess;
import dev.rollcall.usage.UsageEvent.GoalAchievementAlert;
import dev.rollcall.usage.UsageEvent.KpiCardView;
import dev.rollcall.usage.UsageEvent.Metric;
import dev.rollcall.usage.UsageEvent.MonthFilterUsage;
import dev.rollcall.usage.UsageEvent.PerformanceTrendAnalysis;
import dev.rollcall.usage.UsageEvent.WeeklyBreakdownInteraction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What is kept of an event: the hour instead of the second, bands instead of figures. An exact sum
/// would name its owner to whoever has the facts beside it.
///
/// @param day in the person's own zone
/// @param hour of that day, 0 to 23
/// @param metric what it was about, null where it is about no metric
/// @param detail the weekday, the level, the direction, or how many months back
/// @param response what was done about it: compared or not, the action, the comparison
/// @param band how long, or how much of the goal
/// @param size the figure, by the 1-2-5 step below it
record Kept(
        Kind kind,
        LocalDate day,
        int hour,
        @Nullable Metric metric,
        @Nullable String detail,
        @Nullable String response,
        @Nullable String band,
        @Nullable String size) {

    enum Kind {
        ACCESS,
        CARD,
        WEEK,
        MONTH,
        ALERT,
        TREND
    }

    static final String COMPARED = "COMPARED";
    static final String ALONE = "ALONE";

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    /// @param at when, in the zone of whoever did it
    static Kept of(UsageEvent event, ZonedDateTime at) {
        return switch (event) {
            case DashboardAccess it ->
                    made(Kind.ACCESS, at, null, null, null, stay(it.session()), null);
            case KpiCardView it ->
                    made(
                            Kind.CARD,
                            at,
                            it.metric(),
                            null,
                            null,
                            goal(it.goalPercent()),
                            size(it.value()));
            case WeeklyBreakdownInteraction it ->
                    made(
                            Kind.WEEK,
                            at,
                            it.metric(),
                            it.day().name(),
                            it.compared() ? COMPARED : ALONE,
                            null,
                            null);
            case MonthFilterUsage it ->
                    made(
                            Kind.MONTH,
                            at,
                            null,
                            back(it.month(), at),
                            it.comparison().name(),
                            null,
                            null);
            case GoalAchievementAlert it ->
                    made(
                            Kind.ALERT,
                            at,
                            it.metric(),
                            it.level().name(),
                            it.action().name(),
                            null,
                            null);
            case PerformanceTrendAnalysis it ->
                    made(
                            Kind.TREND,
                            at,
                            it.metric(),
                            it.direction().name(),
                            null,
                            stay(it.spent()),
                            null);
        };
    }

    private static Kept made(
            Kind kind,
            ZonedDateTime at,
            @Nullable Metric metric,
            @Nullable String detail,
            @Nullable String response,
            @Nullable String band,
            @Nullable String size) {
        return new Kept(kind, at.toLocalDate(), at.getHour(), metric, detail, response, band, size);
    }

    /// How long somebody stayed.
    static String stay(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 15
                ? "GLANCE"
                : seconds < 60 ? "MINUTE" : seconds < 300 ? "MINUTES" : "LONG";
    }

    /// How much of a goal, in quarters.
    static String goal(@Nullable BigDecimal percent) {
        if (percent == null) {
            return "NONE";
        }
        int quarter = percent.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100)).intValue() / 25;
        return "FROM_" + quarter * 25;
    }

    /// The 1-2-5 step below a figure: 285,340 is 200000.
    static String size(BigDecimal value) {
        if (value.compareTo(BigDecimal.ONE) < 0) {
            return "0";
        }
        var power = value.round(new MathContext(1, RoundingMode.DOWN));
        var ten = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        var first = power.divideToIntegralValue(ten);
        var step =
                first.compareTo(FIVE) >= 0
                        ? FIVE
                        : first.compareTo(TWO) >= 0 ? TWO : BigDecimal.ONE;
        return step.multiply(ten).toBigInteger().toString();
    }

    private static String back(YearMonth month, ZonedDateTime at) {
        long months = ChronoUnit.MONTHS.between(month, YearMonth.from(at));
        return months <= 0
                ? "0"
                : months == 1 ? "1" : months <= 3 ? "2" : months <= 12 ? "4" : "13";
    }
}
