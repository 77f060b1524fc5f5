package dev.rollcall.performance;

import dev.rollcall.performance.Subject.Kind;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Which goal counts for somebody: their own before their groups', these before their unit's, that
/// before those of the units above it and the organisation's. Of several groups the highest counts.
final class GoalBook {

    private final List<Goal> goals;

    GoalBook(List<Goal> goals) {
        this.goals = goals;
    }

    /// The line of somebody from the nearest to the farthest; subjects that stand beside each other
    /// are one step.
    record Line(List<List<Subject>> steps) {}

    /// The goal of a month; empty when there is none.
    Optional<Goal> of(Line line, Metric metric, YearMonth month) {
        for (var step : line.steps()) {
            var highest =
                    step.stream()
                            .flatMap(subject -> set(subject, metric, month).stream())
                            .filter(goal -> goal.value() != null)
                            .max(
                                    Comparator.comparing(
                                            goal -> Objects.requireNonNull(goal.value())));
            if (highest.isPresent()) {
                return highest;
            }
        }
        return Optional.empty();
    }

    /// What a subject has set for itself; the latest that has begun by a month.
    Optional<Goal> set(Subject subject, Metric metric, YearMonth month) {
        return goals.stream()
                .filter(goal ->
                        goal.subject().equals(subject)
                                && goal.metric() == metric
                                && !goal.from().isAfter(month))
                .max(Comparator.comparing(Goal::from));
    }

    /// What somebody set themselves; only for the month it was set for and those after it.
    Optional<BigDecimal> own(Subject own, Metric metric, YearMonth month) {
        return own.kind() == Kind.OWN ? set(own, metric, month).map(Goal::value) : Optional.empty();
    }
}
