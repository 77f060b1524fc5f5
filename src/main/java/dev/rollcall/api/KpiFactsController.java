package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.kpi.FactProblem;
import dev.rollcall.kpi.FactResult;
import dev.rollcall.kpi.FactResult.Outcome;
import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.KpiFacts;
import dev.rollcall.kpi.KpiLog;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What people achieved, as billing, service and telephony systems report it.
@RestController
@RequestMapping(ApiRequests.BASE + "/kpi-facts")
@Tag(name = "KPI facts", description = "Payments, services, complaints, calls and sales")
class KpiFactsController {

    private final KpiLog log;
    private final Access access;

    KpiFactsController(KpiLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(TokenScope.KPI_WRITE)
    @Operation(
            operationId = "sendKpiFacts",
            summary = "Report what people achieved",
            description =
                    "Takes an array of up to 1,000 facts, or one. The answer is sent after the commit."
                            + " (source, id) is a fact's identity: sent twice it counts once, and a newer"
                            + " version corrects the earlier one. One bad fact does not harm its"
                            + " neighbours; what is rejected is kept for the admin, who can replay it."
                            + " There is no way to read one person's facts: they are their own.")
    FactsAnswer send(@RequestBody JsonNode body) {
        var viewer = access.viewer();
        var readings = Batch.of(body, "facts").stream().map(Reading::of).toList();
        var good = readings.stream().flatMap(reading -> reading.fact().stream()).toList();
        var taken = log.take(good, viewer.actor(), viewer.scope(Permission.KPI_WRITE)).iterator();
        var results = new ArrayList<FactAnswer>();
        for (var reading : readings) {
            results.add(FactAnswer.of(reading.fact().isPresent() ? taken.next() : reject(reading)));
        }
        return FactsAnswer.of(results);
    }

    private FactResult reject(Reading reading) {
        return log.reject(
                Batch.text(reading.json(), "source"),
                Batch.text(reading.json(), "id"),
                reading.json().toString(),
                new FactProblem(FactProblem.BAD_FACT, reading.problems()));
    }

    /// One fact as far as it could be read.
    ///
    /// @param problems what is wrong with it, empty when it is a fact
    private record Reading(
            JsonNode json, Optional<KpiFact> fact, List<InvalidInput.Problem> problems) {

        static Reading of(JsonNode json) {
            try {
                return new Reading(json, Optional.of(KpiFacts.read(json)), List.of());
            } catch (InvalidInput e) {
                return new Reading(json, Optional.empty(), e.problems());
            }
        }
    }

    /// What became of a request's facts.
    ///
    /// @param results one for each fact, in the order of the request
    record FactsAnswer(int accepted, int duplicates, int rejected, List<FactAnswer> results) {

        static FactsAnswer of(List<FactAnswer> results) {
            return new FactsAnswer(
                    Batch.count(results, FactAnswer::outcome, Outcome.ACCEPTED),
                    Batch.count(results, FactAnswer::outcome, Outcome.DUPLICATE),
                    Batch.count(results, FactAnswer::outcome, Outcome.REJECTED),
                    results);
        }
    }

    /// What became of one fact.
    ///
    /// @param id the fact's id as given
    /// @param problem why it was rejected
    record FactAnswer(
            @Nullable String id,
            Outcome outcome,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Problem problem) {

        static FactAnswer of(FactResult result) {
            var problem = result.problem();
            return new FactAnswer(
                    result.id(), result.outcome(), problem == null ? null : answer(problem));
        }

        private static Problem answer(FactProblem problem) {
            var fault =
                    switch (problem.code()) {
                        case FactProblem.UNKNOWN_AGENT -> Fault.UNKNOWN_AGENT;
                        case FactProblem.CLOCK_SKEW -> Fault.CLOCK_SKEW;
                        default -> Fault.BAD_EVENT;
                    };
            return fault.problem(problem.detail()).withErrors(FieldErrors.of(problem.problems()));
        }
    }
}
