package dev.rollcall.surveys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer answered, as a survey system tells it.
///
/// @param source with the id its identity
/// @param version a newer one corrects an earlier one
/// @param agent the external id of who it is about
/// @param question as it was asked; null: not told
/// @param comment in the customer's words; null: none
/// @param interaction the id of the contact it is about, where that is kept; null: not told
/// @param tags what it is about, by the source
public record ToldResponse(
        String source,
        String id,
        long version,
        String agent,
        Instant at,
        SurveyKind kind,
        int score,
        @Nullable String question,
        @Nullable String comment,
        @Nullable String interaction,
        List<String> tags) {

    public ToldResponse {
        tags = List.copyOf(tags);
    }
}
