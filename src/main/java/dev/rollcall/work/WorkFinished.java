package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Somebody finished an item. Published inside the transaction that finished it.
///
/// @param agent who finished it
/// @param worked how long anybody worked on it, all turns together
public record WorkFinished(
        WorkItemId item,
        Channel channel,
        GroupId group,
        AgentId agent,
        Instant endedAt,
        Duration worked) {

    /// @param history all steps of the item, in order, the last being its end
    static WorkFinished of(WorkItem item, AgentId agent, Instant endedAt, List<WorkStep> history) {
        var worked =
                Turn.of(item, history).stream()
                        .filter(turn -> turn.ended() != null)
                        .map(turn -> Duration.between(turn.began(), turn.ended()))
                        .reduce(Duration.ZERO, Duration::plus);
        return new WorkFinished(item.id(), item.channel(), item.group(), agent, endedAt, worked);
    }
}
