package dev.rollcall.kit;

import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person's stretch of time in two lanes: what was planned, and what they did, judged. Small on
/// the wire: a day of ten planned and fifteen actual pieces takes about 120 bytes.
///
/// Pieces name activities and presences by their number in the page's [TimelineLegend].
///
/// ## The compact form
///
/// ```
/// value    = base "," schedule "," actual [ "," later ]
/// base     = epoch seconds where both lanes begin, base 36
/// schedule = *( gap / code length )
/// actual   = *( gap / judgement [code] length )
/// later    = *( gap / "A" length )     what was told later than the moment it is seen at
/// gap      = "-" length                nothing here
/// code     = 1*( "A" … "Z" )           number in the legend, base 26, A = 0
/// length   = *( "0" … "9" / "a" … "z" )  seconds, base 36; empty: goes on, grows with the clock
/// ```
///
/// Each piece begins where the one before it ended. The marks of the judgements are `= ~ ! # _ + ?
/// -` in the order of [Judgement]. The reader is `frontend/rollcall-timeline-format.ts`; a test has
/// Node read what this writes.
///
/// @param schedule pieces in order of time, not overlapping
/// @param actual pieces in order of time, not overlapping; only the last may go on
/// @param later stretches that are known otherwise now, in order of time, not overlapping
public record TimelineStrip(List<Planned> schedule, List<Actual> actual, List<TimeSpan> later) {

    /// What was planned from `start` to `end`.
    ///
    /// @param activity its number in the legend
    public record Planned(Instant start, Instant end, int activity) {}

    /// What the person did from `start` on.
    ///
    /// @param end null while it goes on
    /// @param presence its number in the legend, or -1 when it has none
    public record Actual(Instant start, @Nullable Instant end, int presence, Judgement judgement) {}

    public TimelineStrip {
        schedule = List.copyOf(schedule);
        actual = List.copyOf(actual);
        later = List.copyOf(later);
    }

    /// What is known of it is all there is to know.
    public TimelineStrip(List<Planned> schedule, List<Actual> actual) {
        this(schedule, actual, List.of());
    }

    /// The form the browser reads; empty when there is nothing to draw. Instants are cut to
    /// seconds, a piece shorter than that is left out.
    ///
    /// @throws IllegalArgumentException if pieces overlap or are out of order
    public String encode() {
        if (schedule.isEmpty() && actual.isEmpty()) {
            return "";
        }
        long base =
                Math.min(
                        schedule.isEmpty()
                                ? Long.MAX_VALUE
                                : schedule.getFirst().start().getEpochSecond(),
                        actual.isEmpty()
                                ? Long.MAX_VALUE
                                : actual.getFirst().start().getEpochSecond());
        var text = new StringBuilder(16 + 5 * (schedule.size() + actual.size()));
        appendNumber(text, base).append(',');
        var planned = new Lane(text, base);
        for (var piece : schedule) {
            if (planned.begin(piece.start(), piece.end())) {
                appendCode(text, piece.activity());
                planned.finish(piece.end());
            }
        }
        text.append(',');
        var done = new Lane(text, base);
        for (var piece : actual) {
            if (done.begin(piece.start(), piece.end())) {
                text.append(piece.judgement().mark());
                if (piece.presence() >= 0) {
                    appendCode(text, piece.presence());
                }
                done.finish(piece.end());
            }
        }
        if (!later.isEmpty()) {
            text.append(',');
            var told = new Lane(text, base);
            for (var span : later) {
                if (told.begin(span.start(), span.end())) {
                    appendCode(text, 0);
                    told.finish(span.end());
                }
            }
        }
        return text.toString();
    }

    /// Writes a lane from left to right.
    private static final class Lane {
        private final StringBuilder text;
        private long at;
        private boolean open;

        private Lane(StringBuilder text, long base) {
            this.text = text;
            this.at = base;
        }

        /// Fills the gap before a piece; false when the piece is shorter than a second.
        boolean begin(Instant start, @Nullable Instant end) {
            long from = start.getEpochSecond();
            if (open || from < at) {
                throw new IllegalArgumentException(
                        "The pieces of a lane follow each other; one that starts at "
                                + start
                                + " overlaps the one before it");
            }
            if (end != null && end.getEpochSecond() <= from) {
                return false;
            }
            if (from > at) {
                appendNumber(text.append('-'), from - at);
                at = from;
            }
            return true;
        }

        void finish(@Nullable Instant end) {
            if (end == null) {
                open = true;
            } else {
                appendNumber(text, end.getEpochSecond() - at);
                at = end.getEpochSecond();
            }
        }
    }

    private static StringBuilder appendNumber(StringBuilder text, long number) {
        return text.append(Long.toString(number, Character.MAX_RADIX));
    }

    private static void appendCode(StringBuilder text, int number) {
        if (number >= 26) {
            appendCode(text, number / 26);
        }
        text.append((char) ('A' + number % 26));
    }
}
