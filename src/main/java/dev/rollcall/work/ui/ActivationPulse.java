package dev.rollcall.work.ui;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.work.ActivationChanged;
import dev.rollcall.work.WorkChanged;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the pages of a person that they were made active or inactive somewhere, or that what they
/// may switch is different. Runs on the writer's thread: touches no component.
@Component
class ActivationPulse {

    private final Map<AgentId, Set<Consumer<Optional<ActivationChanged>>>> followers =
            new ConcurrentHashMap<>();

    @EventListener
    void on(ActivationChanged change) {
        tell(change.agent(), Optional.of(change));
    }

    @EventListener
    void on(PeopleChanged change) {
        change.agents().forEach(agent -> tell(agent, Optional.empty()));
    }

    /// Nobody's items, but how a group handles them: its members may switch themselves, or not.
    @EventListener
    void on(WorkChanged change) {
        if (change.agents().isEmpty()) {
            followers.keySet().forEach(agent -> tell(agent, Optional.empty()));
        }
    }

    private void tell(AgentId agent, Optional<ActivationChanged> change) {
        followers.getOrDefault(agent, Set.of()).forEach(follower -> follower.accept(change));
    }

    /// @param follower told what was switched; empty: look again
    Registration follow(AgentId agent, Consumer<Optional<ActivationChanged>> follower) {
        followers.compute(
                agent,
                (_, all) -> {
                    Set<Consumer<Optional<ActivationChanged>>> own =
                            all == null ? ConcurrentHashMap.newKeySet() : all;
                    own.add(follower);
                    return own;
                });
        return () ->
                followers.computeIfPresent(
                        agent,
                        (_, all) -> {
                            all.remove(follower);
                            return all.isEmpty() ? null : all;
                        });
    }
}
