package dev.rollcall.reports.ui;

import dev.rollcall.kit.PdfPaper;
import dev.rollcall.reports.Totals;
import dev.rollcall.reports.WeeklyDetail;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// One person's week on paper, for a talk about it.
final class WeeklyPdf {

    private final ReportWords words;
    private final PatternWords patterns;

    WeeklyPdf(ReportWords words) {
        this.words = words;
        this.patterns = new PatternWords(words);
    }

    /// @param zone the zone of whoever reads it, for when it was prepared
    void write(WeeklyDetail detail, ZoneId zone, OutputStream out) {
        var report = detail.report();
        var title = words.say("weekly.of", report.agent().name());
        var period = words.period(report.monday(), report.sunday());
        try (var paper = PdfPaper.standing(out, title, title + " · " + period, words.locale())) {
            paper.title(title);
            paper.text(period);
            paper.text(words.say("weekly.prepared", words.moment(report.preparedAt(), zone)));
            figures(paper, detail);
            days(paper, detail);
            paper.heading(words.say("recurrence.title"));
            paper.text(patterns.judgement(detail.recurrence()));
            paper.heading(words.say("strain.title"));
            if (detail.strains().isEmpty()) {
                paper.text(words.say("strain.none"));
            }
            detail.strains()
                    .forEach(sign ->
                            paper.text(patterns.sign(sign) + ". " + patterns.reason(sign.kind())));
            paper.heading(words.say("weekly.note"));
            var note = report.note();
            paper.text(
                    note == null
                            ? words.say("weekly.note.none")
                            : words.say(
                                    "weekly.note.by",
                                    note.writer(),
                                    words.moment(note.at(), zone)));
            if (note != null) {
                note.text().lines().forEach(paper::text);
            }
        }
    }

    private void figures(PdfPaper paper, WeeklyDetail detail) {
        paper.heading(words.say("weekly.figures"));
        var table = paper.table(30, 14, 14, 14, 16, 12);
        table.head(
                List.of(
                        "",
                        words.say("score"),
                        words.say("tolerated"),
                        words.say("raw"),
                        words.say("out"),
                        words.say("conformance")));
        table.line(line(words.say("weekly.then"), detail.report().prepared()));
        table.line(line(words.say("weekly.now"), detail.now()));
        table.line(line(words.say("weekly.before"), detail.before()));
        table.line(List.of(words.say("goal"), words.percent(detail.target()), "", "", "", ""));
        table.end();
    }

    private List<String> line(String name, Totals totals) {
        var figures = totals.figures();
        return List.of(
                name,
                words.percent(figures.score()),
                words.percent(figures.tolerated()),
                words.percent(figures.raw()),
                words.duration(figures.score().out()),
                words.percent(figures.conformance()));
    }

    private void days(PdfPaper paper, WeeklyDetail detail) {
        paper.heading(words.say("weekly.days"));
        var table = paper.table(30, 14, 16, 12, 12, 12);
        table.head(
                List.of(
                        words.say("by.DAY"),
                        words.say("score"),
                        words.say("out"),
                        words.say("late"),
                        words.say("early"),
                        words.say("absent")));
        detail.days()
                .forEach((date, totals) -> {
                    var cells = new ArrayList<String>();
                    cells.add(words.day(date));
                    cells.add(words.percent(totals.figures().score()));
                    cells.add(words.duration(totals.figures().score().out()));
                    cells.add(words.count(totals.edges().late()));
                    cells.add(words.count(totals.edges().early()));
                    cells.add(words.count(totals.edges().absent()));
                    table.line(cells);
                });
        table.end();
    }
}
