package dev.rollcall.work;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.security.Access;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries what was worked to presence. What the log did not take is kept and told again each
/// minute: by then the work itself is committed, and nobody else would ever tell it.
@Component
class PresenceFeed {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceFeed.class);

    /// The most that is kept. More than that has another cause than bad luck; what is let go comes
    /// with the next start, as after a crash.
    static final int MOST_KEPT = 1_000;

    private final PresenceLog log;
    private final Access access;
    private final Deque<PresenceEvent> untold = new ArrayDeque<>();

    PresenceFeed(PresenceLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    /// Never fails: whoever worked has done so, whatever becomes of telling it.
    void tell(List<PresenceEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            access.asSystem(
                    "work", () -> log.append(events, Actor.system("work"), Scope.everyone()));
        } catch (RuntimeException e) {
            // The message of a database repeats values, and these are about people.
            LOG.warn(
                    "Presence was not told of {} events, they are told again within a minute: {}",
                    events.size(),
                    e.getClass().getSimpleName());
            keep(events);
        }
    }

    /// Once more; what fails again is kept again.
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tellAgain() {
        tell(takeUntold());
    }

    private List<PresenceEvent> takeUntold() {
        synchronized (untold) {
            var all = new ArrayList<>(untold);
            untold.clear();
            return all;
        }
    }

    private void keep(List<PresenceEvent> events) {
        synchronized (untold) {
            untold.addAll(events);
            while (untold.size() > MOST_KEPT) {
                untold.removeFirst();
            }
        }
    }
}
