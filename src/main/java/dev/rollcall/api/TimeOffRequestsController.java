package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.requests.Finding;
import dev.rollcall.requests.Hours;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.requests.TimeOffDraft;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Time off people ask for, and what was decided about it.
@RestController
@RequestMapping(ApiRequests.BASE + "/time-off-requests")
@Tag(name = "Time off")
class TimeOffRequestsController {

    private static final Map<String, String> NAMES = Map.of("/part", "/start");

    private final TimeOffs timeOffs;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    TimeOffRequestsController(TimeOffs timeOffs, Directory directory, Whom whom, Access access) {
        this.timeOffs = timeOffs;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(
            operationId = "listTimeOffRequests",
            summary = "List requests for time off",
            description =
                    "The newest first. With from and to those of which at least one day lies"
                            + " between them, both included.")
    ResponseEntity<Page<TimeOffAnswer>> list(
            @RequestParam(required = false) TimeOff.@Nullable Progress progress,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        long before = after == null ? Long.MAX_VALUE : Page.number(after);
        return Page.of(
                timeOffs.page(
                        new TimeOffs.Filter(progress, from, to),
                        before,
                        limit + 1,
                        scope(agent, unit)),
                TimeOff::number,
                this::answer,
                limit);
    }

    private Scope scope(@Nullable String agent, @Nullable String unit) {
        return whom.within(unit, agent, access.scope(Permission.SCHEDULE_VIEW));
    }

    @GetMapping("/{id}")
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(operationId = "getTimeOffRequest", summary = "Read a request for time off")
    ResponseEntity<TimeOffAnswer> get(@PathVariable long id) {
        return tagged(timeOffs.read(id));
    }

    @PostMapping
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "postTimeOffRequest",
            summary = "Ask for time off",
            description =
                    "In the name of the agent. Where a rule of their unit has nothing against it, it"
                            + " is approved, and in the plan, at once; else it waits for a decision.")
    ResponseEntity<TimeOffAnswer> post(@RequestBody TimeOffForm form) {
        var agent =
                Optional.ofNullable(form.agent())
                        .map(id -> whom.agent(id, access.scope(Permission.SCHEDULE_WRITE)));
        var draft = form.read(agent.isPresent());
        return tagged(
                FieldErrors.asSent(NAMES, () -> timeOffs.askFor(agent.orElseThrow().id(), draft)));
    }

