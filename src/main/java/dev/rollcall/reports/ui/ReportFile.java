package dev.rollcall.reports.ui;

import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.kit.Csv;
import dev.rollcall.kit.PdfPaper;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.reports.AdherenceReport;
import dev.rollcall.reports.AdherenceReports;
import dev.rollcall.reports.DayFacts;
import dev.rollcall.reports.ReportQuery;
import dev.rollcall.reports.Totals;
import dev.rollcall.shared.Percent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The adherence report as a file: CSV has a line for each person and day, XLSX that and the lines
/// of the page, PDF the lines of the page to print. Days are read a few people at a time, so that a
/// long file says how far it is and can be stopped.
final class ReportFile {

    /// What a file can be.
    enum Kind {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        PDF("application/pdf");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Told how far a file is.
    interface Progress {

        /// @throws CancellationException when nobody wants the file any more
        void at(int done, int of);
    }

    /// From so many days of people on a file is made in the background.
    static final long LONG = 5_000;

    private static final int PEOPLE_A_STEP = 20;
    private static final String COLUMNS =
            "agent,name,unit,date,zone,scheduledSeconds,rawInSeconds,rawOutSeconds,"
                    + "toleratedOutSeconds,scoreOutSeconds,scorePercent,conformancePercent,late,"
                    + "early,absent,interrupted,breaks,missedBreaks,overrunSeconds,"
                    + "changedAfterwardsSeconds";
    private static final List<String> FIGURES =
            List.of(
                    "score",
                    "tolerated",
                    "raw",
                    "conformance",
                    "out",
                    "late",
                    "early",
                    "absent",
                    "changed");
    private static final double SECONDS_A_DAY = 86_400;

    private final AdherenceReports reports;
    private final Directory directory;
    private final ReportWords words;

    ReportFile(AdherenceReports reports, Directory directory, ReportWords words) {
        this.reports = reports;
        this.directory = directory;
        this.words = words;
    }

    static boolean isLong(Kind kind, AdherenceReport report) {
        var query = report.query();
        long days = query.to().toEpochDay() - query.from().toEpochDay() + 1;
        return kind != Kind.PDF && days * report.people() > LONG;
    }

    /// @param zone the zone of whoever reads it, for when it was made
    void write(
            Kind kind,
            ReportQuery query,
            Scope scope,
            ZoneId zone,
            OutputStream out,
            Progress progress)
            throws IOException {
        switch (kind) {
            case CSV -> csv(query, scope, out, progress);
            case XLSX -> xlsx(query, scope, out, progress);
            case PDF -> pdf(reports.report(query, scope), zone, out);
        }
    }

    private void eachDay(
            ReportQuery query,
            Scope scope,
            Progress progress,
            BiConsumer<Agent, DayFacts> consumer) {
        var agents = reports.people(query, scope);
        for (int from = 0; from < agents.size(); from += PEOPLE_A_STEP) {
            progress.at(from, agents.size());
            var some = agents.subList(from, Math.min(agents.size(), from + PEOPLE_A_STEP));
            for (var day : reports.days(query, some.stream().map(Agent::id).toList(), scope)) {
                directory.agent(day.agent()).ifPresent(agent -> consumer.accept(agent, day));
            }
        }
        progress.at(agents.size(), agents.size());
    }

    // ------------------------------------------------------------------ CSV

