package dev.rollcall.feedback;

import dev.rollcall.kit.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What feedback is about, in a word.
///
/// @param textKey of its name as shipped; null: it has only its own
/// @param ownName what people here call it; null: as shipped
/// @param version counts the changes
public record FeedbackTag(
        String code,
        @Nullable String textKey,
        @Nullable String ownName,
        boolean retired,
        long version) {

    /// What it is called for whoever reads.
    public String name(Words words) {
        return ownName != null ? ownName : words.get(Objects.requireNonNull(textKey));
    }
}
