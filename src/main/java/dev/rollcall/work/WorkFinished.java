package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody finished an item. Published inside the transaction that finished it.
///
/// @param agent who finished it
/// @param worked how long anybody worked on it, all turns together
/// @param customer how the source refers to the customer; null: it does not
/// @param arrivedAt null in what was told before that was kept, like the next two
/// @param begunAt when somebody first began to work on it
/// @param handedTo to whom it was handed over, in order
public record WorkFinished(
        WorkItemId item,
        Channel channel,
        GroupId group,
        AgentId agent,
        Instant endedAt,
        Duration worked,
        @Nullable String customer,
        @Nullable Instant arrivedAt,
        @Nullable Instant begunAt,
        @Nullable List<HandedTo> handedTo) {

    /// @param agent null: to the group
    public record HandedTo(GroupId group, @Nullable AgentId agent) {}

    /// @param history all steps of the item, in order, the last being its end
    static WorkFinished of(WorkItem item, AgentId agent, Instant endedAt, List<WorkStep> history) {
        var turns = Turn.of(item, history);
        var worked =
                turns.stream()
                        .filter(turn -> turn.ended() != null)
                        .map(turn -> Duration.between(turn.began(), turn.ended()))
                        .reduce(Duration.ZERO, Duration::plus);
        return new WorkFinished(
                item.id(),
                item.channel(),
                item.group(),
                agent,
                endedAt,
                worked,
                item.customer(),
                item.arrivedAt(),
                turns.isEmpty() ? null : turns.getFirst().began(),
                history.stream()
                        .filter(step -> step.kind() == WorkStep.Kind.TRANSFERRED)
                        .map(step -> new HandedTo(step.group(), step.agent()))
                        .toList());
    }
}
