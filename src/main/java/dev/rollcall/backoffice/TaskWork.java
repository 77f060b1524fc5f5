package dev.rollcall.backoffice;

import dev.rollcall.audit.Actor;
import dev.rollcall.backoffice.BackOfficeTask.State;
import dev.rollcall.backoffice.TaskRefused.Why;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.StatusTopics;
import dev.rollcall.presence.Statuses;
import dev.rollcall.presence.Timelines;
import dev.rollcall.presence.Tracking;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Working on tasks. Whoever starts one is unavailable for back-office work from then on; when they
/// stop they are what they were before. Whoever becomes something else meanwhile, wherever that is
/// said, has stopped too: the time worked on a task is the time of that status.
///
/// People work on their own tasks only. A program that manages a task, as a system that hands them
/// out does, says so for whoever is to do it.
@Service
public class TaskWork {

    /// What somebody is who works on a task.
    public static final PresenceState STATUS = PresenceState.unavailable("BACK_OFFICE");

    private static final Logger LOG = LoggerFactory.getLogger(TaskWork.class);

    private final TaskTable table;
    private final BackOfficeTasks tasks;
    private final Statuses statuses;
    private final StatusTopics topics;
    private final LivePresence live;
    private final Timelines timelines;
    private final Tracking tracking;
    private final Access access;
    private final ApplicationClock clock;
    private final TransactionTemplate transaction;

    /// Who works on what now: most changes of a status are of nobody who does.
    private final Map<AgentId, TaskId> running = new ConcurrentHashMap<>();

    TaskWork(
            TaskTable table,
            BackOfficeTasks tasks,
            Statuses statuses,
            StatusTopics topics,
            LivePresence live,
            Timelines timelines,
            Tracking tracking,
            Access access,
            ApplicationClock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.tasks = tasks;
        this.statuses = statuses;
        this.topics = topics;
        this.live = live;
        this.timelines = timelines;
        this.tracking = tracking;
        this.access = access;
        this.clock = clock;
        this.transaction = transaction;
    }

    @PostConstruct
    void load() {
        running.keySet().forEach(topics::forget);
        running.clear();
        running.putAll(table.running());
        running.keySet().forEach(this::name);
    }

    /// Lets screens that show somebody's status say what they work on, if they do.
    private void name(AgentId agent) {
        Optional.ofNullable(running.get(agent))
                .flatMap(table::find)
                .ifPresentOrElse(
                        task -> topics.tell(agent, STATUS, task.title()),
                        () -> topics.forget(agent));
    }

    /// What somebody works on now.
    public Optional<TaskId> runningOf(AgentId agent) {
        return Optional.ofNullable(running.get(agent));
    }

    // ------------------------------------------------------------------ what people do

    /// Begins to work on a task; another one that was going on is laid aside.
    ///
    /// @throws TaskRefused when it cannot be begun
    @Requires({Permission.WORK_OWN, Permission.WORK_WRITE})
    public BackOfficeTask start(TaskId id) {
        var task = workable(id);
        if (task.state() == State.RUNNING) {
            return task;
        }
        var agent = worker(task);
        var before = live.of(agent).map(LivePresence.Now::state).orElse(PresenceState.AWAY);
        if (before.base() == Base.AWAY && tracking.isTracked(agent)) {
            throw new TaskRefused(Why.CLOCK_IN_FIRST);
        }
        var other = Optional.ofNullable(running.get(agent)).flatMap(table::running);
        var given =
                other.map(TaskInterval::statusBefore).orElseGet(() -> givenBack(before).toString());
        // Before the status: whoever hears of that finds what it is about.
        topics.tell(agent, STATUS, task.title());
        BackOfficeTask begun;
        try {
            setStatus(agent, STATUS, task.title());
        } catch (RuntimeException e) {
            name(agent);
            throw e;
        }
        try {
            begun = begin(task, agent, given);
        } catch (RuntimeException e) {
            name(agent);
            if (other.isEmpty()) {
                giveBack(agent, given);
            }
            throw e;
        }
        // Who became something else between the two had nothing running yet that it could stop.
        lookAgain(agent);
        return table.find(id).orElse(begun);
    }

    private BackOfficeTask begin(BackOfficeTask task, AgentId agent, String given) {
        var now = clock.instant();
        return done(
                transaction.execute(_ -> {
                    Optional.ofNullable(running.get(agent))
                            .flatMap(table::find)
                            .filter(other -> other.state() == State.RUNNING)
                            .ifPresent(other -> stop(other, State.OPEN, now));
                    if (!table.become(task, State.RUNNING, null)) {
                        throw new TaskRefused(Why.CHANGED);
                    }
                    table.begin(task.id(), new TaskInterval(agent, now, null, given));
                    AfterCommit.run(() -> {
                        running.put(agent, task.id());
                        topics.tell(agent, STATUS, task.title());
                    });
                    return noted(task);
                }));
    }

    /// Lays a task aside: it can be gone on with later.
    ///
    /// @throws TaskRefused when nobody works on it
    @Requires({Permission.WORK_OWN, Permission.WORK_WRITE})
    public BackOfficeTask pause(TaskId id) {
        return stopped(id, State.OPEN);
    }

    /// Finishes a task.
    ///
    /// @throws TaskRefused when it has ended already
    @Requires({Permission.WORK_OWN, Permission.WORK_WRITE})
    public BackOfficeTask finish(TaskId id) {
        return stopped(id, State.DONE);
    }

