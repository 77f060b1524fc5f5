package dev.rollcall.notifications;

import dev.rollcall.database.Retries;
import dev.rollcall.shared.ApplicationClock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Drops messages that are old, read or not, so that there are never more than those of some
/// months. Several servers may do so at once.
@Component
@EnableConfigurationProperties(NoticeProperties.class)
class NoticesGo {

    private static final Logger LOG = LoggerFactory.getLogger(NoticesGo.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final NoticeTable table;
    private final NoticeProperties properties;
    private final Retries retries;
    private final ApplicationClock clock;

    NoticesGo(
            NoticeTable table,
            NoticeProperties properties,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.properties = properties;
        this.retries = retries;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void drop() {
        var end = clock.instant().minus(properties.keep());
        int dropped = 0;
        int some;
        do {
            some = retries.inTransaction(() -> table.dropBefore(end, MOST_AT_ONCE));
            dropped += some;
        } while (some == MOST_AT_ONCE);
        if (dropped > 0) {
            LOG.debug("Dropped {} old messages", dropped);
        }
    }
}
