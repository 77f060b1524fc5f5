package dev.rollcall.schedule.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.ImportPage;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.ScheduleImport;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DataAccessException;

/// Takes plans from a file: shows first what it would bring and which lines are bad, and writes
/// nothing before somebody says so.
@Route("planner")
@Menu(title = "schedule.import.title", order = 30, icon = "vaadin:upload-alt")
@Requires(Permission.SCHEDULE_WRITE)
class ScheduleImportView extends ImportPage {

    private static final long serialVersionUID = 1L;

    private static final String EXAMPLE =
            ScheduleImport.HEADER
                    + """

                    agent-017,2026-03-02,WORK,08:00,16:30
                    agent-017,2026-03-02,LUNCH,12:00,12:30
                    agent-018,2026-03-02,WORK,22:00,06:00\
                    """;

    private final transient ScheduleImport schedules;
    private final transient Directory directory;
    private final transient Access access;

    ScheduleImportView(ScheduleImport schedules, Directory directory, Access access) {
        super("schedule.import", ScheduleImport.LARGEST_FILE, EXAMPLE);
        this.schedules = schedules;
        this.directory = directory;
        this.access = access;
    }

    @Override
    public void look(String text) {
        run(text, false, true);
    }

    private void run(String text, boolean partial, boolean dryRun) {
        ScheduleImport.Report report;
        try {
            var viewer = access.viewer();
            report =
                    schedules.importCsv(
                            text,
                            partial,
                            dryRun,
                            viewer.scope(Permission.SCHEDULE_WRITE),
                            viewer.actor());
        } catch (DataAccessException e) {
            fail(say("away"));
            return;
        }
        if (report.written()) {
            forgetFile();
            showResult(
                    "doneTitle",
                    new Paragraph(say("done", report.imported(), report.days().size())));
        } else {
            showResult("previewTitle", new Paragraph(summary(report)));
        }
        if (!report.rejected().isEmpty()) {
            addResult(badLines(report.rejected()));
        }
        if (!report.written()) {
            boolean clean = report.rejected().isEmpty();
            addResult(
                    actions(
                            say(clean ? "all" : "goodOnly"),
                            !report.days().isEmpty(),
                            () -> run(text, !clean, false)));
            if (!report.days().isEmpty()) {
                addResult(days(report.days()));
            }
        }
    }

    private String summary(ScheduleImport.Report report) {
        var good = say("good", report.imported(), report.days().size());
        return report.rejected().isEmpty()
                ? good
                : good + " " + say("bad", report.rejected().size());
    }

    private Grid<ScheduleImport.BadLine> badLines(List<ScheduleImport.BadLine> lines) {
        var grid = new Grid<ScheduleImport.BadLine>();
        grid.addColumn(ScheduleImport.BadLine::line)
                .setHeader(say("line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(line -> sentence(line)).setHeader(say("problem")).setFlexGrow(1);
        return wrapped(list(grid, lines, "badLines"));
    }

    private String sentence(ScheduleImport.BadLine line) {
        return getTranslation("schedule.line." + line.problem(), line.values().toArray());
    }

    private Grid<ScheduleImport.Day> days(List<ScheduleImport.Day> days) {
        var grid = new Grid<ScheduleImport.Day>();
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
        grid.addColumn(day -> name(day))
                .setHeader(say("agent"))
                .setComparator(Comparator.comparing(this::name));
        grid.addColumn(day -> dates.format(day.date()))
                .setHeader(say("date"))
                .setComparator(Comparator.comparing(ScheduleImport.Day::date));
        grid.addColumn(day -> hours(day)).setHeader(say("hours"));
        grid.addColumn(day -> day.activities().size()).setHeader(say("entries"));
        grid.getColumns().forEach(column -> column.setAutoWidth(true));
        return list(grid, days, "days");
    }

    private String name(ScheduleImport.Day day) {
        return directory.agent(day.agent()).map(Agent::name).orElse("");
    }

    /// From the first start to the last end, as the agent's clock shows it.
    private String hours(ScheduleImport.Day day) {
        var zone = directory.agent(day.agent()).map(Agent::zone).orElse(ZoneId.of("UTC"));
        var start =
                day.activities().stream()
                        .map(PlannedActivity::span)
                        .map(span -> span.start())
                        .min(Comparator.naturalOrder());
        var end =
                day.activities().stream()
                        .map(PlannedActivity::span)
                        .map(span -> span.end())
                        .max(Comparator.naturalOrder());
        return start.map(instant -> time(instant, zone)).orElse("")
                + "–"
                + end.map(instant -> time(instant, zone)).orElse("");
    }

    private String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone).format(instant);
    }
}
