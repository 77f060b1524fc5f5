package dev.rollcall.attendance.ui;

import dev.rollcall.attendance.AttendanceReport;
import dev.rollcall.attendance.AttendanceTotal;
import dev.rollcall.kit.PdfPaper;
import dev.rollcall.presence.PresenceState.Base;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The totals as a page to print: what the page shows, its period and when it was read.
final class AttendancePdf {

    private static final List<String> FIGURES =
            List.of(
                    "worked",
                    "active",
                    "available",
                    "unavailable",
                    "breaks",
                    "late",
                    "early",
                    "absences",
                    "missing");

    /// How wide the name and the figures are, in parts of the line: `100 × · 123 h 59 min` is the
    /// longest that has to stand in one.
    private static final int[] WIDTHS = {32, 19, 19, 19, 19, 26, 22, 22, 15, 23};

    private final AttendanceWords words;

    AttendancePdf(AttendanceWords words) {
        this.words = words;
    }

    /// @param zone the zone of whoever reads it, for when it was made
    void write(AttendanceReport report, ZoneId zone, OutputStream out) {
        var query = report.query();
        var period = words.period(query.from(), query.to());
        var title = words.say("title");
        try (var paper = PdfPaper.lying(out, title, title + " · " + period, words.locale())) {
            paper.title(title);
            paper.text(period);
            var asOf =
                    words.day(report.asOf().atZone(zone).toLocalDate())
                            + ", "
                            + words.time(report.asOf(), zone);
            paper.text(words.say("asOf", asOf));
            paper.text(words.say("what"));
            var table = paper.table(WIDTHS);
            var heads = new ArrayList<String>();
            heads.add(words.say("who"));
            FIGURES.forEach(key -> heads.add(words.say(key)));
            table.head(heads);
            report.lines().forEach(line -> table.line(cells(words.name(line), line.total())));
            table.total(cells(words.say("total"), report.total()));
            table.end();
        }
    }

    private List<String> cells(String name, AttendanceTotal total) {
        return List.of(
                name,
                words.duration(total.worked()),
                words.duration(total.in(Base.ACTIVE)),
                words.duration(total.in(Base.AVAILABLE)),
                words.duration(total.in(Base.UNAVAILABLE)),
                words.times(total.breaks(), total.breakTime()),
                words.times(total.lateArrivals(), total.late()),
                words.times(total.earlyLeaves(), total.early()),
                words.count(total.absences()),
                words.count(total.missingClockOuts()));
    }
}
