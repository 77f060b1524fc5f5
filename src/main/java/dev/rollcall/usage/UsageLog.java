package dev.rollcall.usage;

import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import jakarta.annotation.PreDestroy;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Where the page says what was done on it. Saying so costs a place in a queue; whether it is kept
/// is decided behind it. What does not fit is dropped: usage is worth less than the page.
@Component
public class UsageLog {

    private static final Logger LOG = LoggerFactory.getLogger(UsageLog.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 1_000;

    private final UsageSwitch usage;
    private final UsageTable table;
    private final Access access;
    private final Directory directory;
    private final Retries retries;
    private final ApplicationClock clock;
    private final BlockingQueue<Said> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final SecureRandom random = new SecureRandom();

    UsageLog(
            UsageSwitch usage,
            UsageTable table,
            Access access,
            Directory directory,
            Retries retries,
            ApplicationClock clock) {
        this.usage = usage;
        this.table = table;
        this.access = access;
        this.directory = directory;
        this.retries = retries;
        this.clock = clock;
    }

    private record Said(AgentId by, Instant at, Kept kept) {}

    /// The caller did something on their own page. Without a signed-in agent, while it is off, or
    /// when too much waits already, nothing happens. It never fails and never waits.
    public void record(UsageEvent event) {
        if (!usage.isOn()) {
            return;
        }
        try {
            access.currentViewer()
                    .flatMap(Viewer::agent)
                    .flatMap(directory::agent)
                    .ifPresent(agent -> say(agent, event));
        } catch (RuntimeException e) {
            LOG.debug("An event of usage was dropped", e);
        }
    }

    private void say(Agent agent, UsageEvent event) {
        var now = clock.instant();
        if (!queue.offer(new Said(agent.id(), now, Kept.of(event, now.atZone(agent.zone()))))) {
            LOG.debug("An event of usage was dropped: too many wait");
        }
    }

    /// Writes what waits, of those who agree and agreed before it happened.
    @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    @PreDestroy
    void write() {
        var batch = new ArrayList<Said>();
        while (queue.drainTo(batch, MOST_AT_ONCE) > 0) {
            try {
                retries.inTransactionOfItsOwn(() -> keep(batch));
            } catch (RuntimeException e) {
                LOG.warn("{} events of usage were not kept", batch.size(), e);
            }
            batch.clear();
        }
    }

    private int keep(List<Said> batch) {
        if (!table.holdOn()) {
            return 0;
        }
        var people = new HashSet<AgentId>();
        batch.forEach(said -> people.add(said.by()));
        var since = table.holdConsenting(people);
        var keys = new HashMap<LocalDate, byte[]>();
        var rows = new ArrayList<UsageTable.Row>();
        for (var said : batch) {
            var agreed = since.get(said.by());
            if (agreed != null && !said.at().isBefore(agreed)) {
                var week = Pseudonyms.week(said.kept().day());
                var secret = keys.computeIfAbsent(week, _ -> table.key(week, secret()));
                rows.add(new UsageTable.Row(week, Pseudonyms.of(said.by(), secret), said.kept()));
            }
        }
        table.insert(rows);
        return rows.size();
    }

    private byte[] secret() {
        var secret = new byte[Pseudonyms.SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }
}
