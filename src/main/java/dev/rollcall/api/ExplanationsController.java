package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.excuses.Explanation;
import dev.rollcall.excuses.ExplanationDraft;
import dev.rollcall.excuses.Explanations;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Objects;
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

/// What people explain of their own deviations, and what was decided about it.
@RestController
@RequestMapping(ApiRequests.BASE + "/adherence/explanations")
@Tag(name = "Adherence")
class ExplanationsController {

    private final Explanations explanations;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    ExplanationsController(
            Explanations explanations, Directory directory, Whom whom, Access access) {
        this.explanations = explanations;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "listExplanations",
            summary = "List explanations",
            description = "The newest first. With from and until: those that touch that time.")
    ResponseEntity<Page<ExplanationAnswer>> list(
            @RequestParam(required = false) Explanation.@Nullable Progress progress,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        long before = after == null ? Long.MAX_VALUE : Page.number(after);
        return Page.of(
                explanations.page(
                        progress,
                        ExcusesController.span(from, until),
                        before,
                        limit + 1,
                        whom.within(unit, agent, access.scope(Permission.ADHERENCE_VIEW))),
                Explanation::number,
                this::answer,
                limit);
    }

    @GetMapping("/{id}")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(operationId = "getExplanation", summary = "Read an explanation")
    ResponseEntity<ExplanationAnswer> get(@PathVariable long id) {
        return tagged(find(id, Permission.ADHERENCE_VIEW));
    }

    private Explanation find(long id, Permission permission) {
        return explanations
                .find(id, access.scope(permission))
                .orElseThrow(() -> new NotFound("explanation", "" + id));
    }

    @PostMapping
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "postExplanation",
            summary = "Explain a deviation",
            description =
                    "In the name of the agent. It waits until somebody else, or a program with another"
                            + " token, decides. Of time that is being explained already it says more in the"
                            + " same explanation.")
    ResponseEntity<ExplanationAnswer> post(@RequestBody ExplanationForm form) {
        var draft = form.read();
        var agent =
                whom.agent(
                        Objects.requireNonNull(form.agent()),
                        access.scope(Permission.ADHERENCE_WRITE));
        return tagged(explanations.explainFor(agent.id(), draft));
    }

    @PostMapping("/{id}/approve")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "approveExplanation",
            summary = "Approve an explanation",
            description =
                    "It becomes an excuse: for the time it is about, or for from to until where they"
                            + " are given.")
    ResponseEntity<ExplanationAnswer> approve(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ApprovalForm form) {
        var known = find(id, Permission.ADHERENCE_WRITE);
        var granted = form == null ? new ApprovalForm(null, null, null) : form;
        var from = Objects.requireNonNullElse(granted.from(), known.span().start());
        var until =
                Objects.requireNonNullElseGet(
                        granted.until(), () -> explanations.suggestedEnd(known));
        if (!until.isAfter(from)) {
            throw InvalidInput.of("/until", "The end comes after the beginning.");
        }
        return tagged(
                explanations
                        .approve(
                                id,
                                version(known, ifMatch),
                                TimeSpan.of(from, until),
                                Objects.requireNonNullElse(granted.note(), ""))
                        .explanation());
    }

    @PostMapping("/{id}/reject")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "rejectExplanation",
            summary = "Reject an explanation",
            description = "With a note for the agent. The figures stay as they are.")
    ResponseEntity<ExplanationAnswer> reject(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RejectionForm form) {
        var known = find(id, Permission.ADHERENCE_WRITE);
        return tagged(
                explanations
                        .reject(
                                id,
                                version(known, ifMatch),
                                Objects.requireNonNullElse(form.note(), ""))
                        .explanation());
    }

    private static long version(Explanation known, @Nullable String ifMatch) {
        var expected = ETags.expectedLong(ifMatch, null);
        return expected == null ? known.version() : expected;
    }

    private ResponseEntity<ExplanationAnswer> tagged(Explanation explanation) {
        return ResponseEntity.ok().eTag(ETags.of(explanation.version())).body(answer(explanation));
    }

    private ExplanationAnswer answer(Explanation explanation) {
        var by = explanation.decidedBy();
        return new ExplanationAnswer(
                explanation.number(),
                directory.agent(explanation.agent()).map(Agent::externalId).orElse(""),
                explanation.span().start(),
                explanation.goesOn() ? null : explanation.span().end(),
                explanation.reason(),
                explanation.text(),
                explanation.progress(),
                explanation.askedBy().name(),
                explanation.askedAt(),
                by == null ? null : by.name(),
                explanation.decidedAt(),
                explanation.note(),
                explanation.excuse(),
                explanation.version());
    }

    /// @param until left out: it goes on
    /// @param reason the code of a reason on offer
    /// @param text what happened, in their words
    @Schema(name = "ExplanationForm")
    record ExplanationForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String agent,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant from,
            @Nullable Instant until,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CALL_OVERRAN")
                    @Nullable String reason,
            @Schema(maxLength = Excuses.LONGEST_NOTE) @Nullable String text) {

        ExplanationDraft read() {
            var problems = new InvalidInput.Collector();
            problems.check(agent != null, "/agent", "Say whose deviation it is.");
            problems.check(from != null, "/from", "Say when it began.");
            problems.check(reason != null, "/reason", "Say why: the code of a reason on offer.");
            problems.check(
                    from == null || until == null || until.isAfter(from),
                    "/until",
                    "The end comes after the beginning.");
            problems.throwIfAny();
            return new ExplanationDraft(
                    Objects.requireNonNull(from),
                    until,
                    Objects.requireNonNull(reason),
                    Objects.requireNonNullElse(text, ""));
        }
    }

    /// @param from left out: from when the explanation says
    /// @param until left out: until when the explanation says, or, where it went on, until the
    ///   deviation was over
    @Schema(name = "ApprovalForm")
    record ApprovalForm(
            @Nullable Instant from,
            @Nullable Instant until,
            @Schema(maxLength = Excuses.LONGEST_NOTE) @Nullable String note) {}

    @Schema(name = "RejectionForm")
    record RejectionForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = Excuses.LONGEST_NOTE)
                    @Nullable String note) {}

    /// @param until null: it went on when it was explained
    /// @param decidedBy who approved, rejected or withdrew it; null while it waits
    /// @param excuse the number of the excuse it became
    @Schema(name = "Explanation")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ExplanationAnswer(
            long id,
            String agent,
            Instant from,
            @Nullable Instant until,
            String reason,
            String text,
            Explanation.Progress progress,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note,
            @Nullable Long excuse,
            long version) {}
}
