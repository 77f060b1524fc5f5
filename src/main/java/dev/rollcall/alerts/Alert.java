package dev.rollcall.alerts;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was done about somebody who was out.
///
/// @param activity what was planned when it was raised; null: nothing
/// @param nudgedAt when the agent was told; null: they were not
/// @param raisedAt when whoever looks after them was told; null: not yet, or they came back first
/// @param severeAt when they were told once more, because it had become severe; null: they were not
/// @param clearedAt when they were back, or nobody knew any more that they were out; null: not yet
public record Alert(
        long number,
        AgentId agent,
        Instant since,
        AlertRule.Level severity,
        @Nullable String activity,
        @Nullable Instant nudgedAt,
        @Nullable Instant raisedAt,
        @Nullable Instant severeAt,
        @Nullable Instant clearedAt) {

    /// Whether it was raised before it was severe.
    boolean mayBecomeSevere() {
        return raisedAt != null && severity == AlertRule.Level.OUT;
    }

    public boolean isOpen() {
        return clearedAt == null;
    }
}
