package dev.rollcall.kpi;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import org.jspecify.annotations.Nullable;

/// One fact on its way in: either good enough to be kept or to be rejected.
///
/// @param id as given, null when it had none
/// @param counted what to keep, null when it is rejected
/// @param rejection what goes to the list of rejected ones, null when it is good
record Submission(@Nullable String id, @Nullable Good counted, @Nullable Rejection rejection) {

    /// @param by who sent it
    record Good(KpiFact fact, AgentId agent, Place place, Actor by) {}

    /// @param payload the fact as it came
    record Rejection(
            @Nullable String source,
            @Nullable String id,
            String payload,
            FactProblem problem,
            Actor by) {}
}