    private BackOfficeTask stopped(TaskId id, State state) {
        var task = workable(id);
        if (task.state() != State.RUNNING && state == State.OPEN) {
            throw new TaskRefused(Why.NOT_RUNNING);
        }
        var agent = worker(task);
        var interval = table.running(id);
        var now = clock.instant();
        var after = done(transaction.execute(_ -> stop(task, state, now)));
        interval.ifPresent(it -> giveBack(agent, it.statusBefore()));
        return after;
    }

    /// In a transaction: ends what goes on, and the task with it if it is done.
    private BackOfficeTask stop(BackOfficeTask task, State state, Instant now) {
        var agent = task.agent();
        if (task.state() == State.RUNNING) {
            table.end(task.id(), now);
        }
        if (!table.become(task, state, state == State.DONE ? now : null)) {
            throw new TaskRefused(Why.CHANGED);
        }
        if (agent != null) {
            AfterCommit.run(() -> {
                if (running.remove(agent, task.id())) {
                    topics.forget(agent);
                }
            });
        }
        return noted(task);
    }

    private BackOfficeTask noted(BackOfficeTask before) {
        var after = table.find(before.id()).orElseThrow();
        tasks.note(access.viewer(), before, after);
        return after;
    }

    private static BackOfficeTask done(@Nullable BackOfficeTask task) {
        if (task == null) {
            throw new IllegalStateException("A transaction without a result");
        }
        return task;
    }

    private BackOfficeTask workable(TaskId id) {
        var task =
                tasks.find(id)
                        .orElseThrow(() -> new NotFound(BackOfficeTasks.WHAT, "" + id.value()));
        if (!task.isOpen()) {
            throw new TaskRefused(Why.ENDED);
        }
        worker(task);
        return task;
    }

    /// Whose work on it this is.
    private AgentId worker(BackOfficeTask task) {
        var viewer = access.viewer();
        boolean program = viewer.actor().kind() == Actor.Kind.TOKEN && tasks.mayManage(task);
        var agent = task.agent();
        if (agent == null) {
            throw new TaskRefused(program ? Why.NOBODYS : Why.NOT_YOURS);
        }
        if (!program && !viewer.agent().equals(Optional.of(agent))) {
            throw new TaskRefused(Why.NOT_YOURS);
        }
        return agent;
    }

    // ------------------------------------------------------------------ the status

    private void setStatus(AgentId agent, PresenceState state, @Nullable String note) {
        var result = statuses.set(agent, state, note, null, access.viewer().actor());
        if (result.outcome() == Outcome.REJECTED) {
            throw new TaskRefused(Why.STATUS);
        }
    }

    /// What somebody is again afterwards: whoever worked was available, and no work they did not
    /// begin anew makes them active.
    private static PresenceState givenBack(PresenceState before) {
        return switch (before.base()) {
            case ACTIVE, UNKNOWN -> PresenceState.AVAILABLE;
            case AWAY -> PresenceState.AWAY;
            case AVAILABLE, UNAVAILABLE -> before.equals(STATUS) ? PresenceState.AVAILABLE : before;
        };
    }

    /// Only while they still are what the task made them: what somebody chose since then stays.
    private void giveBack(AgentId agent, String state) {
        if (live.of(agent).filter(now -> now.state().equals(STATUS)).isEmpty()) {
            return;
        }
        try {
            setStatus(agent, PresenceState.parse(state), null);
        } catch (RuntimeException e) {
            // The task is laid aside or done; the status can be set by hand.
            LOG.warn("A status could not be given back: {}", e.getClass().getSimpleName());
        }
    }

    // ------------------------------------------------------------------ who stopped otherwise

    @EventListener
    void on(PresenceChanged change) {
        if (running.containsKey(change.agent())) {
            lookAgain(change.agent());
        }
    }

    /// What changed while the product was down.
    @EventListener(ApplicationReadyEvent.class)
    void lookAgain() {
        running.keySet().forEach(this::lookAgain);
    }

    private void lookAgain(AgentId agent) {
        var task = Optional.ofNullable(running.get(agent)).flatMap(table::find).orElse(null);
        var since = task == null ? null : task.runningSince();
        if (task == null || since == null) {
            return;
        }
        stoppedAt(agent, since)
                .ifPresent(end -> {
                    try {
                        access.asSystem(
                                "back-office",
                                () -> transaction.execute(_ -> stop(task, State.OPEN, end)));
                    } catch (TaskRefused e) {
                        // They stopped by themselves at the same moment.
                        LOG.debug("A task was stopped twice");
                    }
                });
    }

    /// When they became something else since they began; a silent feed says nothing of what they
    /// do.
    private Optional<Instant> stoppedAt(AgentId agent, Instant since) {
        var now = clock.instant();
        if (!since.isBefore(now)) {
            return live.of(agent)
                    .map(LivePresence.Now::state)
                    .filter(state -> state.base() != Base.UNKNOWN && !state.equals(STATUS))
                    .map(_ -> since);
        }
        return timelines.of(agent, TimeSpan.of(since, now)).stream()
                .filter(segment -> segment.end() == null || segment.end().isAfter(since))
                .filter(segment -> segment.state().base() != Base.UNKNOWN)
                .filter(segment -> !segment.state().equals(STATUS))
                .map(PresenceSegment::start)
                .map(start -> start.isBefore(since) ? since : start)
                .findFirst();
    }
}
