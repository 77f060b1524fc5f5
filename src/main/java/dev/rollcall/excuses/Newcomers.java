package dev.rollcall.excuses;

import dev.rollcall.database.Retries;
import dev.rollcall.people.PeopleChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sees to it that incidents cover people who come while they go on.
@Component
class Newcomers {

    private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);

    private final Excuses excuses;
    private final Retries retries;

    Newcomers(Excuses excuses, Retries retries) {
        this.excuses = excuses;
        this.retries = retries;
    }

    /// Published after the commit: what is written here has a transaction of its own.
    @EventListener
    void on(PeopleChanged change) {
        try {
            if (excuses.hasRunningIncidents()) {
                retries.<Boolean>inTransactionOfItsOwn(() -> {
                    excuses.coverNewcomers(change.structure() ? null : change.agents());
                    return true;
                });
            }
        } catch (RuntimeException e) {
            // Whoever was hired is hired; the next change looks at them again.
            LOG.warn("Incidents do not cover who came: {}", e.getClass().getSimpleName());
        }
    }
}
