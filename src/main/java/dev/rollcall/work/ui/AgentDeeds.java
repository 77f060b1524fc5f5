package dev.rollcall.work.ui;

import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.NextStatus;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reason;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Statuses;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.work.Handling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// What somebody who looks after agents does to one of them. Each answers the key of a sentence on
/// why it cannot be done; empty when it is.
@Component
class AgentDeeds {

    private final Handling handling;
    private final Statuses statuses;
    private final Reasons reasons;
    private final LivePresence live;
    private final Access access;

    AgentDeeds(
            Handling handling,
            Statuses statuses,
            Reasons reasons,
            LivePresence live,
            Access access) {
        this.handling = handling;
        this.statuses = statuses;
        this.reasons = reasons;
        this.live = live;
        this.access = access;
    }

    // ------------------------------------------------------------------ what is offered

    /// Whether the viewer settles this person's activations and limits.
    boolean mayManage(Agent agent) {
        return isInScope(Permission.WORK_WRITE, agent);
    }

    /// Whether the viewer may set this person's status.
    boolean maySetStatus(Agent agent) {
        return isInScope(Permission.PRESENCE_WRITE, agent);
    }

    private boolean isInScope(Permission permission, Agent agent) {
        return live.isIn(access.scope(permission), agent);
    }

    /// What a status can be changed to.
    List<PresenceState> offered() {
        var offered = new ArrayList<PresenceState>();
        offered.add(PresenceState.AVAILABLE);
        reasons.offered().stream().map(Reason::state).forEach(offered::add);
        offered.add(PresenceState.AWAY);
        return offered;
    }

    boolean hasWork(AgentId agent) {
        return live.of(agent).filter(now -> now.openItems() > 0).isPresent();
    }

    Optional<NextStatus> next(AgentId agent) {
        return statuses.next(agent);
    }

    // ------------------------------------------------------------------ what is done

    Optional<String> switchTo(AgentId agent, GroupId group, boolean active, String reason) {
        return attempt(() -> {
            handling.switchTo(agent, group, active, reason);
            return Optional.empty();
        });
    }

    Optional<String> limit(AgentId agent, Channel channel, int items) {
        return attempt(() -> {
            handling.limit(agent, channel, items);
            return Optional.empty();
        });
    }

    /// @param whenDone as soon as the work in progress is done
    Optional<String> set(AgentId agent, PresenceState state, String reason, boolean whenDone) {
        var by = access.viewer().actor();
        return attempt(() -> refusal(result(agent, state, reason, whenDone, by)));
    }

    private EventResult result(
            AgentId agent, PresenceState state, String reason, boolean whenDone, Actor by) {
        if (whenDone) {
            return statuses.setWhenDone(agent, state, reason, null, by);
        }
        return state.equals(PresenceState.AWAY)
                ? statuses.clockOut(agent, null, reason, by)
                : statuses.set(agent, state, reason, null, by);
    }

    private static Optional<String> refusal(EventResult result) {
        return result.outcome() == EventResult.Outcome.REJECTED
                ? Optional.of("work.agents.refused")
                : Optional.empty();
    }

    Optional<String> forgetNext(AgentId agent) {
        return attempt(() -> {
            statuses.forgetNext(agent);
            return Optional.empty();
        });
    }

    private static Optional<String> attempt(Supplier<Optional<String>> deed) {
        try {
            return deed.get();
        } catch (InvalidInput e) {
            return Optional.of("work.agents.refused");
        } catch (RuntimeException e) {
            return Optional.of(Refusals.keyOfDeed(e));
        }
    }
}
