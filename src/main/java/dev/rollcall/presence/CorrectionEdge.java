package dev.rollcall.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a span of somebody's time that was corrected after the fact begins or ends. Only Rollcall
/// itself writes these, always both of a correction at once: see [PresenceLog#correct].
///
/// @param sequence tells which of two corrections was decided later; never null
/// @param correction names the correction both edges belong to
/// @param state what the person did in truth; null where the span ends
record CorrectionEdge(
        String source,
        String id,
        String subject,
        Instant time,
        @Nullable Long sequence,
        String correction,
        @Nullable PresenceState state)
        implements LogEvent {

    private static final String END = "/end";

    static CorrectionEdge start(
            String correction, String subject, Instant time, long sequence, PresenceState state) {
        return new CorrectionEdge(
                PresenceSegment.CORRECTIONS,
                correction,
                subject,
                time,
                sequence,
                correction,
                state);
    }

    static CorrectionEdge end(String correction, String subject, Instant time, long sequence) {
        return new CorrectionEdge(
                PresenceSegment.CORRECTIONS,
                correction + END,
                subject,
                time,
                sequence,
                correction,
                null);
    }

    /// The correction the event of an end belongs to.
    static String correctionOf(String endId) {
        return endId.substring(0, endId.length() - END.length());
    }
}
