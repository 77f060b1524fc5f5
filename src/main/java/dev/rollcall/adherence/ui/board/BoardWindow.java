package dev.rollcall.adherence.ui.board;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.ui.Zoom;
import dev.rollcall.kit.TimelineWindow;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;

/// Which stretch of time the board's timelines show.
final class BoardWindow {

    private static final Duration MARGIN = Duration.ofMinutes(15);

    private BoardWindow() {}

    /// @param rows whose shifts count where shifts are to be shown
    static TimelineWindow of(
            BoardQuery query, Collection<BoardRow> rows, Instant now, ZoneId zone) {
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
        var span = zoom == Zoom.SHIFT ? shifts(rows, day) : day;
        var start = from == null ? span.start() : from;
        return TimelineWindow.between(start, start.plus(span.duration()), zone);
    }

    /// From the first start to the last end, whichever days they fall on: a night shift shows
    /// whole, and so do people in other zones. The day where nothing is planned.
    private static TimeSpan shifts(Collection<BoardRow> rows, TimeSpan day) {
        var planned =
                rows.stream().map(BoardRow::schedule).filter(plan -> !plan.isEmpty()).toList();
        if (planned.isEmpty()) {
            return day;
        }
        // The pieces of a row are in order.
        var first =
                planned.stream()
                        .map(plan -> plan.getFirst().start())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        var last =
                planned.stream()
                        .map(plan -> plan.getLast().end())
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return TimeSpan.of(first.minus(MARGIN), last.plus(MARGIN));
    }

    /// Where a window starts after it was moved by half its length.
    ///
    /// @param direction -1 for earlier, 1 for later
    static Instant moved(TimelineWindow window, Instant shownFrom, int direction) {
        var half = Duration.between(window.from(), window.to()).dividedBy(2);
        return shownFrom.plus(half.multipliedBy(direction)).truncatedTo(ChronoUnit.MINUTES);
    }
}
