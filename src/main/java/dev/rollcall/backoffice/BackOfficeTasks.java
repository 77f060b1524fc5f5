package dev.rollcall.backoffice;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.backoffice.BackOfficeTask.State;
import dev.rollcall.backoffice.TaskRefused.Why;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.StatusTopics;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The tasks: who creates them, for whom, and who sees which. Working on them is [TaskWork].
@Service
public class BackOfficeTasks {

    static final String WHAT = "back-office task";
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_DESCRIPTION = 2_000;

    /// The longest estimate, in minutes.
    public static final int LONGEST_ESTIMATE = 60_000;

    /// How many tasks a list has at most.
    public static final int MOST = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TaskTable table;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final StatusTopics topics;
    private final ApplicationClock clock;

    BackOfficeTasks(
            TaskTable table,
            Directory directory,
            Access access,
            AuditLog audit,
            StatusTopics topics,
            ApplicationClock clock) {
        this.table = table;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.topics = topics;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ reading

    /// The tasks the caller may see: those of the units they look after, and their own.
    @Requires({Permission.WORK_VIEW, Permission.WORK_OWN})
    @Transactional(readOnly = true)
    public List<BackOfficeTask> list(TaskFilter filter) {
        var scope = visible();
        return table.list(filter, scope, people(scope), clock.instant(), MOST);
    }

    /// One page of the tasks the caller may see or change, in the order in which they were created.
    ///
    /// @param after the last one seen; 0 at the beginning
    /// @param limit how many at most, up to [#MOST] and one more, which tells that the list goes on
    @Requires({Permission.WORK_VIEW, Permission.WORK_OWN, Permission.WORK_WRITE})
    @Transactional(readOnly = true)
    public List<BackOfficeTask> page(TaskQuery query, TaskId after, int limit) {
        var scope = visible();
        return table.page(query, scope, people(scope), after, Math.clamp(limit, 1, MOST + 1));
    }

    /// A task the caller may see or change.
    @Requires({Permission.WORK_VIEW, Permission.WORK_OWN, Permission.WORK_WRITE})
    @Transactional(readOnly = true)
    public Optional<BackOfficeTask> find(TaskId id) {
        var scope = visible();
        return table.find(id).filter(task -> includes(scope, task));
    }

    /// When a task the caller may see was worked on, and by whom, in order.
    @Requires({Permission.WORK_VIEW, Permission.WORK_OWN})
    @Transactional(readOnly = true)
    public List<TaskInterval> intervals(TaskId id) {
        return find(id).map(task -> table.intervals(task.id())).orElse(List.of());
    }

    private Scope visible() {
        return access.scope(Permission.WORK_VIEW, Permission.WORK_WRITE)
                .plus(access.scope(Permission.WORK_OWN));
    }

    /// Whether the caller may change it and give it up.
    public boolean mayManage(BackOfficeTask task) {
        return includes(access.viewer().scope(Permission.WORK_WRITE), task);
    }

    /// A task is that of its unit, and of whoever is to do it.
    private boolean includes(Scope scope, BackOfficeTask task) {
        return scope.includes(task.unit())
                || Optional.ofNullable(task.agent())
                        .flatMap(directory::agent)
                        .filter(agent -> scope.includes(agent, null))
                        .isPresent();
    }

    private List<AgentId> people(Scope scope) {
        return scope.everybody()
                ? List.of()
                : directory.agents(scope).stream().map(Agent::id).toList();
    }

    // ------------------------------------------------------------------ managing

    /// Creates a task, for oneself or, by whoever looks after a unit, for its people.
    ///
    /// @throws InvalidInput naming every bad field
    @Requires({Permission.WORK_WRITE, Permission.WORK_OWN})
    @Transactional
    public BackOfficeTask create(TaskDraft draft) {
        var viewer = access.viewer();
        var own = viewer.may(Permission.WORK_OWN) ? viewer.agent().orElse(null) : null;
        var checked =
                checked(draft, new TaskId(0), clock.instant(), viewer.actor().name(), 1, own, null);
        var id = table.insert(checked);
        var created = read(id);
        note(viewer, null, created);
        return created;
    }

    /// Changes what a task is about, who is to do it, and until when.
    ///
    /// @param expectedVersion the version the writer saw
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws TaskRefused when it has ended, or another person would get it while somebody works
    @Requires(Permission.WORK_WRITE)
    @Transactional
    public BackOfficeTask change(TaskId id, TaskDraft draft, long expectedVersion) {
        var before = managed(id);
        if (!before.isOpen()) {
            throw new TaskRefused(Why.ENDED);
        }
        var wanted =
                checked(
                        draft,
                        id,
                        before.createdAt(),
                        before.createdBy(),
                        expectedVersion,
                        before.agent(),
                        before.unit());
        if (before.state() == State.RUNNING && !Objects.equals(before.agent(), wanted.agent())) {
            throw new TaskRefused(Why.RUNNING);
        }
        if (before.version() != expectedVersion || !table.update(wanted)) {
            throw conflict(id);
        }
        var after = read(id);
        note(access.viewer(), before, after);
        var worker = after.agent();
        if (after.state() == State.RUNNING && worker != null) {
            AfterCommit.run(() -> topics.tell(worker, TaskWork.STATUS, after.title()));
        }
        return after;
    }

    /// Gives a task up.
    ///
    /// @throws TaskRefused when it has ended, or somebody works on it
    @Requires(Permission.WORK_WRITE)
    @Transactional
    public BackOfficeTask cancel(TaskId id) {
        var before = managed(id);
        if (!before.isOpen()) {
            throw new TaskRefused(Why.ENDED);
        }
        if (before.state() == State.RUNNING) {
            throw new TaskRefused(Why.RUNNING);
        }
        if (!table.become(before, State.CANCELLED, clock.instant())) {
            throw new TaskRefused(Why.CHANGED);
        }
        var after = read(id);
        note(access.viewer(), before, after);
        return after;
    }

    private BackOfficeTask managed(TaskId id) {
        var scope = access.scope(Permission.WORK_WRITE);
        return table.find(id)
                .filter(task -> includes(scope, task))
                .orElseThrow(() -> new NotFound(WHAT, "" + id.value()));
    }

    private BackOfficeTask read(TaskId id) {
        return table.find(id).orElseThrow(() -> new NotFound(WHAT, "" + id.value()));
    }

    private EditConflict conflict(TaskId id) {
        return audit.conflict(WHAT, "" + id.value());
    }

    /// Writes down what happened to a task, in the transaction in which it did.
    void note(Viewer viewer, @Nullable BackOfficeTask before, BackOfficeTask after) {
        audit.changed(
                viewer.actor(),
                WHAT,
                "" + after.id().value(),
                before == null ? null : told(before),
                told(after));
    }

    // ------------------------------------------------------------------ what is refused

    /// @param own whom the task may be for although the caller does not look after them; null:
    ///   nobody
    /// @param kept whose the task may stay although the caller does not look after it; null:
    ///   nobody's
    private BackOfficeTask checked(
            TaskDraft draft,
            TaskId id,
            Instant createdAt,
            String createdBy,
            long version,
            @Nullable AgentId own,
            @Nullable UnitId kept) {
        var found = new InvalidInput.Collector();
        var title = text(draft.title());
        var description = text(draft.description());
        found.check(!title.isEmpty(), "/title", TaskComplaint.NO_TITLE.with());
        found.check(
                title.length() <= LONGEST_TITLE,
                "/title",
                TaskComplaint.TOO_LONG.with(LONGEST_TITLE));
        found.check(
                description.length() <= LONGEST_DESCRIPTION,
                "/description",
                TaskComplaint.TOO_LONG.with(LONGEST_DESCRIPTION));
        var minutes = draft.estimateMinutes();
        found.check(
                minutes == null || (minutes >= 1 && minutes <= LONGEST_ESTIMATE),
                "/estimateMinutes",
                TaskComplaint.BAD_ESTIMATE.with(LONGEST_ESTIMATE / 60));
        var scope = access.scope(Permission.WORK_WRITE);
        var person = person(draft.agent(), scope, own, found);
        var unit = unit(draft.unit(), person, scope, kept);
        found.check(
                unit.isPresent(),
                "/unit",
                draft.unit() == null
                        ? TaskComplaint.NO_UNIT.with()
                        : TaskComplaint.UNKNOWN_UNIT.with());
        found.throwIfAny();
        return new BackOfficeTask(
                id,
                title,
                description.isEmpty() ? null : description,
                unit.orElseThrow(),
                person.map(Agent::id).orElse(null),
                minutes == null ? null : Duration.ofMinutes(minutes),
                draft.dueAt(),
                State.OPEN,
                createdBy,
                createdAt,
                null,
                Duration.ZERO,
                null,
                version);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private Optional<Agent> person(
            @Nullable AgentId wanted,
            Scope scope,
            @Nullable AgentId own,
            InvalidInput.Collector found) {
        if (wanted == null) {
            return Optional.empty();
        }
        var person =
                directory
                        .agent(wanted)
                        .filter(it -> wanted.equals(own) || scope.includes(it, null));
        found.check(person.isPresent(), "/agent", TaskComplaint.UNKNOWN_AGENT.with());
        return person;
    }

    /// The unit that was chosen; else that of whoever is to do it.
    private Optional<UnitId> unit(
            @Nullable UnitId wanted, Optional<Agent> person, Scope scope, @Nullable UnitId kept) {
        return wanted == null
                ? person.map(Agent::unit)
                : directory
                        .unit(wanted)
                        .map(Unit::id)
                        .filter(unit ->
                                scope.includes(unit)
                                        || unit.equals(kept)
                                        || person.map(Agent::unit)
                                                .filter(unit::equals)
                                                .isPresent());
    }

    // ------------------------------------------------------------------ the audit log

    private String told(BackOfficeTask task) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", task.title());
        if (task.agent() != null) {
            directory
                    .agent(task.agent())
                    .ifPresent(agent -> fields.put("agent", agent.externalId()));
        }
        directory.unit(task.unit()).ifPresent(unit -> fields.put("unit", unit.code()));
        if (task.estimate() != null) {
            fields.put("estimateMinutes", task.estimate().toMinutes());
        }
        if (task.dueAt() != null) {
            fields.put("dueAt", task.dueAt().toString());
        }
        fields.put("state", task.state().name());
        fields.put("workedSeconds", task.worked().toSeconds());
        return JSON.writeValueAsString(fields);
    }
}
