package dev.rollcall.alerts;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.alerts.AlertSteps.Step;
import dev.rollcall.database.Retries;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Holders;
import dev.rollcall.security.Permission;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Follows the board and does what the rules say about those who are out.
///
/// The board tells it of rows, which it only remembers; what is due it finds on a thread of its
/// own, looking at those who are out and at nobody else, in memory. The database is asked when
/// something is done, and keeps it: after a restart it goes on where it was.
@Component
@EnableConfigurationProperties(AlertProperties.class)
class AlertWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final LiveBoard board;
    private final AlertRules rules;
    private final AlertTable table;
    private final AlertNews news;
    private final AlertMail mail;
    private final Holders holders;
    private final Directory directory;
    private final WorkforceManagement workforce;
    private final Access access;
    private final Retries retries;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;
    private final AlertProperties properties;

    /// The latest rows nobody has looked at yet; written from the board's thread.
    private final Map<AgentId, BoardRow> heard = new ConcurrentHashMap<>();

    // Under the lock.
    private final Object look = new Object();
    private final Map<AgentId, Seen> out = new HashMap<>();
    private final Map<AgentId, Alert> open = new HashMap<>();
    private final Map<AgentId, Instant> done = new HashMap<>();
    private boolean troubled;

    private volatile @Nullable ScheduledExecutorService timer;
    private LiveBoard.@Nullable Subscription subscription;

    private record Seen(BoardRow row, Deviating deviating) {}

    AlertWatch(
            LiveBoard board,
            AlertRules rules,
            AlertTable table,
            AlertNews news,
            AlertMail mail,
            Holders holders,
            Directory directory,
            WorkforceManagement workforce,
            Access access,
            Retries retries,
            ApplicationEventPublisher events,
            ApplicationClock clock,
            AlertProperties properties) {
        this.board = board;
        this.rules = rules;
        this.table = table;
        this.news = news;
        this.mail = mail;
        this.holders = holders;
        this.directory = directory;
        this.workforce = workforce;
        this.access = access;
        this.retries = retries;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    // ------------------------------------------------------------------ coming and going

    @Override
    public void start() {
        subscription =
                access.asSystem("alerts", () -> board.subscribe(Scope.everyone(), this::hear));
        begin();
        long pause = properties.every().toMillis();
        var executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("alerts").factory());
        timer = executor;
        if (pause > 0) {
            var unused =
                    executor.scheduleWithFixedDelay(
                            this::lookSafely, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        var executor = timer;
        timer = null;
        if (executor != null) {
            executor.shutdown();
        }
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /// After the board.
    @Override
    public int getPhase() {
        return LiveBoard.PHASE + 1;
    }

    /// Forgets everything and takes up what is open.
    void begin() {
        synchronized (look) {
            heard.clear();
            out.clear();
            open.clear();
            done.clear();
            table.open().forEach(alert -> open.put(alert.agent(), alert));
            hear(access.asSystem("alerts", () -> board.rows(Scope.everyone())));
        }
    }

    /// Runs on the board's thread: remembers, and does nothing else.
    private void hear(List<BoardRow> rows) {
        rows.forEach(row -> heard.put(row.agent().id(), row));
    }

    // ------------------------------------------------------------------ looking

    private void lookSafely() {
        try {
            look();
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warn("Alerts wait: {}", e.getClass().getSimpleName());
            }
            troubled = true;
        }
    }

    /// Does what is due. Several may call it: it is done once.
    void look() {
        synchronized (look) {
            var now = clock.instant();
            takeIn(now);
            forgetGone(now);
            if (!workforce.isOn()) {
                return;
            }
            var inForce = rules.all();
            for (var each : List.copyOf(out.values())) {
                act(each, inForce, now);
            }
        }
    }

    private void takeIn(Instant now) {
        for (var agent : List.copyOf(heard.keySet())) {
            var row = heard.remove(agent);
            if (row == null) {
                continue;
            }
            try {
                takeIn(row, now);
            } catch (RuntimeException e) {
                heard.putIfAbsent(agent, row);
                throw e;
            }
        }
    }

    private void takeIn(BoardRow row, Instant now) {
        var agent = row.agent().id();
        var live = row.live();
        if (live == null || !live.state().isOut()) {
            out.remove(agent);
            var known = open.get(agent);
            if (known != null) {
                clear(known, now);
            }
        } else if (live.state() != LiveState.State.GRACE) {
            out.put(agent, new Seen(row, deviating(row, live)));
        }
    }

    /// Nobody is told of people who have left, or whom nobody tracks any more.
    private void forgetGone(Instant now) {
        out.keySet().removeIf(this::isGone);
        List.copyOf(open.values()).stream()
                .filter(alert -> isGone(alert.agent()))
                .forEach(alert -> clear(alert, now));
        done.keySet().removeIf(this::isGone);
    }

    private boolean isGone(AgentId agent) {
        return directory.agent(agent).isEmpty();
    }

    private Deviating deviating(BoardRow row, LiveState live) {
        return new Deviating(
                row.agent().id(),
                units(Optional.ofNullable(row.currentUnit()).orElse(row.agent().unit())),
                live.piece().map(Piece::activity).orElse(null),
                live.state() == LiveState.State.SEVERE,
                live.since());
    }

    /// A unit and those above it.
    private Set<UnitId> units(UnitId unit) {
        var units = new HashSet<UnitId>();
        UnitId next = unit;
        while (next != null && units.add(next)) {
            next = directory.unit(next).map(each -> each.parent()).orElse(null);
        }
        return units;
    }

    // ------------------------------------------------------------------ doing

    private void act(Seen seen, List<AlertRule> inForce, Instant now) {
        var deviating = seen.deviating();
        var known = open.get(deviating.agent());
        if (known != null && known.raisedAt() != null) {
            if (known.mayBecomeSevere()
                    && deviating.severe()
                    && AlertSteps.nextWhenSevere(inForce, deviating, now)
                            instanceof Step.Raise(var rule)) {
                did(deviating, raiseSevere(seen, known, rule, now));
            }
            return;
        }
        if (known == null && deviating.since().equals(done.get(deviating.agent()))) {
            return;
        }
        switch (AlertSteps.next(inForce, deviating, known == null ? null : known.nudgedAt(), now)) {
            case Step.Nudge(var rule, var alertAt) ->
                    did(deviating, nudge(deviating, rule, alertAt, now));
            case Step.Raise(var rule) -> did(deviating, raise(seen, known, rule, now));
            case Step.Wait _, Step.None _ -> {
                // Its time comes.
            }
        }
    }

    private void did(Deviating deviating, Optional<Alert> alert) {
        alert.ifPresentOrElse(
                each -> open.put(each.agent(), each),
                () -> {
                    open.remove(deviating.agent());
                    done.put(deviating.agent(), deviating.since());
                });
    }

    private Optional<Alert> nudge(
            Deviating deviating, AlertRule rule, Instant alertAt, Instant now) {
        return retries.inTransaction(() -> {
            var alert = table.begin(deviating, rule, true, now);
            alert.ifPresent(each -> news.nudge(each, alertAt));
            return alert;
        });
    }

    private Optional<Alert> raise(Seen seen, @Nullable Alert known, AlertRule rule, Instant now) {
        var deviating = seen.deviating();
        var agent = seen.row().agent();
        var whom = whom(seen);
        return retries.inTransaction(() -> {
            var alert =
                    known == null
                            ? table.begin(deviating, rule, false, now)
                            : table.raise(known.number(), deviating, rule, now);
            alert.ifPresent(each -> {
                var told = deliver(each, rule, whom, now);
                if (rule.bell()) {
                    news.raise(each, agent, told);
                }
                events.publishEvent(new AlertsChanged());
            });
            return alert;
        });
    }

    /// Once: the table knows whether it was.
    private Optional<Alert> raiseSevere(Seen seen, Alert known, AlertRule rule, Instant now) {
        var whom = whom(seen);
        return retries.inTransaction(() -> {
            var before = table.reached(known.number());
            var alert = table.raiseSevere(known.number(), seen.deviating(), rule, now);
            alert.ifPresent(each -> {
                var told = deliver(each, rule, whom, now);
                if (rule.bell()) {
                    news.raiseSevere(each, seen.row().agent(), before, told);
                }
                events.publishEvent(new AlertsChanged());
            });
            return alert.or(() -> table.find(known.number()).filter(Alert::isOpen));
        });
    }

    /// Who looks after somebody.
    private Set<UserId> whom(Seen seen) {
        var agent = seen.row().agent();
        return holders.of(
                Permission.ADHERENCE_WRITE,
                Set.of(agent.id()),
                scope -> scope.includes(agent, seen.row().currentUnit()));
    }

    /// @return whose budget is not used up
    private List<UserId> deliver(Alert alert, AlertRule rule, Set<UserId> whom, Instant now) {
        int budget = rules.budget().anHour();
        var told = new ArrayList<UserId>();
        for (var user : whom) {
            boolean heldBack = table.told(user, now.minus(AN_HOUR)) >= budget;
            table.deliver(alert, user, heldBack, rule.mail() && mail.isOn(), now);
            if (!heldBack) {
                told.add(user);
            }
        }
        return told;
    }

    private void clear(Alert alert, Instant now) {
        retries.inTransaction(() -> {
            if (table.clear(alert.number(), now)) {
                news.clear(alert, table.reached(alert.number()));
                events.publishEvent(new AlertsChanged());
            }
        });
        open.remove(alert.agent());
        done.put(alert.agent(), alert.since());
    }
}
