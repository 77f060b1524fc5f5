package dev.rollcall.development;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A plan with all that belongs to it.
///
/// @param reviews the latest first
/// @param changes the latest first
public record PlanFile(
        DevelopmentPlan plan,
        List<PlanGoal> goals,
        List<PlanStep> steps,
        List<Remark> remarks,
        List<PlanReview> reviews,
        List<PlanChange> changes) {

    public PlanFile {
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
        remarks = List.copyOf(remarks);
        reviews = List.copyOf(reviews);
        changes = List.copyOf(changes);
    }

    /// How far it has come, in percent; empty when there is nothing to do yet.
    public OptionalInt progress() {
        return Progress.of(goals, steps);
    }

    public Optional<PlanReview> nextReview() {
        return reviews.stream().filter(PlanReview::isToCome).findFirst();
    }

    public List<PlanStep> overdue(LocalDate today) {
        return steps.stream().filter(each -> each.isOverdue(today)).toList();
    }

    /// Whether the other changed something since one of the owners looked last.
    public boolean isNewTo(Side side) {
        return changes.stream().anyMatch(each -> isNewTo(side, each));
    }

    /// Whether one change is.
    public boolean isNewTo(Side side, PlanChange change) {
        Instant seen = plan.seenBy(side);
        return change.side() != side && (seen == null || change.at().isAfter(seen));
    }

    Optional<PlanGoal> goal(long number) {
        return goals.stream().filter(each -> each.number() == number).findFirst();
    }
}
