package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.html.Div;
import dev.rollcall.attendance.Correction;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.presence.PresenceSegment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What somebody did, piece by piece, and where each piece came from. What was corrected says so.
final class AttendanceSegments extends Div {

    /// @param corrections those that touch the day
    /// @param clockOutReasons codes of why they clocked out, by when
    /// @param date the day that need not be named
    AttendanceSegments(
            List<PresenceSegment> segments,
            List<Correction> corrections,
            Map<Instant, String> clockOutReasons,
            ZoneId zone,
            LocalDate date,
            AttendanceWords words) {
        var marks = new CorrectionWords(this::getTranslation, words);
        var table =
                new PlainTable(
                        "attendance.report.from",
                        "attendance.report.to",
                        "attendance.report.status",
                        "attendance.report.time",
                        "attendance.report.origin");
        for (var segment : segments) {
            var end = segment.end();
            table.line(
                    List.of(
                            words.time(segment.start(), zone, date),
                            end == null ? words.say("now") : words.time(end, zone, date),
                            words.state(segment.state(), clockOutReasons.get(segment.start())),
                            end == null
                                    ? AttendanceWords.NOTHING
                                    : words.duration(Duration.between(segment.start(), end)),
                            segment.isCorrected()
                                    ? marks.mark(segment, corrections)
                                    : words.origin(segment)));
        }
        add(table);
        addClassName("attendance-segments");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", words.day(date));
    }
}
