package dev.rollcall.surveys;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer answered.
///
/// @param unit where the person was at home when it was told
/// @param comment null: none, or no longer kept
public record SurveyResponse(
        long number,
        AgentId agent,
        UnitId unit,
        Instant at,
        SurveyKind kind,
        int score,
        @Nullable String question,
        @Nullable String comment,
        List<String> tags) {

    public SurveyResponse {
        tags = List.copyOf(tags);
    }
}
