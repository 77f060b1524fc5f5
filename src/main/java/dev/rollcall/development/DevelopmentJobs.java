package dev.rollcall.development;

import dev.rollcall.database.Retries;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells both owners when they wanted to look at a plan, counts weeks that are over, and drops what
/// is old. Several servers may do so at once.
@Component
@EnableConfigurationProperties(DevelopmentProperties.class)
class DevelopmentJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DevelopmentJobs.class);
    private static final int MOST_AT_ONCE = 200;

    private final PlanTable plans;
    private final CheckInTable checkIns;
    private final PlanDesk desk;
    private final Wellbeing wellbeing;
    private final DevelopmentNews news;
    private final DevelopmentProperties properties;
    private final Retries retries;
    private final Access access;
    private final ApplicationClock clock;

    DevelopmentJobs(
            PlanTable plans,
            CheckInTable checkIns,
            PlanDesk desk,
            Wellbeing wellbeing,
            DevelopmentNews news,
            DevelopmentProperties properties,
            Retries retries,
            Access access,
            ApplicationClock clock) {
        this.plans = plans;
        this.checkIns = checkIns;
        this.desk = desk;
        this.wellbeing = wellbeing;
        this.news = news;
        this.properties = properties;
        this.retries = retries;
        this.access = access;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 8, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            access.asSystem("development", () -> retries.inTransaction(this::remind));
            access.asSystem("development", wellbeing::countDue);
        } catch (RuntimeException e) {
            LOG.warn("Nobody was reminded of a plan; the next attempt is in half an hour", e);
        }
    }

    /// How many plans are to be looked at today.
    int remind() {
        int count = 0;
        var latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        for (var due : plans.reviewsDue(latest)) {
            if (!due.day().isAfter(desk.today(due.plan().agent()))) {
                news.reviewDue(due.plan(), due.day());
                plans.reminded(due.review());
                count++;
            }
        }
        return count;
    }

    @Scheduled(initialDelay = 19, fixedDelay = 120, timeUnit = TimeUnit.MINUTES)
    void drop() {
        var end = clock.instant().minus(properties.keep());
        while (retries.inTransaction(() -> plans.dropClosedBefore(end, MOST_AT_ONCE))
                == MOST_AT_ONCE) {
            // Some at a time, so that nobody waits for all of them.
        }
        var week =
                CheckIn.weekOf(
                        LocalDate.ofInstant(
                                clock.instant().minus(properties.keepCheckIns()), ZoneOffset.UTC));
        retries.inTransaction(() -> checkIns.dropBefore(week));
    }
}
