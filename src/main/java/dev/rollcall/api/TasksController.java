package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.backoffice.BackOfficeTask;
import dev.rollcall.backoffice.BackOfficeTasks;
import dev.rollcall.backoffice.TaskDraft;
import dev.rollcall.backoffice.TaskId;
import dev.rollcall.backoffice.TaskQuery;
import dev.rollcall.backoffice.TaskWork;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Work away from customers, from its creation to its end.
@RestController
@RequestMapping(ApiRequests.BASE + "/back-office-tasks")
@Tag(name = "Back office")
class TasksController {

    /// Nobody and nothing has it: the service says of both what it says of those out of sight.
    private static final AgentId UNKNOWN_AGENT = new AgentId(0);

    private static final UnitId UNKNOWN_UNIT = new UnitId(0);

    private static final Map<String, String> NAMES = Map.of("/estimateMinutes", "/estimateSeconds");

    private final BackOfficeTasks tasks;
    private final TaskWork work;
    private final Directory directory;
    private final Whom whom;
    private final Access access;
    private final ApplicationClock clock;

    TasksController(
            BackOfficeTasks tasks,
            TaskWork work,
            Directory directory,
            Whom whom,
            Access access,
            ApplicationClock clock) {
        this.tasks = tasks;
        this.work = work;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ reading

    @GetMapping
    @NeedsScope({TokenScope.WORK_READ, TokenScope.WORK_WRITE})
    @Operation(
            operationId = "listBackOfficeTasks",
            summary = "List tasks",
            description = "In the order in which they were created; a unit with all below it.")
    ResponseEntity<Page<TaskAnswer>> list(
            @RequestParam(required = false) BackOfficeTask.@Nullable State state,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Instant dueFrom,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        var scope = access.scope(Permission.WORK_VIEW, Permission.WORK_WRITE);
        var query =
                new TaskQuery(
                        state,
                        unit == null ? null : directory.withDescendants(whom.unit(unit, scope)),
                        agent == null ? null : whom.agent(agent, scope).id(),
                        dueFrom,
                        dueBefore);
        var seen = new TaskId(after == null ? 0 : Page.number(after));
        return Page.of(
                tasks.page(query, seen, limit + 1), task -> task.id().value(), this::answer, limit);
    }

    @GetMapping("/{id}")
    @NeedsScope({TokenScope.WORK_READ, TokenScope.WORK_WRITE})
    @Operation(operationId = "getBackOfficeTask", summary = "Read a task")
    ResponseEntity<TaskAnswer> get(@PathVariable long id) {
        return tagged(find(id));
    }

    private BackOfficeTask find(long id) {
        return tasks.find(new TaskId(id))
                .orElseThrow(() -> new NotFound("back-office task", "" + id));
    }

    // ------------------------------------------------------------------ managing

    @PostMapping
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "postBackOfficeTask",
            summary = "Create a task",
            description = "For a unit, for somebody, or for both.")
    ResponseEntity<TaskAnswer> post(@RequestBody TaskForm form) {
        return tagged(FieldErrors.asSent(NAMES, () -> tasks.create(draft(form))));
    }

