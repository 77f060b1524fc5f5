package dev.rollcall.quality;

import java.time.Instant;
import java.util.Map;

/// How the person sees the same interaction, said before they saw the result.
///
/// @param comment empty for none
public record SelfAssessment(Map<String, Answer> answers, String comment, Instant writtenAt) {

    public SelfAssessment {
        answers = Map.copyOf(answers);
    }
}
