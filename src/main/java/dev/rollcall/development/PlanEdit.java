package dev.rollcall.development;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One change of a plan, as either of its owners may make it.
public sealed interface PlanEdit {

    /// What the plan is for.
    record Aim(String text) implements PlanEdit {}

    /// A goal. Whoever writes it agrees to it; the other is asked to.
    ///
    /// @param due null: no day is set
    record AddGoal(String text, @Nullable LocalDate due, @Nullable Source source)
            implements PlanEdit {}

    /// A goal says something else. What the other agreed to stays beside it until they agree anew.
    record ChangeGoal(long goal, String text, @Nullable LocalDate due) implements PlanEdit {}

    /// Agrees to a goal as it stands; or, where the other wants to be without it, to that.
    record Agree(long goal) implements PlanEdit {}

    /// To be without a goal. One that both agreed on stays until the other agrees.
    record DropGoal(long goal) implements PlanEdit {}

    /// Keeps a goal which somebody wants to be without.
    record KeepGoal(long goal) implements PlanEdit {}

    /// By what one can tell. A change of its goal.
    ///
    /// @param start null with `target`: there is no figure
    record AddObjective(
            long goal,
            String text,
            @Nullable BigDecimal start,
            @Nullable BigDecimal target,
            String unit)
            implements PlanEdit {}

    /// A change of its goal.
    record DropObjective(long objective) implements PlanEdit {}

    /// Where a figure stands.
    record Measure(long objective, BigDecimal current) implements PlanEdit {}

    /// Whether something without a figure is reached.
    record Reach(long objective, boolean reached) implements PlanEdit {}

    /// Something to do or to learn.
    ///
    /// @param goal null: for none in particular
    /// @param due null of training alone
    /// @param link https; empty for none
    record AddStep(
            PlanStep.Kind kind,
            @Nullable Long goal,
            Side owner,
            String text,
            @Nullable LocalDate due,
            String link,
            @Nullable Source source)
            implements PlanEdit {}

    /// Whether something is done.
    record Tick(long step, boolean done) implements PlanEdit {}

    record DropStep(long step) implements PlanEdit {}

    /// A strength or a shortcoming, a success or a failure.
    record AddRemark(Remark.Kind kind, String text, LocalDate day, @Nullable Source source)
            implements PlanEdit {}

    /// Takes back what one's own side said.
    record DropRemark(long remark) implements PlanEdit {}

    /// When both look at the plan next.
    record SetReview(LocalDate due) implements PlanEdit {}

    /// What both found.
    ///
    /// @param next when they look at it again; null: no day is set
    record HoldReview(PlanReview.Outcome outcome, String words, @Nullable LocalDate next)
            implements PlanEdit {}

    /// Takes note of what was found, which is not agreeing: the person alone.
    record NoteReview(long review) implements PlanEdit {}

    /// Ends the plan.
    ///
    /// @param words what came of it
    record Close(String words) implements PlanEdit {}
}
