package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.Evaluation;
import dev.rollcall.quality.EvaluationFilter;
import dev.rollcall.quality.Evaluations;
import dev.rollcall.quality.Medium;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Published evaluations, with what they came to. What was answered and noted stays on the screens.
@RestController
@RequestMapping(ApiRequests.BASE + "/evaluations")
@Tag(name = "Quality")
class EvaluationsController {

    private final Evaluations evaluations;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    EvaluationsController(Evaluations evaluations, Directory directory, Whom whom, Access access) {
        this.evaluations = evaluations;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.QUALITY_READ)
    @Operation(
            operationId = "listEvaluations",
            summary = "List published evaluations",
            description =
                    "The latest begun first. A score is the percentage of the revision that counts,"
                            + " null when all was skipped; one in dispute counts nowhere until it is"
                            + " resolved. from and to narrow by when they were published.")
    ResponseEntity<Page<EvaluationAnswer>> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        Scope scope = whom.within(unit, agent, access.scope(Permission.QUALITY_VIEW));
        var filter =
                new EvaluationFilter(
                        null,
                        from == null ? null : from.toInstant(),
                        to == null ? null : to.toInstant(),
                        false);
        var read =
                evaluations.page(
                        filter,
                        after == null ? Long.MAX_VALUE : Page.number(after),
                        limit + 1,
                        scope);
        return Page.of(read, Evaluation::number, this::answer, limit);
    }

    private EvaluationAnswer answer(Evaluation known) {
        return new EvaluationAnswer(
                known.number(),
                externalId(known.agent()),
                known.channel(),
                known.at(),
                known.card(),
                known.cardVersion(),
                known.evaluator().name(),
                known.publishedAt(),
                known.revision(),
                known.percent().orElse(null),
                known.failed(),
                known.disputed(),
                known.acknowledgedAt(),
                known.complianceMet(),
                known.complianceAsked());
    }

    private String externalId(AgentId agent) {
        return directory.agent(agent).map(Agent::externalId).orElse("");
    }

    /// @param startedAt when the interaction began
    /// @param scorePercent rounded half-up to two digits; null when all was skipped
    /// @param failed whether a critical category failed it
    /// @param disputed whether a dispute waits
    @Schema(name = "Evaluation")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EvaluationAnswer(
            long id,
            String agent,
            Medium channel,
            Instant startedAt,
            String scorecard,
            int scorecardVersion,
            String evaluator,
            @Nullable Instant publishedAt,
            int revision,
            @Nullable BigDecimal scorePercent,
            boolean failed,
            boolean disputed,
            @Nullable Instant acknowledgedAt,
            int complianceMet,
            int complianceAsked) {}
}
