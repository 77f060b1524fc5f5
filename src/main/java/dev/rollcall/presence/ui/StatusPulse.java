package dev.rollcall.presence.ui;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Followers;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.presence.NextStatusChanged;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.presence.TrackingChanged;
import dev.rollcall.schedule.ScheduleChanged;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the status menus of a person that their timeline changed. Runs on the writer's thread:
/// touches no component.
@Component
class StatusPulse {

    private final Followers<AgentId, Runnable> followers = new Followers<>();
    private final Followers<AgentId, Runnable> trackingFollowers = new Followers<>();
    private final Followers<AgentId, Runnable> planFollowers = new Followers<>();
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

    @EventListener
    void on(PresenceChanged change) {
        followers.of(change.agent()).forEach(Runnable::run);
        watchers.stream()
                .filter(each -> each.whom().test(change.agent()))
                .forEach(each -> each.tell().run());
    }

    /// After commit: whoever looks finds the new policy.
    @TransactionalEventListener(fallbackExecution = true)
    void on(TrackingChanged change) {
        trackingFollowers.everybody().forEach(Runnable::run);
    }

    /// Somebody may have come into a group that is tracked.
    @EventListener
    void on(PeopleChanged change) {
        for (var agent : change.agents()) {
            trackingFollowers.of(agent).forEach(Runnable::run);
        }
        watchers.forEach(each -> each.tell().run());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(NextStatusChanged change) {
        followers.of(change.agent()).forEach(Runnable::run);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(ScheduleChanged change) {
        change.days().stream()
                .map(ScheduleChanged.PlannedDay::agent)
                .distinct()
                .forEach(agent -> planFollowers.of(agent).forEach(Runnable::run));
    }

    /// Told whenever the timeline of one of many changed, or anybody came, went or moved.
    ///
    /// @param whom asked on any thread
    Registration followMany(Predicate<AgentId> whom, Runnable watcher) {
        var added = new Watcher(whom, watcher);
        watchers.add(added);
        return () -> watchers.remove(added);
    }

    private record Watcher(Predicate<AgentId> whom, Runnable tell) {}

    /// Told when somebody's plan is another.
    Registration followPlan(AgentId agent, Runnable follower) {
        return planFollowers.add(agent, follower);
    }

    /// Told when it may be otherwise than before whether somebody is tracked.
    Registration followTracking(AgentId agent, Runnable follower) {
        return trackingFollowers.add(agent, follower);
    }

    Registration follow(AgentId agent, Runnable follower) {
        return followers.add(agent, follower);
    }
}
