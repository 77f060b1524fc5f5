package dev.rollcall.work.ui;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Followers;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.work.ActivationChanged;
import dev.rollcall.work.GroupRulesChanged;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the pages of a person that they were made active or inactive somewhere, or that what they
/// may switch is different. Runs on the writer's thread: touches no component.
@Component
class ActivationPulse {

    private final Directory directory;
    private final Followers<AgentId, Consumer<Optional<ActivationChanged>>> followers =
            new Followers<>();

    ActivationPulse(Directory directory) {
        this.directory = directory;
    }

    @EventListener
    void on(ActivationChanged change) {
        tell(change.agent(), Optional.of(change));
    }

    @EventListener
    void on(PeopleChanged change) {
        change.agents().forEach(agent -> tell(agent, Optional.empty()));
    }

    /// The members of the group may switch themselves from now on, or no more.
    @EventListener
    void on(GroupRulesChanged change) {
        for (var agent : followers.followed()) {
            directory
                    .agent(agent)
                    .filter(person -> person.groups().contains(change.group()))
                    .ifPresent(_ -> tell(agent, Optional.empty()));
        }
    }

    private void tell(AgentId agent, Optional<ActivationChanged> change) {
        followers.of(agent).forEach(follower -> follower.accept(change));
    }

    /// @param follower told what was switched; empty: look again
    Registration follow(AgentId agent, Consumer<Optional<ActivationChanged>> follower) {
        return followers.add(agent, follower);
    }
}
