package dev.rollcall.presence;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What everybody is doing now, from memory. Follows the log: a change is here before anybody hears
/// of it.
@Component
public class LivePresence {

    private final TimelineStore timelines;
    private final Map<AgentId, Now> people = new ConcurrentHashMap<>();

    LivePresence(TimelineStore timelines) {
        this.timelines = timelines;
    }

    /// Forgets everything and reads where the timelines end.
    @PostConstruct
    void load() {
        people.clear();
        timelines.heads().forEach(this::update);
    }

    /// The present state of a person; empty before their first event (they are AWAY).
    public Optional<Now> of(AgentId agent) {
        return Optional.ofNullable(people.get(agent));
    }

    /// Everybody who has a present state, as it is at this moment.
    public Map<AgentId, Now> all() {
        return Map.copyOf(people);
    }

    /// Whether a scope holds somebody: by a group, at home, or where they are clocked in now.
    public boolean isIn(Scope scope, Agent agent) {
        return scope.includes(agent, of(agent.id()).map(Now::currentUnit).orElse(null));
    }

    /// Takes over where a timeline ends. Threads may come in any order: of two, the later wins.
    void update(Head head) {
        var now = head.live();
        if (now != null) {
            people.merge(
                    head.agent(),
                    now,
                    (one, other) -> other.sequence() >= one.sequence() ? other : one);
        }
    }

    /// @param since when the present state began
    /// @param onCall true while a call lasts
    /// @param openItems how many work items are open
    /// @param currentUnit the unit they clocked in to, null when it is the home unit or unknown
    /// @param expectedReturn when they said they mean to be back, null when they did not
    /// @param source who last spoke for them
    /// @param changedBy the name of whoever set the state by hand, null when a feed reported it
    /// @param sequence grows with every change of this person's timeline
    public record Now(
            AgentId agent,
            PresenceState state,
            Instant since,
            boolean onCall,
            int openItems,
            @Nullable UnitId currentUnit,
            @Nullable Instant expectedReturn,
            @Nullable String source,
            @Nullable String changedBy,
            long sequence) {}
}
