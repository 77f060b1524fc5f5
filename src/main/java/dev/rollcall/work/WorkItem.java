package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Something a customer wants, from its arrival to its end.
///
/// @param reference what other systems call it; unique
/// @param channel TICKET, CHAT or CALL
/// @param customer how the source refers to the customer; null: it does not
/// @param agent who has it, or who finished it; null while it waits
/// @param waitsSince since when it is in its group's queue; null when it is not
/// @param heldSince since when the agent has it; null when nobody has it
/// @param endedAt null until it is done
/// @param turns how often somebody began to work on it
/// @param version counts the changes: of two who change it at once, one is refused
public record WorkItem(
        WorkItemId id,
        String reference,
        Channel channel,
        GroupId group,
        String subject,
        @Nullable String customer,
        Priority priority,
        State state,
        @Nullable AgentId agent,
        Instant arrivedAt,
        @Nullable Instant waitsSince,
        @Nullable Instant heldSince,
        @Nullable Instant endedAt,
        int turns,
        long version) {

    /// In a queue: the most urgent first, of those who has waited longest.
    public static final Comparator<WorkItem> IN_QUEUE =
            Comparator.comparing(WorkItem::priority)
                    .thenComparing(
                            item -> item.waitsSince() == null ? Instant.MAX : item.waitsSince())
                    .thenComparing(WorkItem::id);

    public enum State {
        /// In the queue of its group.
        WAITING,
        /// Somebody has it and has not begun, or has laid it aside.
        ASSIGNED,
        /// Somebody works on it.
        ACTIVE,
        DONE
    }

    public boolean isOpen() {
        return state != State.DONE;
    }

    /// Whether somebody has it.
    public boolean isHeld() {
        return state == State.ASSIGNED || state == State.ACTIVE;
    }

    boolean isHeldBy(AgentId person) {
        return isHeld() && person.equals(agent);
    }

    // What may happen to it. Each answers the item as it is afterwards, one version on.

    WorkItem givenTo(AgentId person, Instant now) {
        return with(State.ASSIGNED, person, group, null, now, null, turns);
    }

    WorkItem begun() {
        return with(State.ACTIVE, agent, group, null, heldSince, null, turns + 1);
    }

    WorkItem laidAside() {
        return with(State.ASSIGNED, agent, group, null, heldSince, null, turns);
    }

    WorkItem backInTheQueueOf(GroupId queue, Instant now) {
        return with(State.WAITING, null, queue, now, null, null, turns);
    }

    WorkItem done(Instant now) {
        return with(State.DONE, agent, group, null, null, now, turns);
    }

    private WorkItem with(
            State newState,
            @Nullable AgentId newAgent,
            GroupId newGroup,
            @Nullable Instant newWaitsSince,
            @Nullable Instant newHeldSince,
            @Nullable Instant newEndedAt,
            int newTurns) {
        return new WorkItem(
                id,
                reference,
                channel,
                newGroup,
                subject,
                customer,
                priority,
                newState,
                newAgent,
                arrivedAt,
                newWaitsSince,
                newHeldSince,
                newEndedAt,
                newTurns,
                version + 1);
    }
}
