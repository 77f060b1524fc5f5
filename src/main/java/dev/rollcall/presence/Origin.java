package dev.rollcall.presence;

import org.jspecify.annotations.Nullable;

/// What made a state what it is.
///
/// @param eventId null when it was no event but the silence of the source
/// @param changedBy the name of whoever set it by hand, null when a feed reported it
/// @param automatic true when work or a silent feed caused it, rather than a set status
record Origin(
        @Nullable String source,
        @Nullable String eventId,
        @Nullable String changedBy,
        boolean automatic) {

    static Origin of(Happening happening) {
        return new Origin(
                happening.source(),
                happening.id(),
                happening.changedBy(),
                happening.deed() instanceof Happening.WorkStarted
                        || happening.deed() instanceof Happening.WorkEnded
                        || happening.source().equals(LogEntry.AUTOMATIC));
    }

    static Origin silenceOf(@Nullable String source) {
        return new Origin(source, null, null, true);
    }
}
