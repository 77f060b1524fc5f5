package dev.rollcall.schedule.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.CsvUpload;
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
class ScheduleImportView extends VerticalLayout implements HasDynamicTitle {

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

    private final CsvUpload upload;
    private final Section result = new Section();

    ScheduleImportView(ScheduleImport schedules, Directory directory, Access access) {
        this.schedules = schedules;
        this.directory = directory;
        this.access = access;
        upload =
                new CsvUpload(
                        ScheduleImport.LARGEST_FILE, this::look, this::fail, result::removeAll);
        result.setWidthFull();
        // Screen readers hear what became of the file.
        result.getElement().setAttribute("aria-live", "polite");
        addClassName("schedule-import");
        add(new H1(getTranslation("schedule.import.title")), explanation(), upload, result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("schedule.import.title") + " – Rollcall";
    }

    private Section explanation() {
        var example = new Pre(EXAMPLE);
        example.getElement().setAttribute("tabindex", "0");
        example.getElement().setAttribute("aria-label", getTranslation("schedule.import.example"));
        var explanation =
                new Section(new Paragraph(getTranslation("schedule.import.explanation")), example);
        explanation.setWidthFull();
        return explanation;
    }

    /// Shows what a file would bring; the start of everything here.
    void look(String text) {
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
            fail(getTranslation("schedule.import.away"));
            return;
        }
        result.removeAll();
        if (report.written()) {
            upload.clearFileList();
            result.add(
                    new H2(getTranslation("schedule.import.doneTitle")),
                    new Paragraph(
                            getTranslation(
                                    "schedule.import.done",
                                    report.imported(),
                                    report.days().size())));
        } else {
            result.add(new H2(getTranslation("schedule.import.previewTitle")));
            result.add(new Paragraph(summary(report)));
        }
        if (!report.rejected().isEmpty()) {
            result.add(badLines(report.rejected()));
        }
        if (!report.written()) {
            result.add(actions(text, report));
            if (!report.days().isEmpty()) {
                result.add(days(report.days()));
            }
        }
    }

    private String summary(ScheduleImport.Report report) {
        var good = getTranslation("schedule.import.good", report.imported(), report.days().size());
        return report.rejected().isEmpty()
                ? good
                : good + " " + getTranslation("schedule.import.bad", report.rejected().size());
    }

    private HorizontalLayout actions(String text, ScheduleImport.Report report) {
        boolean clean = report.rejected().isEmpty();
        var carryOn =
                new Button(
                        getTranslation(clean ? "schedule.import.all" : "schedule.import.goodOnly"),
                        click -> run(text, !clean, false));
        carryOn.addThemeVariants(ButtonVariant.PRIMARY);
        carryOn.setDisableOnClick(true);
        carryOn.setEnabled(!report.days().isEmpty());
        var discard =
                new Button(
                        getTranslation("schedule.import.discard"),
                        click -> {
                            result.removeAll();
                            upload.clearFileList();
                        });
        var actions = new HorizontalLayout(carryOn, discard);
        actions.setWrap(true);
        return actions;
    }

    private Grid<ScheduleImport.BadLine> badLines(List<ScheduleImport.BadLine> lines) {
        var grid = new Grid<ScheduleImport.BadLine>();
        grid.addColumn(ScheduleImport.BadLine::line)
                .setHeader(getTranslation("schedule.import.line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(line -> sentence(line))
                .setHeader(getTranslation("schedule.import.problem"))
                .setFlexGrow(1);
        grid.setItems(lines);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("theme", "wrap-cell-content");
        grid.getElement().setAttribute("aria-label", getTranslation("schedule.import.badLines"));
        grid.setAllRowsVisible(lines.size() <= 10);
        return grid;
    }

    private String sentence(ScheduleImport.BadLine line) {
        return getTranslation("schedule.line." + line.problem(), line.values().toArray());
    }

    private Grid<ScheduleImport.Day> days(List<ScheduleImport.Day> days) {
        var grid = new Grid<ScheduleImport.Day>();
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
        grid.addColumn(day -> name(day))
                .setHeader(getTranslation("schedule.import.agent"))
                .setComparator(Comparator.comparing(this::name));
        grid.addColumn(day -> dates.format(day.date()))
                .setHeader(getTranslation("schedule.import.date"))
                .setComparator(Comparator.comparing(ScheduleImport.Day::date));
        grid.addColumn(day -> hours(day)).setHeader(getTranslation("schedule.import.hours"));
        grid.addColumn(day -> day.activities().size())
                .setHeader(getTranslation("schedule.import.entries"));
        grid.getColumns().forEach(column -> column.setAutoWidth(true));
        grid.setItems(days);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("schedule.import.days"));
        grid.setAllRowsVisible(days.size() <= 10);
        return grid;
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

    private void fail(String sentence) {
        result.removeAll();
        var paragraph = new Paragraph(sentence);
        paragraph.getElement().setAttribute("role", "alert");
        result.add(paragraph);
    }
}
