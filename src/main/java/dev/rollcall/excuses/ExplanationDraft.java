package dev.rollcall.excuses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An explanation as somebody gives it.
///
/// @param until null: it goes on
/// @param reason the code of a reason on offer
/// @param text in their own words, empty for nothing
public record ExplanationDraft(Instant from, @Nullable Instant until, String reason, String text) {

    public ExplanationDraft {
        text = text.strip();
    }
}