    @PostMapping("/{id}/approve")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "approveTimeOffRequest",
            summary = "Approve a request for time off",
            description = "Each day of it gets a new version of its plan; all of them or none.")
    ResponseEntity<TimeOffAnswer> approve(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TimeOffDecision form) {
        return tagged(timeOffs.approve(id, version(id, ifMatch), form.text()));
    }

    @PostMapping("/{id}/decline")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "declineTimeOffRequest",
            summary = "Decline a request for time off",
            description = "With an answer for whoever asked. The plan stays as it is.")
    ResponseEntity<TimeOffAnswer> decline(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TimeOffDecision form) {
        return tagged(timeOffs.decline(id, version(id, ifMatch), form.text()));
    }

    @PostMapping("/{id}/cancel")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "cancelTimeOffRequest",
            summary = "Cancel time off that was approved",
            description =
                    "With an answer for whoever asked. Each day is as it was before, where nobody"
                            + " has planned it anew since.")
    ResponseEntity<TimeOffAnswer> cancel(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TimeOffDecision form) {
        return tagged(timeOffs.cancel(id, version(id, ifMatch), form.text()));
    }

    private long version(long id, @Nullable String ifMatch) {
        long known = timeOffs.read(id).version();
        var expected = ETags.expectedLong(ifMatch, null);
        return expected == null ? known : expected;
    }

    private ResponseEntity<TimeOffAnswer> tagged(TimeOff timeOff) {
        return ResponseEntity.ok().eTag(ETags.of(timeOff.version())).body(answer(timeOff));
    }

    private TimeOffAnswer answer(TimeOff timeOff) {
        var part = timeOff.part();
        var by = timeOff.decidedBy();
        return new TimeOffAnswer(
                timeOff.number(),
                directory.agent(timeOff.agent()).map(Agent::externalId).orElse(""),
                timeOff.type(),
                timeOff.from(),
                timeOff.to(),
                part == null ? null : part.start().toString(),
                part == null ? null : part.end().toString(),
                timeOff.amount(),
                timeOff.note(),
                timeOff.progress(),
                timeOff.askedBy().name(),
                timeOff.askedAt(),
                by == null ? null : by.name(),
                timeOff.decidedAt(),
                timeOff.isByRule(),
                timeOff.answer(),
                timeOff.findings().stream().map(FindingAnswer::of).toList(),
                timeOff.version());
    }

    /// @param type the code of a kind of time off
    /// @param start with end: a part of one day, by the clock of the agent
    /// @param note for whoever decides
    @Schema(name = "TimeOffForm")
    record TimeOffForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String agent,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ANNUAL_LEAVE")
                    @Nullable String type,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate from,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate to,
            @Schema(example = "08:00") @Nullable String start,
            @Schema(example = "12:00") @Nullable String end,
            @Schema(maxLength = TimeOffs.LONGEST_TEXT) @Nullable String note) {

        TimeOffDraft read(boolean isAboutSomebody) {
            var problems = new InvalidInput.Collector();
            problems.check(isAboutSomebody, "/agent", "Say who asks.");
            problems.check(type != null, "/type", "Say which kind of time off it is.");
            problems.check(from != null, "/from", "Say which day is the first.");
            problems.check(to != null, "/to", "Say which day is the last.");
            problems.check(
                    (start == null) == (end == null),
                    start == null ? "/start" : "/end",
                    "A part of a day has a start and an end.");
            var begins = time(start, "/start", problems);
            var ends = time(end, "/end", problems);
            problems.throwIfAny();
            return new TimeOffDraft(
                    Objects.requireNonNull(type),
                    Objects.requireNonNull(from),
                    Objects.requireNonNull(to),
                    begins == null || ends == null ? null : new Hours(begins, ends),
                    Objects.requireNonNullElse(note, ""));
        }

        private static @Nullable LocalTime time(
                @Nullable String text, String pointer, InvalidInput.Collector problems) {
            try {
                return text == null ? null : LocalTime.parse(text);
            } catch (DateTimeParseException e) {
                problems.add(pointer, "Write a local time like 08:00.");
                return null;
            }
        }
    }

    /// @param answer for whoever asked; needed to decline and to cancel
    @Schema(name = "TimeOffDecision")
    record TimeOffDecision(@Schema(maxLength = TimeOffs.LONGEST_TEXT) @Nullable String answer) {

        String text() {
            return Objects.requireNonNullElse(answer, "");
        }
    }

    /// @param kind what speaks for it or against it
    /// @param against whether it kept a rule from approving
    /// @param values numbers, dates and local times
    @Schema(name = "TimeOffFinding")
    record FindingAnswer(Finding.Kind kind, boolean against, List<String> values) {

        static FindingAnswer of(Finding finding) {
            return new FindingAnswer(finding.kind(), finding.kind().isAgainst(), finding.values());
        }
    }

    /// @param amount how much of the allowance it takes, in what its type is counted in
    /// @param decidedBy who decided or took it back; null while it waits
    /// @param byRule whether a rule of the unit decided
    /// @param findings why, as it was when it was decided
    @Schema(name = "TimeOff")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TimeOffAnswer(
            long id,
            String agent,
            String type,
            LocalDate from,
            LocalDate to,
            @Nullable String start,
            @Nullable String end,
            BigDecimal amount,
            @Nullable String note,
            TimeOff.Progress progress,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            boolean byRule,
            @Nullable String answer,
            List<FindingAnswer> findings,
            long version) {}
}
