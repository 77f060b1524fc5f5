package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.quality.InteractionImport;
import dev.rollcall.quality.InteractionJson;
import dev.rollcall.quality.InteractionResult;
import dev.rollcall.quality.InteractionResult.Outcome;
import dev.rollcall.quality.Interactions;
import dev.rollcall.quality.ToldInteraction;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Interactions with customers that can be scored, as telephony, chat and ticket systems tell them.
@RestController
@RequestMapping(ApiRequests.BASE + "/interactions")
@Tag(name = "Quality", description = "Interactions and their evaluations")
class InteractionsController {

    private final Interactions interactions;
    private final InteractionImport imports;
    private final Access access;

    InteractionsController(Interactions interactions, InteractionImport imports, Access access) {
        this.interactions = interactions;
        this.imports = imports;
        this.access = access;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(TokenScope.QUALITY_WRITE)
    @Operation(
            operationId = "sendInteractions",
            summary = "Tell of interactions that can be scored",
            description =
                    "Takes an array of up to 1,000 interactions, or one: {\"id\", \"source\", \"version\","
                            + " \"agent\", \"channel\": \"CALL|CHAT|EMAIL|TICKET|OTHER\", \"startedAt\","
                            + " \"zone\", \"durationSeconds\", \"answerSeconds\", \"transferredTo\": [],"
                            + " \"customer\", \"link\", \"reason\"}. The answer is sent after the commit."
                            + " (source, id) is the identity: sent twice it counts once, and a newer"
                            + " version corrects the earlier one. One bad interaction does not harm its"
                            + " neighbours. The link leads to the recording or transcript in the system"
                            + " that keeps it; the customer is a reference, never a name.")
    InteractionsAnswer send(@RequestBody JsonNode body) {
        var viewer = access.viewer();
        var all = Batch.of(body, "interactions");
        var results = new InteractionResult[all.size()];
        var good = new ArrayList<ToldInteraction>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < all.size(); i++) {
            try {
                good.add(InteractionJson.read(all.get(i)));
                places.add(i);
            } catch (InvalidInput e) {
                results[i] =
                        InteractionResult.rejected(
                                Batch.text(all.get(i), "id"), InteractionResult.BAD, e.problems());
            }
        }
        var taken = interactions.take(good, viewer.actor(), viewer.scope(Permission.QUALITY_WRITE));
        for (int i = 0; i < taken.size(); i++) {
            results[places.get(i)] = taken.get(i);
        }
        return InteractionsAnswer.of(List.of(results));
    }

    @PostMapping(path = "/imports", consumes = "text/csv")
    @NeedsScope(TokenScope.QUALITY_WRITE)
    @Operation(
            operationId = "importInteractions",
            summary = "Import interactions from a file",
            description =
                    "CSV in UTF-8 with the header id,agent,channel,startedAt and, in any order, version,"
                            + " zone, durationSeconds, answerSeconds, transferredTo (names between"
                            + " semicolons), customer, link, reason. Times without an offset are local to"
                            + " the zone of the line, or of the agent. All or nothing unless partial.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = InteractionImportAnswer.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema =
                                    @Schema(
                                            type = "string",
                                            example =
                                                    "id,agent,channel,startedAt\nc-1,agent-017,CALL,2026-03-02T08:00\n")))
    ResponseEntity<Object> importCsv(
            @RequestParam String source,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true)
                    @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false)
                    @Nullable String contentType,
            @RequestBody byte[] body) {
        var report =
                imports.take(
                        new String(body, ScheduleImportController.charset(contentType)),
                        source,
                        partial,
                        dryRun);
        var rejected =
                report.bad().stream()
                        .map(line ->
                                new ScheduleImportController.RejectedLine(
                                        line.number(), null, line.detail()))
                        .toList();
        if (!rejected.isEmpty() && !partial && !dryRun) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                    .body(
                            ScheduleImportController.refusal(
                                    rejected, Map.of("imported", 0, "rejected", rejected)));
        }
        return ResponseEntity.ok(new InteractionImportAnswer(report.good(), rejected));
    }

    /// What became of a file; in a dry run, what its good lines would bring.
    @Schema(name = "InteractionImportAnswer")
    record InteractionImportAnswer(
            int imported, List<ScheduleImportController.RejectedLine> rejected) {}

    /// What became of a request's interactions.
    ///
    /// @param results one for each, in the order of the request
    record InteractionsAnswer(
            int accepted, int duplicates, int rejected, List<InteractionAnswer> results) {

        static InteractionsAnswer of(List<InteractionResult> results) {
            return new InteractionsAnswer(
                    Batch.count(results, InteractionResult::outcome, Outcome.ACCEPTED),
                    Batch.count(results, InteractionResult::outcome, Outcome.DUPLICATE),
                    Batch.count(results, InteractionResult::outcome, Outcome.REJECTED),
                    results.stream().map(InteractionAnswer::of).toList());
        }
    }

    /// What became of one interaction.
    ///
    /// @param id as given
    /// @param problem why it was rejected
    record InteractionAnswer(
            @Nullable String id,
            Outcome outcome,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Problem problem) {

        static InteractionAnswer of(InteractionResult result) {
            var code = result.code();
            if (code == null) {
                return new InteractionAnswer(result.id(), result.outcome(), null);
            }
            var fault =
                    switch (code) {
                        case InteractionResult.UNKNOWN_AGENT -> Fault.UNKNOWN_AGENT;
                        case InteractionResult.CLOCK_SKEW -> Fault.CLOCK_SKEW;
                        default -> Fault.BAD_EVENT;
                    };
            return new InteractionAnswer(
                    result.id(),
                    result.outcome(),
                    fault.problem(result.detail()).withErrors(FieldErrors.of(result.problems())));
        }
    }
}
