package dev.rollcall.adherence;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.database.Outages;
import dev.rollcall.database.Reserve;
import dev.rollcall.kit.Followers;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.PeopleChanged;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.presence.Timelines;
import dev.rollcall.schedule.ScheduleChanged;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The latest row of everybody, in memory. One per server.
///
/// Changes are collected: the first one is worked on at once, what follows within a twentieth of a
/// second together. One thread does all of it, with at most one query a round however many people
/// changed; readers take finished rows and wait for nothing. Because a state changes without any
/// event when an entry starts or a grace runs out, each row says until when it is valid, and the
/// board wakes for the earliest one.
///
/// Once a minute everybody is judged again. A state that differs although nothing announced it is a
/// defect and is logged as an error.
@Service
public class LiveBoard implements SmartLifecycle {

    /// After the demo's history, before anybody can connect.
    public static final int PHASE = Integer.MAX_VALUE - 4096;

    private static final Logger LOG = LoggerFactory.getLogger(LiveBoard.class);
    private static final Duration ROUND = Duration.ofMillis(50);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    /// No transaction that writes what somebody did takes longer.
    private static final Duration LONGEST_COMMIT = Duration.ofMinutes(1);

    /// How long after trouble with the database nobody is judged by the clock alone: feeds that
    /// were refused meanwhile come again within a few seconds and tell what happened.
    private static final Duration CATCHING_UP = Duration.ofSeconds(10);

    private final Directory directory;
    private final WorkingDays workingDays;
    private final Timelines timelines;
    private final LivePresence livePresence;
    private final ApplicationClock clock;
    private final JdbcClient jdbc;
    private final Outages outages;

    private final Map<AgentId, BoardRow> rows = new ConcurrentHashMap<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Followers<AgentId, Runnable> ofThemselves = new Followers<>();
    private final BoardMetrics metrics;

    // Whose timeline changed, and whose day must be loaded anew; written from any thread.
    private final Set<AgentId> moved = ConcurrentHashMap.newKeySet();
    private final Set<AgentId> unsettled = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean everybodyUnsettled = new AtomicBoolean();
    private final AtomicBoolean roundPlanned = new AtomicBoolean();
    private final AtomicBoolean laterPlanned = new AtomicBoolean();

    // Touched by the board's thread only, or under the lock when a test steps in.
    private final Object round = new Object();
    private final Map<AgentId, WorkingDay> days = new HashMap<>();
    private final PriorityQueue<Wake> wakes = new PriorityQueue<>();
    private long sequence;
    private long lastRound = System.nanoTime() - ROUND.toNanos();
    private @Nullable Instant plannedWake;

    private volatile @Nullable ScheduledExecutorService thread;
    private volatile Instant settledAt = Instant.EPOCH;

    LiveBoard(
            Directory directory,
            WorkingDays workingDays,
            Timelines timelines,
            LivePresence livePresence,
            ApplicationClock clock,
            JdbcClient jdbc,
            Outages outages,
            MeterRegistry registry) {
        this.directory = directory;
        this.workingDays = workingDays;
        this.timelines = timelines;
        this.livePresence = livePresence;
        this.clock = clock;
        this.jdbc = jdbc;
        this.outages = outages;
        this.metrics = new BoardMetrics(registry, rows, subscriptions, this::age);
    }

    private double age() {
        return settledAt.equals(Instant.EPOCH)
                ? 0
                : Duration.between(settledAt, clock.instant()).toMillis() / 1000.0;
    }

    /// The rows of a scope as they stand, in no particular order.
    @Requires(Permission.ADHERENCE_VIEW)
    public List<BoardRow> rows(Scope scope) {
        return rows.values().stream().filter(row -> sees(scope, row)).toList();
    }

    /// Tells `listener` of every later change of rows in a scope, until the answer is closed. It is
    /// called on the board's own thread and returns at once; a row that left the scope is told by
    /// nobody, so a viewer whose scope changed reads [#rows] again.
    @Requires(Permission.ADHERENCE_VIEW)
    public Subscription subscribe(Scope scope, Consumer<List<BoardRow>> listener) {
        var subscription = new Subscription(scope, listener);
        subscriptions.add(subscription);
        return subscription;
    }

