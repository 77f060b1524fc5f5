package dev.rollcall.messages;

import dev.rollcall.database.Retries;
import dev.rollcall.shared.ApplicationClock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Drops messages that are old. Several servers may do so at once.
@Component
@EnableConfigurationProperties(MessageProperties.class)
class MessagesGo {

    private static final int MOST_AT_ONCE = 1_000;

    private final MessageTable table;
    private final MessageProperties properties;
    private final Retries retries;
    private final ApplicationClock clock;

    MessagesGo(
            MessageTable table,
            MessageProperties properties,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.properties = properties;
        this.retries = retries;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void drop() {
        var end = clock.instant().minus(properties.keep());
        while (retries.inTransaction(() -> table.dropBefore(end, MOST_AT_ONCE)) == MOST_AT_ONCE) {
            // Some at a time, so that nobody waits for all of them.
        }
    }
}
