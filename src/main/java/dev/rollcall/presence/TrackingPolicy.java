package dev.rollcall.presence;

import dev.rollcall.people.Agent;
import dev.rollcall.people.GroupId;
import java.time.Duration;
import java.util.Set;

/// Whose attendance and availability is tracked, and what that asks of them.
///
/// @param enabled off until somebody switches it on
/// @param groups whose members are tracked; what a person's own record says goes before
/// @param clockOutWhileWorking whether somebody may clock out with work in progress
/// @param forgottenAfter so long after the end of the shift, and without a sign of life, a
///   clock-out counts as forgotten; whole minutes
/// @param autoClockOut whether somebody who forgot is then clocked out by itself
/// @param version counts the changes; guards against overwriting another's edit
public record TrackingPolicy(
        boolean enabled,
        Set<GroupId> groups,
        boolean clockOutWhileWorking,
        Duration forgottenAfter,
        boolean autoClockOut,
        long version) {

    /// The shortest and the longest time after which a clock-out counts as forgotten.
    public static final Duration SHORTEST_FORGOTTEN = Duration.ofMinutes(15);

    public static final Duration LONGEST_FORGOTTEN = Duration.ofHours(12);

    public TrackingPolicy {
        groups = Set.copyOf(groups);
    }

    /// Whether somebody clocks in and out, has a badge and meets the gates.
    public boolean tracks(Agent agent) {
        if (!enabled) {
            return false;
        }
        var own = agent.tracked();
        return own == null ? agent.groups().stream().anyMatch(groups::contains) : own;
    }
}
