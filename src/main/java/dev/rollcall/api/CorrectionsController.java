package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.attendance.Correction;
import dev.rollcall.attendance.CorrectionDraft;
import dev.rollcall.attendance.Corrections;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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

/// What people say was wrong with their days, and what was decided about it.
@RestController
@RequestMapping(ApiRequests.BASE + "/attendance/corrections")
@Tag(name = "Attendance")
class CorrectionsController {

    private static final Map<String, String> NAMES =
            Map.of("/state", "/status", "/reason", "/explanation");

    private final Corrections corrections;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    CorrectionsController(Corrections corrections, Directory directory, Whom whom, Access access) {
        this.corrections = corrections;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.PRESENCE_READ)
    @Operation(
            operationId = "listCorrections",
            summary = "List corrections",
            description = "The newest first.")
    ResponseEntity<Page<CorrectionAnswer>> list(
            @RequestParam(required = false) Correction.@Nullable Progress progress,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        long before = after == null ? Long.MAX_VALUE : Page.number(after);
        return Page.of(
                corrections.page(progress, before, limit + 1, scope(agent, unit)),
                Correction::number,
                this::answer,
                limit);
    }

    private Scope scope(@Nullable String agent, @Nullable String unit) {
        return whom.within(unit, agent, access.scope(Permission.PRESENCE_VIEW));
    }

    @GetMapping("/{id}")
    @NeedsScope(TokenScope.PRESENCE_READ)
    @Operation(operationId = "getCorrection", summary = "Read a correction")
    ResponseEntity<CorrectionAnswer> get(@PathVariable long id) {
        return tagged(find(id, Permission.PRESENCE_VIEW));
    }

    private Correction find(long id, Permission permission) {
        return corrections
                .find(id, access.scope(permission))
                .orElseThrow(() -> new NotFound("correction", "" + id));
    }

    @PostMapping
    @NeedsScope(TokenScope.PRESENCE_WRITE)
    @Operation(
            operationId = "postCorrection",
            summary = "Ask for a correction",
            description =
                    "In the name of the agent. It waits until somebody else, or a program with another"
                            + " token, decides.")
    ResponseEntity<CorrectionAnswer> post(@RequestBody CorrectionForm form) {
        var agent = form.agent();
        var person =
                Optional.ofNullable(agent)
                        .map(id -> whom.agent(id, access.scope(Permission.PRESENCE_WRITE)));
        var draft = form.read(person.isPresent());
        return tagged(
                FieldErrors.asSent(
                        NAMES, () -> corrections.askFor(person.orElseThrow().id(), draft)));
    }

    @PostMapping("/{id}/approve")
    @NeedsScope(TokenScope.PRESENCE_WRITE)
    @Operation(
            operationId = "approveCorrection",
            summary = "Approve a correction",
            description = "It counts everywhere from then on; what was reported stays beneath it.")
    ResponseEntity<CorrectionAnswer> approve(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DecisionForm form) {
        long version = version(id, ifMatch);
        return tagged(corrections.approve(id, version, form.text()));
    }

    @PostMapping("/{id}/refuse")
    @NeedsScope(TokenScope.PRESENCE_WRITE)
    @Operation(
            operationId = "refuseCorrection",
            summary = "Refuse a correction",
            description = "With a note for whoever asked. The record stays as it is.")
    ResponseEntity<CorrectionAnswer> refuse(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DecisionForm form) {
        long version = version(id, ifMatch);
        return tagged(corrections.refuse(id, version, form.text()));
    }

    private long version(long id, @Nullable String ifMatch) {
        var known = find(id, Permission.PRESENCE_WRITE);
        var expected = ETags.expectedLong(ifMatch, null);
        return expected == null ? known.version() : expected;
    }

    private ResponseEntity<CorrectionAnswer> tagged(Correction correction) {
        return ResponseEntity.ok().eTag(ETags.of(correction.version())).body(answer(correction));
    }

    private CorrectionAnswer answer(Correction correction) {
        var decidedBy = correction.decidedBy();
        return new CorrectionAnswer(
                correction.number(),
                directory.agent(correction.agent()).map(Agent::externalId).orElse(""),
                correction.kind(),
                correction.span().start(),
                correction.span().end(),
                correction.state().base(),
                correction.state().code(),
                correction.reason(),
                correction.progress(),
                correction.askedBy().name(),
                correction.askedAt(),
                decidedBy == null ? null : decidedBy.name(),
                correction.decidedAt(),
                correction.note(),
                correction.version());
    }

    /// @param kind whether they had not clocked in, not clocked out, or did something else
    /// @param status what they did in truth
    /// @param reason why they were unavailable
    /// @param explanation what happened, in their words
    @Schema(name = "CorrectionForm")
    record CorrectionForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String agent,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Correction.@Nullable Kind kind,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant from,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant until,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"AWAY", "AVAILABLE", "UNAVAILABLE"})
                    @Nullable String status,
            @Schema(maxLength = 100, description = "Required with UNAVAILABLE", example = "BREAK")
                    @Nullable String reason,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = Corrections.LONGEST_TEXT)
                    @Nullable String explanation) {

        CorrectionDraft read(boolean isAboutSomebody) {
            var problems = new InvalidInput.Collector();
            problems.check(isAboutSomebody, "/agent", "Say whose day it is about.");
            problems.check(kind != null, "/kind", "The kind is CLOCK_IN, CLOCK_OUT or STATUS.");
            problems.check(from != null, "/from", "Say when it began.");
            problems.check(until != null, "/until", "Say when it ended.");
            problems.throwIfAny();
            return new CorrectionDraft(
                    Objects.requireNonNull(kind),
                    Objects.requireNonNull(from),
                    Objects.requireNonNull(until),
                    StatusController.StatusForm.state(status, reason),
                    Objects.requireNonNullElse(explanation, ""));
        }
    }

    /// @param note for whoever asked; needed to refuse
    @Schema(name = "DecisionForm")
    record DecisionForm(@Schema(maxLength = Corrections.LONGEST_TEXT) @Nullable String note) {

        String text() {
            return Objects.requireNonNullElse(note, "");
        }
    }

    /// @param decidedBy who approved, refused or took it back; null while it waits
    @Schema(name = "Correction")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CorrectionAnswer(
            long id,
            String agent,
            Correction.Kind kind,
            Instant from,
            Instant until,
            PresenceState.Base status,
            @Nullable String reason,
            String explanation,
            Correction.Progress progress,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note,
            long version) {}
}