    private void csv(ReportQuery query, Scope scope, OutputStream out, Progress progress)
            throws IOException {
        var text = new StringBuilder(Csv.BYTE_ORDER_MARK).append(COLUMNS).append("\r\n");
        eachDay(
                query,
                scope,
                progress,
                (agent, day) -> text.append(Csv.line(cells(agent, day))).append("\r\n"));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> cells(Agent agent, DayFacts day) {
        var totals = day.totals();
        var figures = totals.figures();
        var edges = totals.edges();
        var cells = new ArrayList<String>();
        cells.add(agent.externalId());
        cells.add(agent.name());
        cells.add(directory.unit(day.unit()).map(Unit::code).orElse(""));
        cells.add(day.date().toString());
        cells.add(agent.zone().getId());
        for (var duration :
                List.of(
                        figures.scheduled(),
                        figures.raw().in(),
                        figures.raw().out(),
                        figures.tolerated().out(),
                        figures.score().out())) {
            cells.add("" + seconds(duration));
        }
        cells.add(percent(figures.score().percent()));
        cells.add(percent(figures.conformance()));
        for (int count :
                new int[] {
                    edges.late(),
                    edges.early(),
                    edges.absent(),
                    edges.middle(),
                    totals.breaks(),
                    totals.missedBreaks()
                }) {
            cells.add("" + count);
        }
        cells.add("" + seconds(totals.overrun()));
        cells.add("" + seconds(figures.afterwards().changed()));
        return cells;
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(500).toSeconds();
    }

    private static String percent(Optional<Percent> percent) {
        return percent.map(each -> each.rounded(2).toPlainString()).orElse("");
    }

    // ------------------------------------------------------------------ XLSX

    private void xlsx(ReportQuery query, Scope scope, OutputStream out, Progress progress)
            throws IOException {
        try (var book = new Workbook(out, "Rollcall", "1.0")) {
            var lines = book.newWorksheet(words.say("sheet.lines"));
            heads(lines, List.of(words.say("who")));
            int row = 1;
            for (var line : reports.report(query, scope).lines()) {
                text(lines, row, 0, words.name(line));
                figures(lines, row, 1, line.totals());
                row++;
            }
            lines.freezePane(1, 1);
            var days = book.newWorksheet(words.say("sheet.days"));
            heads(days, List.of(words.say("who"), words.say("id"), words.say("by.DAY")));
            var at = new int[] {1};
            eachDay(
                    query,
                    scope,
                    progress,
                    (agent, day) -> {
                        text(days, at[0], 0, agent.name());
                        text(days, at[0], 1, agent.externalId());
                        days.value(at[0], 2, day.date());
                        days.style(at[0], 2).format("yyyy-mm-dd").set();
                        figures(days, at[0], 3, day.totals());
                        at[0]++;
                    });
            days.freezePane(1, 1);
        }
    }

    private void heads(Worksheet sheet, List<String> first) {
        var heads = new ArrayList<>(first);
        FIGURES.forEach(key -> heads.add(words.say(key)));
        for (int column = 0; column < heads.size(); column++) {
            text(sheet, 0, column, heads.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, 18);
        }
    }

    private static void figures(Worksheet sheet, int row, int from, Totals totals) {
        var figures = totals.figures();
        int column = from;
        for (var share :
                List.of(
                        figures.score().percent(),
                        figures.tolerated().percent(),
                        figures.raw().percent(),
                        figures.conformance())) {
            int at = column++;
            share.ifPresent(percent -> {
                sheet.value(row, at, percent.asDouble() / 100);
                sheet.style(row, at).format("0.0%").set();
            });
        }
        duration(sheet, row, column++, figures.score().out());
        sheet.value(row, column++, totals.edges().late());
        sheet.value(row, column++, totals.edges().early());
        sheet.value(row, column++, totals.edges().absent());
        duration(sheet, row, column, figures.afterwards().changed());
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, Csv.text(text));
    }

    private static void duration(Worksheet sheet, int row, int column, Duration duration) {
        sheet.value(row, column, duration.toMillis() / 1000.0 / SECONDS_A_DAY);
        sheet.style(row, column).format("[h]:mm:ss").set();
    }

    // ------------------------------------------------------------------ PDF

    private void pdf(AdherenceReport report, ZoneId zone, OutputStream out) {
        var query = report.query();
        var period = words.period(query.from(), query.to());
        try (var paper =
                PdfPaper.lying(
                        out,
                        words.say("title"),
                        words.say("title") + " · " + period,
                        words.locale())) {
            paper.title(words.say("title"));
            paper.text(period);
            paper.text(words.say("asOf", words.moment(report.asOf(), zone)));
            paper.text(words.say("what"));
            var table = paper.table(30, 15, 15, 15, 17, 17, 12, 12, 12, 17);
            var heads = new ArrayList<String>();
            heads.add(words.say("who"));
            FIGURES.forEach(key -> heads.add(words.say(key)));
            table.head(heads);
            report.lines().forEach(line -> table.line(printed(words.name(line), line.totals())));
            table.total(printed(words.say("total"), report.total()));
            table.end();
        }
    }

    private List<String> printed(String name, Totals totals) {
        var figures = totals.figures();
        return List.of(
                name,
                percent(figures.score()),
                percent(figures.tolerated()),
                percent(figures.raw()),
                words.percent(figures.conformance()),
                words.duration(figures.score().out()),
                words.count(totals.edges().late()),
                words.count(totals.edges().early()),
                words.count(totals.edges().absent()),
                words.duration(figures.afterwards().changed()));
    }

    private String percent(Tally tally) {
        return words.percent(tally);
    }
}
