package dev.rollcall.work;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Gives waiting items to people, on one thread, whenever something changed that may matter to one
/// of them: an item came or ended, somebody's status, activation or limit changed, a group opened.
/// What nobody may be given waits in its queue.
@Component
class Assigner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Assigner.class);

    /// Groups open and close by the clock.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OpenWork open;
    private final WorkItems items;
    private final Handling handling;
    private final Directory directory;
    private final Candidates candidates;
    private final ApplicationClock clock;

    /// Since when nothing was given to somebody, and nothing ended.
    private final Map<AgentId, Instant> lastMoved = new ConcurrentHashMap<>();

    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService thread;

    Assigner(
            OpenWork open,
            WorkItems items,
            Handling handling,
            Directory directory,
            Candidates candidates,
            ApplicationClock clock) {
        this.open = open;
        this.items = items;
        this.handling = handling;
        this.directory = directory;
        this.candidates = candidates;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ when

    @EventListener
    void on(WorkChanged change) {
        var now = clock.instant();
        change.agents().forEach(agent -> lastMoved.put(agent, now));
        plan();
    }

    @EventListener
    void on(PresenceChanged change) {
        plan();
    }

    @EventListener
    void on(PeopleChanged change) {
        plan();
    }

    private void plan() {
        var executor = thread;
        if (executor != null && planned.compareAndSet(false, true)) {
            executor.execute(this::assignSafely);
        }
    }

    @Override
    public void start() {
        var executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("assigner").daemon().factory());
        thread = executor;
        executor.scheduleWithFixedDelay(
                this::assignSafely, 0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var executor = thread;
        thread = null;
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void assignSafely() {
        planned.set(false);
        try {
            assign();
        } catch (RuntimeException e) {
            // It is tried again with the next change, and within a minute.
            LOG.warn("Waiting work could not be assigned", e);
        }
    }

    // ------------------------------------------------------------------ to whom

    /// Gives everything that waits to whoever may be given it.
    synchronized void assign() {
        var now = clock.instant();
        var nobodyLeft = new HashSet<GroupId>();
        var waiting = open.waiting();
        var members = new Members(waiting.isEmpty() ? List.of() : directory.everybody());
        for (var item : waiting) {
            if (nobodyLeft.contains(item.group())) {
                continue;
            }
            var agent =
                    handling.rules(item.group()).automatic() && handling.isOpen(item.group(), now)
                            ? Assignment.whoGets(
                                    item.channel(), candidates(item, members.of(item.group())))
                            : Optional.<AgentId>empty();
            agent.ifPresentOrElse(
                    found -> items.assign(item, found), () -> nobodyLeft.add(item.group()));
        }
    }

    private List<Candidate> candidates(WorkItem item, List<Agent> members) {
        return members.stream()
                .map(Agent::id)
                .map(agent ->
                        candidates.of(
                                agent,
                                item.group(),
                                item.channel(),
                                lastMoved.getOrDefault(agent, Instant.EPOCH)))
                .toList();
    }
}
