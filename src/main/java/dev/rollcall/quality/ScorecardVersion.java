package dev.rollcall.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a scorecard. Once it is published it never changes; evaluations keep to it.
///
/// @param card the code of the scorecard
/// @param number of the version, from 1 on
/// @param edits counts the changes of a draft; guards against overwriting another's
/// @param publishedAt null while it is a draft
/// @param publishedBy null while it is a draft
public record ScorecardVersion(
        String card,
        int number,
        Sheet sheet,
        long edits,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy) {

    public boolean isDraft() {
        return publishedAt == null;
    }
}
