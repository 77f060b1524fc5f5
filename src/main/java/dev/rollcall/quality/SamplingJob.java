package dev.rollcall.quality;

import dev.rollcall.database.Retries;
import dev.rollcall.security.Access;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Draws each week when it is over. Of several servers one finds it not yet drawn.
@Component
class SamplingJob {

    private static final Logger LOG = LoggerFactory.getLogger(SamplingJob.class);

    private final Sampling sampling;
    private final Retries retries;
    private final Access access;

    SamplingJob(Sampling sampling, Retries retries, Access access) {
        this.sampling = sampling;
        this.retries = retries;
        this.access = access;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            access.asSystem("sampling", () -> retries.inTransaction(sampling::drawWhatIsOver));
        } catch (RuntimeException e) {
            LOG.warn("No sample was drawn; the next attempt is in half an hour", e);
        }
    }
}
