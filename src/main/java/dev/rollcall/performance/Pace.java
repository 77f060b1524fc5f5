package dev.rollcall.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/// How a month goes against its goal. Each working day is expected to bring the same share of it.
///
/// A day that goes on is not held against anybody: behind is only who has less than the working
/// days before today should have brought, ahead is who already has what today should bring as well.
///
/// @param goal of the month, positive
/// @param percent what is reached of it, one decimal, half up
/// @param expected what the working days up to today, today included, should bring; the whole goal
///   once the month is over
/// @param expectedPercent the same of the goal
/// @param standing in a word
/// @param gap what is missing to `expected`, zero when nothing is
public record Pace(
        BigDecimal goal,
        BigDecimal percent,
        BigDecimal expected,
        BigDecimal expectedPercent,
        Standing standing,
        BigDecimal gap) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public enum Standing {
        /// The goal is reached.
        REACHED,
        /// More than today should bring is there.
        AHEAD,
        ON_PACE,
        /// Less is there than the days before today should have brought.
        BEHIND,
        /// The month is over and the goal was not reached.
        MISSED
    }

    /// @param today after the month: it is over; before it: nothing is expected yet
    public static Pace of(
            BigDecimal goal, BigDecimal achieved, WorkingMonth month, LocalDate today) {
        if (goal.signum() <= 0) {
            throw new IllegalArgumentException("A goal is positive");
        }
        boolean over = today.isAfter(month.month().atEndOfMonth());
        var expected = share(goal, over ? month.count() : month.upTo(today), month.count());
        var due = share(goal, month.before(today), month.count());
        Standing standing;
        if (achieved.compareTo(goal) >= 0) {
            standing = Standing.REACHED;
        } else if (over) {
            standing = Standing.MISSED;
        } else if (achieved.compareTo(expected) >= 0) {
            standing = Standing.AHEAD;
        } else if (achieved.compareTo(due) >= 0) {
            standing = Standing.ON_PACE;
        } else {
            standing = Standing.BEHIND;
        }
        return new Pace(
                goal,
                percent(achieved, goal),
                expected,
                percent(expected, goal),
                standing,
                expected.subtract(achieved).max(BigDecimal.ZERO));
    }

    private static BigDecimal share(BigDecimal goal, int days, int all) {
        return days == all
                ? goal
                : goal.multiply(BigDecimal.valueOf(days))
                        .divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
