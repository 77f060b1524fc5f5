package dev.rollcall.alerts;

import dev.rollcall.database.Retries;
import dev.rollcall.shared.ApplicationClock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Drops alerts that are old. Several servers may do so at once.
@Component
class AlertsGo {

    private static final int MOST_AT_ONCE = 1_000;

    private final AlertTable table;
    private final AlertProperties properties;
    private final Retries retries;
    private final ApplicationClock clock;

    AlertsGo(
            AlertTable table, AlertProperties properties, Retries retries, ApplicationClock clock) {
        this.table = table;
        this.properties = properties;
        this.retries = retries;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 9, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void drop() {
        var end = clock.instant().minus(properties.keep());
        while (retries.inTransaction(() -> table.dropBefore(end, MOST_AT_ONCE)) == MOST_AT_ONCE) {
            // Some at a time, so that nobody waits for all of them.
        }
    }
}
