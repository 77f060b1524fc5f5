package dev.rollcall.presence.ui;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.presence.NextStatusChanged;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.presence.TrackingChanged;
import dev.rollcall.schedule.ScheduleChanged;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the status menus of a person that their timeline changed. Runs on the writer's thread:
/// touches no component.
@Component
class StatusPulse {

    private final Map<AgentId, Set<Runnable>> followers = new ConcurrentHashMap<>();
    private final Map<AgentId, Set<Runnable>> trackingFollowers = new ConcurrentHashMap<>();
    private final Map<AgentId, Set<Runnable>> planFollowers = new ConcurrentHashMap<>();
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();

    @EventListener
    void on(PresenceChanged change) {
        followers.getOrDefault(change.agent(), Set.of()).forEach(Runnable::run);
        watchers.forEach(Runnable::run);
    }

    /// After commit: whoever looks finds the new policy.
    @TransactionalEventListener(fallbackExecution = true)
    void on(TrackingChanged change) {
        trackingFollowers.values().forEach(all -> all.forEach(Runnable::run));
    }

    /// Somebody may have come into a group that is tracked.
    @EventListener
    void on(PeopleChanged change) {
        for (var agent : change.agents()) {
            trackingFollowers.getOrDefault(agent, Set.of()).forEach(Runnable::run);
        }
        watchers.forEach(Runnable::run);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(NextStatusChanged change) {
        followers.getOrDefault(change.agent(), Set.of()).forEach(Runnable::run);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(ScheduleChanged change) {
        change.days().stream()
                .map(ScheduleChanged.PlannedDay::agent)
                .distinct()
                .forEach(agent ->
                        planFollowers.getOrDefault(agent, Set.of()).forEach(Runnable::run));
    }

    /// Told whenever anybody's timeline changed, or anybody came, went or moved.
    Registration followEverybody(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /// Told when somebody's plan is another.
    Registration followPlan(AgentId agent, Runnable follower) {
        return follow(planFollowers, agent, follower);
    }

    /// Told when it may be otherwise than before whether somebody is tracked.
    Registration followTracking(AgentId agent, Runnable follower) {
        return follow(trackingFollowers, agent, follower);
    }

    Registration follow(AgentId agent, Runnable follower) {
        return follow(followers, agent, follower);
    }

    private static Registration follow(
            Map<AgentId, Set<Runnable>> followers, AgentId agent, Runnable follower) {
        followers.compute(
                agent,
                (key, all) -> {
                    var own = all == null ? ConcurrentHashMap.<Runnable>newKeySet() : all;
                    own.add(follower);
                    return own;
                });
        return () ->
                followers.computeIfPresent(
                        agent,
                        (key, all) -> {
                            all.remove(follower);
                            return all.isEmpty() ? null : all;
                        });
    }
}
