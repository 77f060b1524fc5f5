package dev.rollcall.development;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// How far a plan has come, from what is done and nothing else: each goal counts the same, whatever
/// it takes, and so does all that is for no goal, taken together. Of a goal its objectives and what
/// is done for it count the same. Pure.
public final class Progress {

    private static final int DIGITS = 8;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Progress() {}

    /// Of a plan, in percent, rounded down: it is 100 when all is done and not before. Goals that
    /// say nothing of how one could tell count nothing.
    ///
    /// @return empty when there is nothing to do
    static OptionalInt of(List<PlanGoal> goals, List<PlanStep> steps) {
        var parts = new ArrayList<BigDecimal>();
        for (var goal : goals) {
            if (goal.droppedBy() == null) {
                add(parts, shares(goal, steps));
            }
        }
        add(
                parts,
                steps.stream().filter(each -> each.goal() == null).map(Progress::share).toList());
        return percent(parts);
    }

    /// Of one goal, in percent, rounded down.
    ///
    /// @param steps of the plan it belongs to
    /// @return empty when nothing says how one could tell
    public static OptionalInt of(PlanGoal goal, List<PlanStep> steps) {
        return percent(shares(goal, steps));
    }

    private static List<BigDecimal> shares(PlanGoal goal, List<PlanStep> steps) {
        var shares = new ArrayList<BigDecimal>();
        goal.objectives().forEach(each -> shares.add(share(each)));
        for (var step : steps) {
            var whose = step.goal();
            if (whose != null && whose == goal.number()) {
                shares.add(share(step));
            }
        }
        return shares;
    }

    private static BigDecimal share(PlanStep step) {
        return step.isOpen() ? BigDecimal.ZERO : BigDecimal.ONE;
    }

    /// Which part of its way a figure has come, neither less than nothing nor more than all of it;
    /// it may be on its way down as well as up.
    static BigDecimal share(Objective objective) {
        var start = objective.start();
        var target = objective.target();
        if (start == null || target == null) {
            return objective.reachedAt() == null ? BigDecimal.ZERO : BigDecimal.ONE;
        }
        var current = objective.current();
        if (current == null) {
            return BigDecimal.ZERO;
        }
        return current.subtract(start)
                .divide(target.subtract(start), DIGITS, RoundingMode.DOWN)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
    }

    private static void add(List<BigDecimal> parts, List<BigDecimal> shares) {
        if (!shares.isEmpty()) {
            parts.add(mean(shares));
        }
    }

    private static OptionalInt percent(List<BigDecimal> parts) {
        return parts.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(mean(parts).multiply(HUNDRED).intValue());
    }

    private static BigDecimal mean(List<BigDecimal> shares) {
        return shares.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(shares.size()), DIGITS, RoundingMode.DOWN);
    }
}
