package dev.rollcall.surveys;

import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets what customers wrote, and later what they answered.
@Component
class SurveyRetention {

    private static final Logger LOG = LoggerFactory.getLogger(SurveyRetention.class);

    private final SurveyTable table;
    private final ApplicationClock clock;
    private final Duration keepComments;
    private final Duration keep;

    SurveyRetention(
            SurveyTable table,
            ApplicationClock clock,
            @Value("${rollcall.surveys.keep-comments:180d}") Duration keepComments,
            @Value("${rollcall.surveys.keep:800d}") Duration keep) {
        this.table = table;
        this.clock = clock;
        this.keepComments = keepComments;
        this.keep = keep;
    }

    @Scheduled(initialDelay = 25, fixedDelay = 1_440, timeUnit = TimeUnit.MINUTES)
    void forget() {
        try {
            int comments = table.forgetComments(clock.instant().minus(keepComments));
            int answers = table.forget(clock.instant().minus(keep));
            if (comments + answers > 0) {
                LOG.info("Of customers forgotten: {} comments, {} answers", comments, answers);
            }
        } catch (RuntimeException e) {
            LOG.warn("Old answers of customers wait to be forgotten until tomorrow", e);
        }
    }
}
