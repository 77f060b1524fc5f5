package dev.rollcall.feedback;

import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Holders;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reminds those who give feedback of people who had none for long, and drops what is old. Several
/// servers may do so at once: a reminder is told to whoever has read the one before.
@Component
@EnableConfigurationProperties(FeedbackProperties.class)
class FeedbackJobs {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackJobs.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final FeedbackTable table;
    private final RoundTable rounds;
    private final FeedbackOfPeople people;
    private final FeedbackNews news;
    private final Holders holders;
    private final Directory directory;
    private final FeedbackProperties properties;
    private final Retries retries;
    private final Access access;
    private final ApplicationClock clock;

    FeedbackJobs(
            FeedbackTable table,
            RoundTable rounds,
            FeedbackOfPeople people,
            FeedbackNews news,
            Holders holders,
            Directory directory,
            FeedbackProperties properties,
            Retries retries,
            Access access,
            ApplicationClock clock) {
        this.table = table;
        this.rounds = rounds;
        this.people = people;
        this.news = news;
        this.holders = holders;
        this.directory = directory;
        this.properties = properties;
        this.retries = retries;
        this.access = access;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 30, fixedDelay = 12 * 60, timeUnit = TimeUnit.MINUTES)
    void remind() {
        try {
            access.asSystem("feedback", () -> retries.inTransaction(this::tell));
        } catch (RuntimeException e) {
            LOG.warn("Nobody was reminded of feedback; the next attempt is in half a day", e);
        }
    }

    private int tell() {
        var due =
                people.due(List.copyOf(directory.everybody())).stream()
                        .map(FeedbackOfPeople.Due::agent)
                        .toList();
        if (!due.isEmpty()) {
            news.due(
                    holders.of(
                            Permission.FEEDBACK_GIVE,
                            Set.<AgentId>of(),
                            scope -> isOf(scope, due)));
        }
        return due.size();
    }

    private static boolean isOf(Scope scope, List<Agent> due) {
        return due.stream().anyMatch(each -> scope.includes(each, null));
    }

    @Scheduled(initialDelay = 9, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void drop() {
        var end = clock.instant().minus(properties.keep());
        while (retries.inTransaction(() -> table.dropBefore(end, MOST_AT_ONCE)) == MOST_AT_ONCE) {
            // Some at a time, so that nobody waits for all of them.
        }
        retries.inTransaction(
                () -> rounds.dropBefore(clock.instant().minus(properties.keepRounds())));
    }
}