    /// Runs `changed` whenever one person's row is another one, on the board's own thread; it
    /// returns at once. For whoever has found out already that the caller may see the person.
    /// However many follow somebody, a change of others costs them nothing.
    Registration follow(AgentId agent, Runnable changed) {
        return ofThemselves.add(agent, changed);
    }

    /// Somebody's row as it stands; empty when they are not on the board. For whoever has found out
    /// already that the caller may see them.
    Optional<BoardRow> row(AgentId agent) {
        return Optional.ofNullable(rows.get(agent));
    }

    /// When the board last finished a round without trouble; a screen that sees it grow old says
    /// so.
    public Instant settledAt() {
        return settledAt;
    }

    /// Whether an instant lies in the working day a person is known to be in; nothing that happens
    /// there touches a day that is over. False when in doubt, and just before the day's end: what
    /// is written now may be committed when the day is over and somebody has put it on record.
    boolean isWithinToday(AgentId agent, Instant instant, Instant now) {
        var row = rows.get(agent);
        return row != null
                && row.period().contains(now)
                && row.period().contains(now.plus(LONGEST_COMMIT))
                && !instant.isBefore(row.period().start());
    }

    static boolean sees(Scope scope, BoardRow row) {
        return scope.includes(row.agent(), row.currentUnit());
    }

    /// A place to be told of changes.
    public final class Subscription implements AutoCloseable {
        private final Scope scope;
        private final Consumer<List<BoardRow>> listener;

        private Subscription(Scope scope, Consumer<List<BoardRow>> listener) {
            this.scope = scope;
            this.listener = listener;
        }

        /// The rows of its scope as they stand, in no particular order.
        public List<BoardRow> rows() {
            return LiveBoard.this.rows.values().stream().filter(row -> sees(scope, row)).toList();
        }

        /// Somebody's row as it stands; null when they are not in its scope.
        public @Nullable BoardRow row(AgentId agent) {
            var row = LiveBoard.this.rows.get(agent);
            return row != null && sees(scope, row) ? row : null;
        }

        private void tell(Collection<BoardRow> changed) {
            var seen = changed.stream().filter(row -> sees(scope, row)).toList();
            if (seen.isEmpty()) {
                return;
            }
            try {
                listener.accept(seen);
            } catch (RuntimeException e) {
                // One broken screen must not keep the others from their rows.
                LOG.warn("A board could not take its rows and is left out from now on", e);
                close();
            }
        }

        @Override
        public void close() {
            subscriptions.remove(this);
        }
    }

    // Not @TransactionalEventListener: around those Modulith keeps books in the database, before
    // and after, and a board that lives in memory would miss a change when the database is away.

    /// Published after the commit.
    @EventListener
    void on(PresenceChanged change) {
        var row = rows.get(change.agent());
        boolean isPast = row != null && !change.to().isAfter(row.period().start());
        // Whoever brings years of history along must not keep the board from the present.
        if (!isPast) {
            moved.add(change.agent());
            planRound();
        }
    }

    @EventListener
    void on(ScheduleChanged change) {
        afterCommit(() -> {
            for (var day : change.days()) {
                var row = rows.get(day.agent());
                // A day's own plan counts, and those near enough to reach into it.
                if (row == null
                        || !day.date().isBefore(row.date().minusDays(Schedules.DAYS_AFTER))) {
                    unsettled.add(day.agent());
                }
            }
            planRound();
        });
    }

    @EventListener
    void on(ExcusesChanged change) {
        afterCommit(() -> {
            for (var person : change.people()) {
                var row = rows.get(person);
                if (row == null || change.span().overlaps(row.period())) {
                    unsettled.add(person);
                }
            }
            planRound();
        });
    }

    // Published when the commit is done; a listener that waits for one would not be called.
    @EventListener
    void on(PeopleChanged change) {
        if (change.structure()) {
            everybodyUnsettled.set(true);
        }
        unsettled.addAll(change.agents());
        planRound();
    }

    @EventListener
    void on(RulesChanged change) {
        afterCommit(() -> {
            everybodyUnsettled.set(true);
            planRound();
        });
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }

