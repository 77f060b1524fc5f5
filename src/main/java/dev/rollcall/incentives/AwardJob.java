package dev.rollcall.incentives;

import dev.rollcall.security.Access;
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
    private final Access access;

    AwardJob(Awards awards, Accounts accounts, Access access) {
        this.awards = awards;
        this.accounts = accounts;
        this.access = access;
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
