package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.surveys.SurveyJson;
import dev.rollcall.surveys.SurveyResult;
import dev.rollcall.surveys.SurveyResult.Outcome;
import dev.rollcall.surveys.Surveys;
import dev.rollcall.surveys.ToldResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What customers answered, as survey systems tell it.
@RestController
@RequestMapping(ApiRequests.BASE + "/survey-responses")
@Tag(name = "Customer surveys")
class SurveyResponsesController {

    private final Surveys surveys;
    private final Access access;

    SurveyResponsesController(Surveys surveys, Access access) {
        this.surveys = surveys;
        this.access = access;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(TokenScope.SURVEYS_WRITE)
    @Operation(
            operationId = "sendSurveyResponses",
            summary = "Tell what customers answered",
            description =
                    "Takes an array of up to 1,000 answers, or one: {\"id\", \"source\", \"version\","
                            + " \"agent\", \"answeredAt\", \"kind\": \"NPS|CSAT\", \"score\": 0 to 10 or"
                            + " 1 to 5, \"question\", \"comment\", \"interaction\", \"tags\": []}. The answer"
                            + " is sent after the commit. (source, id) is the identity: sent twice it"
                            + " counts once, and a newer version corrects the earlier one. One bad answer"
                            + " does not harm its neighbours.")
    SurveyResponsesAnswer send(@RequestBody JsonNode body) {
        var viewer = access.viewer();
        var all = Batch.of(body, "answers");
        var results = new SurveyResult[all.size()];
        var good = new ArrayList<ToldResponse>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < all.size(); i++) {
            try {
                good.add(SurveyJson.read(all.get(i)));
                places.add(i);
            } catch (InvalidInput e) {
                results[i] =
                        SurveyResult.rejected(
                                Batch.text(all.get(i), "id"), SurveyResult.BAD, e.problems());
            }
        }
        var taken = surveys.take(good, viewer.actor(), viewer.scope(Permission.SURVEYS_WRITE));
        for (int i = 0; i < taken.size(); i++) {
            results[places.get(i)] = taken.get(i);
        }
        return SurveyResponsesAnswer.of(List.of(results));
    }

    /// What became of a request's answers.
    ///
    /// @param results one for each, in the order of the request
    record SurveyResponsesAnswer(
            int accepted, int duplicates, int rejected, List<SurveyResponseAnswer> results) {

        static SurveyResponsesAnswer of(List<SurveyResult> results) {
            return new SurveyResponsesAnswer(
                    Batch.count(results, SurveyResult::outcome, Outcome.ACCEPTED),
                    Batch.count(results, SurveyResult::outcome, Outcome.DUPLICATE),
                    Batch.count(results, SurveyResult::outcome, Outcome.REJECTED),
                    results.stream().map(SurveyResponseAnswer::of).toList());
        }
    }

    /// What became of one answer.
    ///
    /// @param id as given
    /// @param problem why it was rejected
    record SurveyResponseAnswer(
            @Nullable String id,
            Outcome outcome,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Problem problem) {

        static SurveyResponseAnswer of(SurveyResult result) {
            var code = result.code();
            if (code == null) {
                return new SurveyResponseAnswer(result.id(), result.outcome(), null);
            }
            var fault =
                    switch (code) {
                        case SurveyResult.UNKNOWN_AGENT -> Fault.UNKNOWN_AGENT;
                        case SurveyResult.CLOCK_SKEW -> Fault.CLOCK_SKEW;
                        default -> Fault.BAD_EVENT;
                    };
            return new SurveyResponseAnswer(
                    result.id(),
                    result.outcome(),
                    fault.problem(result.detail()).withErrors(FieldErrors.of(result.problems())));
        }
    }
}
