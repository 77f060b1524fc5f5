package dev.rollcall.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of a person's timeline in which they did one thing.
///
/// @param end null while it goes on
/// @param source the source of the event that began it, null before the first event
/// @param eventId that event's id
/// @param changedBy the name of whoever set it, when it was a person or program and not a feed
/// @param automatic true when work began or ended it, or a silent feed, rather than a set status
/// @param onCall true when a call was in progress at its start
public record PresenceSegment(
        Instant start,
        @Nullable Instant end,
        PresenceState state,
        @Nullable String source,
        @Nullable String eventId,
        @Nullable String changedBy,
        boolean automatic,
        boolean onCall) {

    /// The source of what was corrected after the fact; the event's id then names the correction.
    public static final String CORRECTIONS = LogEntry.OWN_SOURCES + "correction";

    /// Whether it was corrected after the fact.
    public boolean isCorrected() {
        return CORRECTIONS.equals(source);
    }
}
