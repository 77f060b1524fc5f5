package dev.rollcall.quality;

import java.util.Map;

/// What an evaluator has written so far.
///
/// @param comment for the person, empty for none
/// @param privateNote for evaluators alone, empty for none
/// @param asksSelf whether the person is asked how they see it before they see the result
public record EvaluationDraft(
        Map<String, Answer> answers, String comment, String privateNote, boolean asksSelf) {

    public EvaluationDraft {
        answers = Map.copyOf(answers);
    }
}
