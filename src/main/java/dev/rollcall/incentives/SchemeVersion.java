package dev.rollcall.incentives;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Rules of a scheme from a period on.
///
/// @param number 1, 2, 3 …
/// @param starts the first day of the first period it counts for
/// @param edits guards a draft against overwriting another's edit
/// @param publishedAt null for a draft; once published it never changes
public record SchemeVersion(
        String scheme,
        int number,
        Rules rules,
        LocalDate starts,
        long edits,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy) {

    public boolean isDraft() {
        return publishedAt == null;
    }
}
