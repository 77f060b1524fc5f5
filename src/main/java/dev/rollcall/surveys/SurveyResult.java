package dev.rollcall.surveys;

import dev.rollcall.shared.InvalidInput;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What became of one answer that was told.
///
/// @param id as given, null when it had none
/// @param code why it was rejected: `unknown-agent`, `clock-skew` or `bad-event`; null otherwise
/// @param problems a sentence for each bad field of a rejected one
public record SurveyResult(
        @Nullable String id,
        Outcome outcome,
        @Nullable String code,
        List<InvalidInput.Problem> problems) {

    public static final String UNKNOWN_AGENT = "unknown-agent";
    public static final String CLOCK_SKEW = "clock-skew";
    public static final String BAD = "bad-event";

    public SurveyResult {
        problems = List.copyOf(problems);
    }

    /// What can become of it.
    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }

    static SurveyResult of(String id, Outcome outcome) {
        return new SurveyResult(id, outcome, null, List.of());
    }

    public static SurveyResult rejected(
            @Nullable String id, String code, List<InvalidInput.Problem> problems) {
        return new SurveyResult(id, Outcome.REJECTED, code, problems);
    }

    /// All that is wrong, in one line.
    public String detail() {
        return problems.stream().map(InvalidInput.Problem::detail).collect(Collectors.joining(" "));
    }
}