    @PutMapping("/{id}")
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "putBackOfficeTask",
            summary = "Change a task",
            description =
                    "What it is about, whose it is and until when; replaces all of it. While somebody"
                            + " works on it, it stays theirs.")
    ResponseEntity<TaskAnswer> put(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TaskForm form) {
        var expected = ETags.expectedLong(ifMatch, null);
        var draft = draft(form);
        long version = expected == null ? find(id).version() : expected;
        return tagged(
                FieldErrors.asSent(NAMES, () -> tasks.change(new TaskId(id), draft, version)));
    }

    @PostMapping("/{id}/cancel")
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(operationId = "cancelBackOfficeTask", summary = "Give a task up")
    ResponseEntity<TaskAnswer> cancel(@PathVariable long id) {
        return tagged(tasks.cancel(new TaskId(id)));
    }

    // ------------------------------------------------------------------ working

    @PostMapping("/{id}/start")
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "startBackOfficeTask",
            summary = "Start a task",
            description =
                    "Whoever is to do it is UNAVAILABLE for back-office work from now on; another"
                            + " task of theirs is laid aside.")
    ResponseEntity<TaskAnswer> start(@PathVariable long id) {
        return tagged(work.start(new TaskId(id)));
    }

    @PostMapping("/{id}/lay-aside")
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "layAsideBackOfficeTask",
            summary = "Lay a task aside",
            description = "Whoever works on it is again what they were before.")
    ResponseEntity<TaskAnswer> layAside(@PathVariable long id) {
        return tagged(work.pause(new TaskId(id)));
    }

    @PostMapping("/{id}/finish")
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "finishBackOfficeTask",
            summary = "Finish a task",
            description = "Whoever works on it is again what they were before.")
    ResponseEntity<TaskAnswer> finish(@PathVariable long id) {
        return tagged(work.finish(new TaskId(id)));
    }

    // ------------------------------------------------------------------ shapes

    private TaskDraft draft(TaskForm form) {
        return new TaskDraft(
                form.title(),
                form.description(),
                form.unit() == null
                        ? null
                        : directory.unit(form.unit()).map(Unit::id).orElse(UNKNOWN_UNIT),
                form.agent() == null
                        ? null
                        : directory.agent(form.agent()).map(Agent::id).orElse(UNKNOWN_AGENT),
                form.estimateMinutes(),
                form.dueAt());
    }

    private ResponseEntity<TaskAnswer> tagged(BackOfficeTask task) {
        return ResponseEntity.ok().eTag(ETags.of(task.version())).body(answer(task));
    }

    private TaskAnswer answer(BackOfficeTask task) {
        var agent = task.agent();
        return new TaskAnswer(
                task.id().value(),
                task.title(),
                task.description(),
                directory.unit(task.unit()).map(Unit::code).orElse(""),
                agent == null ? null : directory.agent(agent).map(Agent::externalId).orElse(null),
                task.estimate() == null ? null : task.estimate().toSeconds(),
                task.dueAt(),
                task.state(),
                task.workedUntil(clock.instant()).toSeconds(),
                task.runningSince(),
                task.createdBy(),
                task.createdAt(),
                task.endedAt(),
                task.version());
    }

    /// @param unit null: the unit of whoever is to do it
    /// @param agent null: nobody yet
    /// @param estimateSeconds whole minutes; null: nobody knows
    @Schema(name = "BackOfficeTaskForm")
    record TaskForm(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = BackOfficeTasks.LONGEST_TITLE)
                    @Nullable String title,
            @Schema(maxLength = BackOfficeTasks.LONGEST_DESCRIPTION) @Nullable String description,
            @Nullable String unit,
            @Nullable String agent,
            @Nullable Long estimateSeconds,
            @Nullable Instant dueAt) {

        @Nullable Integer estimateMinutes() {
            if (estimateSeconds == null) {
                return null;
            }
            var estimate = Duration.ofSeconds(Objects.requireNonNull(estimateSeconds));
            if (estimate.toSecondsPart() != 0
                    || estimate.toMinutes() != (int) estimate.toMinutes()) {
                throw InvalidInput.of("/estimateSeconds", "An estimate is whole minutes.");
            }
            return (int) estimate.toMinutes();
        }
    }

    /// @param agent who is to do it; null: nobody yet
    /// @param workedSeconds the time worked on it, up to this moment
    /// @param runningSince since when somebody works on it; null: nobody does
    /// @param endedAt when it was finished or given up
    @Schema(name = "BackOfficeTask")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TaskAnswer(
            long id,
            String title,
            @Nullable String description,
            String unit,
            @Nullable String agent,
            @Nullable Long estimateSeconds,
            @Nullable Instant dueAt,
            BackOfficeTask.State state,
            long workedSeconds,
            @Nullable Instant runningSince,
            String createdBy,
            Instant createdAt,
            @Nullable Instant endedAt,
            long version) {}
}
