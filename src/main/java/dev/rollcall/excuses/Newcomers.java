package dev.rollcall.excuses;

import dev.rollcall.database.Retries;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceChanged;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sees to it that incidents cover people who come while they go on, and those who leave no longer.
@Component
class Newcomers {

    private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);

    private final Excuses excuses;
    private final Retries retries;
    private final LivePresence live;

    /// Where people have clocked in to.
    private final Map<AgentId, UnitId> units = new ConcurrentHashMap<>();

    /// Somebody may have come or left unseen: before the start, or when the database was away.
    private final AtomicBoolean missed = new AtomicBoolean(true);

    Newcomers(Excuses excuses, Retries retries, LivePresence live) {
        this.excuses = excuses;
        this.retries = retries;
        this.live = live;
    }

    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        follow(null);
    }

    /// Published after the commit: what is written here has a transaction of its own.
    @EventListener
    void on(PeopleChanged change) {
        follow(change.structure() ? null : change.agents());
    }

    /// Published after the commit. Whoever clocks in to another unit than before is a visitor
    /// there, and no longer one where they were.
    @EventListener
    void on(PresenceChanged change) {
        var agent = change.agent();
        var unit = live.of(agent).map(LivePresence.Now::currentUnit).orElse(null);
        var before = unit == null ? units.remove(agent) : units.put(agent, unit);
        if (!Objects.equals(unit, before)) {
            follow(Set.of(agent));
        }
    }

    private void follow(@Nullable Set<AgentId> changed) {
        var people = missed.getAndSet(false) ? null : changed;
        try {
            if (excuses.hasRunningIncidents()) {
                retries.<Boolean>inTransactionOfItsOwn(() -> {
                    excuses.followPeople(people);
                    return true;
                });
            }
        } catch (RuntimeException e) {
            missed.set(true);
            // Whoever was hired is hired; the next change looks at everybody again.
            LOG.warn("Incidents do not cover who came: {}", e.getClass().getSimpleName());
        }
    }
}
