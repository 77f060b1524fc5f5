package dev.rollcall.adherence.ui.board;

import dev.rollcall.adherence.ui.Zoom;
import dev.rollcall.kit.TimelineWindow;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Which stretch of time the board's timelines show.
final class BoardWindow {

    private static final Duration MARGIN = Duration.ofMinutes(15);

    private BoardWindow() {}

    /// @param shifts from the first start to the last end, whichever days they fall on: a night
    ///   shift shows whole, and so do people in other zones; empty: nothing is planned
    static TimelineWindow of(
            BoardQuery query, Optional<TimeSpan> shifts, Instant now, ZoneId zone) {
        var seen = query.time().seen();
        return seen == null
                ? around(query, shifts, now, zone)
                : around(query, shifts, seen, zone).seenAt(seen);
    }

    private static TimelineWindow around(
            BoardQuery query, Optional<TimeSpan> shifts, Instant now, ZoneId zone) {
        var zoom = query.zoomInForce();
        var from = query.time().from();
        if (zoom.moves()) {
            return from == null
                    ? TimelineWindow.around(now, zoom.length(), zone)
                    : TimelineWindow.between(from, from.plus(zoom.length()), zone);
        }
        var past = query.time().date();
        var date = past == null ? LocalDate.ofInstant(now, zone) : past;
        var day = new DayPeriod(date, zone).span();
        var span = zoom == Zoom.SHIFT ? shifts.map(BoardWindow::withMargin).orElse(day) : day;
        var start = from == null ? span.start() : from;
        return TimelineWindow.between(start, start.plus(span.duration()), zone);
    }

    private static TimeSpan withMargin(TimeSpan shifts) {
        return TimeSpan.of(shifts.start().minus(MARGIN), shifts.end().plus(MARGIN));
    }

    /// Where a window starts after it was moved by half its length.
    ///
    /// @param direction -1 for earlier, 1 for later
    static Instant moved(TimelineWindow window, Instant shownFrom, int direction) {
        var half = Duration.between(window.from(), window.to()).dividedBy(2);
        return shownFrom.plus(half.multipliedBy(direction)).truncatedTo(ChronoUnit.MINUTES);
    }
}
