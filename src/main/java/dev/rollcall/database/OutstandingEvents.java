package dev.rollcall.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Hands events to durable listeners again whose work failed, for example because it collided with
/// somebody else's. What a restart interrupted comes back with the restart.
@Component
class OutstandingEvents {

    private static final int ATTEMPTS = 20;

    private final FailedEventPublications failed;

    OutstandingEvents(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void resubmit() {
        failed.resubmit(
                ResubmissionOptions.defaults()
                        .withMinAge(Duration.ofSeconds(5))
                        .withFilter(event -> event.getCompletionAttempts() < ATTEMPTS));
    }
}
