package dev.rollcall.development;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change of a plan.
///
/// @param text of what
/// @param before what it said before; null: nothing
public record PlanChange(
        Instant at, Side side, String by, What what, String text, @Nullable String before) {

    public enum What {
        BEGUN,
        AIM,
        GOAL_ADDED,
        GOAL_CHANGED,
        GOAL_AGREED,
        GOAL_TO_DROP,
        GOAL_KEPT,
        GOAL_DROPPED,
        OBJECTIVE_ADDED,
        OBJECTIVE_DROPPED,
        OBJECTIVE_MEASURED,
        STEP_ADDED,
        STEP_DONE,
        STEP_REOPENED,
        STEP_DROPPED,
        OBJECTIVE_REACHED,
        OBJECTIVE_REOPENED,
        STRENGTH_ADDED,
        SHORTCOMING_ADDED,
        SUCCESS_ADDED,
        FAILURE_ADDED,
        REMARK_DROPPED,
        REVIEW_SET,
        REVIEW_ON_TRACK,
        REVIEW_BEHIND,
        REVIEW_REACHED,
        REVIEW_NOTED,
        CLOSED
    }
}
