package dev.rollcall.incentives;

import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Awards each period when its late facts are in. Of several servers one finds it not yet awarded.
/// While somebody spends points it leaves the ledger to them, and comes again.
@Component
class AwardJob {

    private static final Logger LOG = LoggerFactory.getLogger(AwardJob.class);

    private final Awards awards;
    private final Accounts accounts;
    private final RecognitionTable recognition;
    private final Access access;
    private final ApplicationClock clock;

    AwardJob(
            Awards awards,
            Accounts accounts,
            RecognitionTable recognition,
            Access access,
            ApplicationClock clock) {
        this.awards = awards;
        this.accounts = accounts;
        this.recognition = recognition;
        this.access = access;
        this.clock = clock;
    }

    /// What is off the wall is not kept.
    @Scheduled(initialDelay = 20, fixedDelay = 1_440, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        recognition.forget(clock.instant().minus(Recognition.ON_THE_WALL));
    }

    @Scheduled(initialDelay = 12, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            int awarded =
                    access.asSystem(
                            "awards", () -> awards.awardDue(() -> accounts.rest().isZero()));
            if (awarded > 0) {
                LOG.info("Periods awarded: {}", awarded);
            }
        } catch (RuntimeException e) {
            LOG.warn("Points wait to be awarded; the next attempt is in half an hour", e);
        }
    }
}
