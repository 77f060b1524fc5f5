package dev.rollcall.presence;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What people are about while they are unavailable, where there is a name for it: the back-office
/// task they work on. Whoever sets such a status tells it before; from memory, since screens that
/// are pushed ask for it.
@Component
public class StatusTopics {

    private record Topic(PresenceState during, String name) {}

    private final LivePresence live;
    private final Map<AgentId, Topic> topics = new ConcurrentHashMap<>();

    StatusTopics(LivePresence live) {
        this.live = live;
    }

    /// @param during the status it belongs to: with any other it is over
    public void tell(AgentId agent, PresenceState during, String name) {
        topics.put(agent, new Topic(during, name));
    }

    public void forget(AgentId agent) {
        topics.remove(agent);
    }

    /// What somebody is about now; empty when that has no name, or is nothing the viewer may know.
    ///
    /// @param scope whose work the viewer may see
    public Optional<String> of(Agent agent, Scope scope) {
        return Optional.ofNullable(topics.get(agent.id()))
                .filter(topic ->
                        live.of(agent.id())
                                .filter(now -> now.state().equals(topic.during()))
                                .isPresent())
                .filter(_ -> live.isIn(scope, agent))
                .map(Topic::name);
    }
}
