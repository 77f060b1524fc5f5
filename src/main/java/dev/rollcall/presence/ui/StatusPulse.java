package dev.rollcall.presence.ui;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.PresenceChanged;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the status menus of a person that their timeline changed. Runs on the writer's thread:
/// touches no component.
@Component
class StatusPulse {

    private final Map<AgentId, Set<Runnable>> followers = new ConcurrentHashMap<>();

    @EventListener
    void on(PresenceChanged change) {
        followers.getOrDefault(change.agent(), Set.of()).forEach(Runnable::run);
    }

    Registration follow(AgentId agent, Runnable follower) {
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