    @Override
    public void start() {
        var executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("live-board").daemon().factory());
        thread = executor;
        rebuild();
        executor.scheduleWithFixedDelay(
                this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
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

    @Override
    public int getPhase() {
        return PHASE;
    }

    /// Forgets everything and loads it again.
    public void rebuild() {
        synchronized (round) {
            days.clear();
            wakes.clear();
            rows.clear();
            everybodyUnsettled.set(true);
        }
        workOff();
    }

    /// Does at once what the board's thread would do within its next round; answers when everything
    /// announced before the call is on the board.
    public void settle() {
        workOff();
    }

    private void planRound() {
        var executor = thread;
        if (executor == null || !roundPlanned.compareAndSet(false, true)) {
            return;
        }
        long wait = Math.max(0, lastRound + ROUND.toNanos() - System.nanoTime());
        executor.schedule(this::workOffSafely, wait, TimeUnit.NANOSECONDS);
    }

    private void workOffSafely() {
        try {
            workOff();
        } catch (RuntimeException e) {
            // The rows keep their age and the screens show it.
            LOG.warn("The board could not take in changes and will try again: {}", e.toString());
            LOG.debug("The board's trouble", e);
            planRoundAfterCatchingUp();
        }
    }

    private void workOff() {
        try {
            Reserve.using(this::workOffOnce);
        } catch (RuntimeException e) {
            // What was taken to be worked on is known by nobody else now.
            everybodyUnsettled.set(true);
            throw e;
        }
    }

    private void workOffOnce() {
        Collection<BoardRow> changed;
        synchronized (round) {
            roundPlanned.set(false);
            long start = System.nanoTime();
            lastRound = start;
            var now = clock.instant();
            if (isCatchingUp()) {
                changed = judge(takeMoved(), now);
                planRoundAfterCatchingUp();
            } else {
                changed = judge(takeTouched(now), now);
                planWake(now);
                settledAt = now;
            }
            metrics.round(System.nanoTime() - start);
        }
        tell(changed);
    }

    private void tell(Collection<BoardRow> changed) {
        if (!changed.isEmpty()) {
            subscriptions.forEach(s -> s.tell(changed));
            changed.forEach(row -> tellFollowers(row.agent().id()));
        }
    }

    private void tellFollowers(AgentId agent) {
        for (var follower : ofThemselves.of(agent)) {
            try {
                follower.run();
            } catch (RuntimeException e) {
                // One broken page must not keep the others from what they wait for.
                LOG.warn("Somebody could not be told of their own row", e);
            }
        }
    }

    /// Brings the days in memory up to date and answers whose row must be judged.
    private Set<AgentId> takeTouched(Instant now) {
        var reload = new HashSet<AgentId>();
        if (everybodyUnsettled.getAndSet(false)) {
            directory.everybody().forEach(agent -> reload.add(agent.id()));
            forgetGone(reload);
        }
        drain(unsettled, reload);
        var touched = new HashSet<AgentId>();
        for (var wake = wakes.peek();
                wake != null && !wake.at().isAfter(now);
                wake = wakes.peek()) {
            wakes.remove();
            touched.add(wake.agent());
            metrics.woke(Duration.between(wake.at(), now));
        }
        var reread = new HashSet<AgentId>();
        drain(moved, reread);
        for (var agent : touched) {
            var day = days.get(agent);
            if (day == null || day.isOver(now)) {
                reload.add(agent);
            }
        }
        reread.removeIf(agent -> !days.containsKey(agent) && reload.add(agent));
        reread.removeAll(reload);
        if (reload.isEmpty() && reread.isEmpty() && !touched.isEmpty()) {
            insistOnTheDatabase();
        }
        load(reload, now);
        reread(reread);
        touched.addAll(reload);
        touched.addAll(reread);
        return touched;
    }

    /// Only those whose timelines are known to have moved; everybody else has to wait.
    private Set<AgentId> takeMoved() {
        var reread = new HashSet<AgentId>();
        drain(moved, reread);
        for (var agents = reread.iterator(); agents.hasNext(); ) {
            var agent = agents.next();
            if (!days.containsKey(agent)) {
                agents.remove();
                unsettled.add(agent);
            }
        }
        reread(reread);
        return reread;
    }

    /// What people do while the database is away can be told by nobody, and the clock alone would
    /// accuse them.
    private void insistOnTheDatabase() {
        jdbc.sql("select 1").query(Integer.class).single();
    }

    /// Whether the board waits for feeds to tell what they could not tell while the database was
    /// away. Its rows are older than they look until then.
    boolean isCatchingUp() {
        return outages.within(CATCHING_UP);
    }

    private void planRoundAfterCatchingUp() {
        var executor = thread;
        if (executor != null && laterPlanned.compareAndSet(false, true)) {
            executor.schedule(
                    () -> {
                        laterPlanned.set(false);
                        workOffSafely();
                    },
                    CATCHING_UP.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void forgetGone(Set<AgentId> present) {
        days.keySet().retainAll(present);
        rows.keySet().retainAll(present);
    }

    private static void drain(Set<AgentId> from, Set<AgentId> into) {
        for (var iterator = from.iterator(); iterator.hasNext(); ) {
            var agent = iterator.next();
            iterator.remove();
            into.add(agent);
        }
    }

    private void load(Set<AgentId> agents, Instant now) {
        if (agents.isEmpty()) {
            return;
        }
        var people = new ArrayList<Agent>();
        for (var id : agents) {
            directory.agent(id).ifPresent(people::add);
        }
        days.putAll(workingDays.at(people, now));
    }

    private void reread(Set<AgentId> agents) {
        if (agents.isEmpty()) {
            return;
        }
        var first = Instant.MAX;
        var last = Instant.MIN;
        for (var agent : agents) {
            var period = Objects.requireNonNull(days.get(agent)).period();
            first = period.start().isBefore(first) ? period.start() : first;
            last = period.end().isAfter(last) ? period.end() : last;
        }
        timelines
                .of(agents, TimeSpan.of(first, last))
                .forEach((agent, segments) ->
                        days.computeIfPresent(agent, (_, d) -> d.with(segments)));
    }

    private Collection<BoardRow> judge(Set<AgentId> agents, Instant now) {
        var changed = new ArrayList<BoardRow>();
        for (var agent : agents) {
            var day = days.get(agent);
            if (day == null) {
                continue;
            }
            var row = row(day, now);
            var before = rows.get(agent);
            if (before == null || !row.looksLike(before)) {
                changed.add(row);
            }
            rows.put(agent, row);
            wakeFor(row);
        }
        return changed;
    }

    private BoardRow row(WorkingDay day, Instant now) {
        return BoardRows.row(day, now, livePresence.of(day.agent().id()).orElse(null), ++sequence);
    }

    private void wakeFor(BoardRow row) {
        var live = row.live();
        wakes.add(
                new Wake(live == null ? row.period().end() : live.validUntil(), row.agent().id()));
    }

    private void planWake(Instant now) {
        var executor = thread;
        var next = wakes.peek();
        if (executor == null || next == null) {
            return;
        }
        var planned = plannedWake;
        if (planned != null && planned.isAfter(now) && !next.at().isBefore(planned)) {
            return;
        }
        plannedWake = next.at();
        executor.schedule(
                this::workOffSafely,
                clock.realTimeUntil(next.at()).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// Judges everybody again, so that percentages move with the time and nothing stays wrong.
    void sweep() {
        try {
            workOff();
            if (isCatchingUp()) {
                return;
            }
            insistOnTheDatabase();
            Collection<BoardRow> changed;
            synchronized (round) {
                var now = clock.instant();
                wakes.clear();
                plannedWake = null;
                changed = new ArrayList<>();
                for (var day : List.copyOf(days.values())) {
                    var before = rows.get(day.agent().id());
                    var row = row(day, now);
                    if (before == null || !row.looksLike(before)) {
                        changed.add(row);
                        report(before, row, now);
                    }
                    rows.put(day.agent().id(), row);
                    wakeFor(row);
                }
                planWake(now);
                settledAt = now;
            }
            tell(changed);
        } catch (RuntimeException e) {
            LOG.warn("The board could not be swept and will be again: {}", e.toString());
            LOG.debug("The board's trouble", e);
            planRoundAfterCatchingUp();
        }
    }

    private void report(@Nullable BoardRow before, BoardRow row, Instant now) {
        if (before == null || before.live() == null || row.live() == null) {
            return;
        }
        boolean wasDue = !before.live().validUntil().isAfter(now);
        if (!wasDue && before.live().state() != row.live().state()) {
            metrics.unannounced();
            LOG.error(
                    "Nothing announced that agent {} went from {} to {}",
                    row.agent().id().value(),
                    before.live().state(),
                    row.live().state());
        }
    }

    /// When somebody's row must be judged again.
    private record Wake(Instant at, AgentId agent) implements Comparable<Wake> {
        @Override
        public int compareTo(Wake other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : agent.compareTo(other.agent);
        }
    }
}
