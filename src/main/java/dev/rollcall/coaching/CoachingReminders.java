package dev.rollcall.coaching;

import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reminds people of what they took upon themselves, on the day before it is due, and coaches of
/// what they wanted to come back to. Each once.
@Component
class CoachingReminders {

    private static final Logger LOG = LoggerFactory.getLogger(CoachingReminders.class);

    private final CoachingTable table;
    private final CoachingNews news;
    private final Directory directory;
    private final Retries retries;
    private final Access access;
    private final ApplicationClock clock;

    CoachingReminders(
            CoachingTable table,
            CoachingNews news,
            Directory directory,
            Retries retries,
            Access access,
            ApplicationClock clock) {
        this.table = table;
        this.news = news;
        this.directory = directory;
        this.retries = retries;
        this.access = access;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            access.asSystem("coaching", () -> retries.inTransaction(this::remind));
        } catch (RuntimeException e) {
            LOG.warn("Nobody was reminded of coaching; the next attempt is in half an hour", e);
        }
    }

    /// How many were reminded.
    int remind() {
        int count = 0;
        var latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
        for (var action : table.actionsToRemind(latest)) {
            var session = table.find(action.session()).orElseThrow();
            if (!action.due().isAfter(today(action.agent()).plusDays(1))) {
                news.due(
                        action,
                        session,
                        action.owner() == ActionItem.Owner.AGENT
                                ? session.coach().name()
                                : name(action.agent()));
                table.reminded(action);
                count++;
            }
        }
        for (var session : table.toRemind(latest)) {
            var first = session.participants().getFirst().agent();
            var day = session.followUp();
            if (day != null && !day.isAfter(today(first))) {
                news.coach(session, "FOLLOW_UP", name(first));
                table.reminded(session);
                count++;
            }
        }
        return count;
    }

    private LocalDate today(AgentId agent) {
        ZoneId zone = directory.agent(agent).map(Agent::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("");
    }
}
