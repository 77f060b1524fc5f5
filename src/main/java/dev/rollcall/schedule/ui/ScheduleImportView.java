package dev.rollcall.schedule.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.ImportPage;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.schedule.PlanExport;
import dev.rollcall.schedule.PlanFile;
import dev.rollcall.schedule.PlanFile.Format;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.ScheduleImport;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.util.UriUtils;

/// Takes plans from a file: shows first what it would bring and which lines are bad, and writes
/// nothing before somebody says so.
@PartOfWorkforceManagement
@Route("plans/import")
@Menu(title = "schedule.import.title", order = 30, icon = "vaadin:upload-alt")
@Requires(Permission.SCHEDULE_WRITE)
class ScheduleImportView extends ImportPage {

    private static final long serialVersionUID = 1L;

    private static final String TABLE =
            ScheduleImport.HEADER
                    + """

                    agent-017,2026-03-02,WORK,08:00,16:30
                    agent-017,2026-03-02,LUNCH,12:00,12:30
                    agent-018,2026-03-02,WORK,22:00,06:00\
                    """;
    private static final String CALENDAR =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:1@example.org
            X-ROLLCALL-AGENT:agent-017
            SUMMARY:Work
            DTSTART;TZID=Europe/Berlin:20260302T080000
            DTEND;TZID=Europe/Berlin:20260302T163000
            RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260331
            END:VEVENT
            END:VCALENDAR\
            """;
    private static final String SHIFTS =
            """
            {"value": [{
              "userId": "agent-017",
              "sharedShift": {
                "displayName": "Day shift",
                "startDateTime": "2026-03-02T07:00:00Z",
                "endDateTime": "2026-03-02T15:30:00Z",
                "activities": [{
                  "displayName": "Lunch",
                  "startDateTime": "2026-03-02T11:00:00Z",
                  "endDateTime": "2026-03-02T11:30:00Z"}]}}]}\
            """;

    private final transient ScheduleImport schedules;
    private final transient Directory directory;
    private final transient Access access;
    private final Segments<Format> formats;
    private final ComboBox<Agent> owner = new ComboBox<>();
    private final ComboBox<Activity> otherwise = new ComboBox<>();
    private Format format = Format.CSV;
    private @Nullable String looked;

    ScheduleImportView(
            ScheduleImport schedules,
            PlanExport plans,
            Directory directory,
            Access access,
            Activities activities,
            ApplicationClock clock) {
        super("schedule.import", ScheduleImport.LARGEST_FILE, TABLE);
        this.schedules = schedules;
        this.directory = directory;
        this.access = access;
        formats =
                new Segments<>(
                        say("format"),
                        List.of(Format.values()),
                        each -> say("format." + each),
                        this::choose);
        addBeforeExplanation(formats);
        addBeforeFile(choices(activities));
        choose(format);
        if (access.viewer().may(Permission.SCHEDULE_VIEW)) {
            add(new PlanExportPanel(plans, directory, access, clock));
        }
    }

    @Override
    protected List<Paragraph> explain() {
        return List.of(new Paragraph(say("explanation")), new Paragraph(say("always")));
    }

    // ------------------------------------------------------------------ the format

    private HorizontalLayout choices(Activities activities) {
        owner.setLabel(say("owner"));
        owner.setPlaceholder(say("owner.each"));
        owner.setClearButtonVisible(true);
        owner.setItemLabelGenerator(Agent::name);
        owner.setItems(directory.agents(access.scope(Permission.SCHEDULE_WRITE)));
        owner.addValueChangeListener(_ -> lookAgain());
        otherwise.setPlaceholder(say("otherwise.none"));
        otherwise.setClearButtonVisible(true);
        otherwise.setItemLabelGenerator(Activity::name);
        otherwise.setItems(activities.all());
        otherwise.addValueChangeListener(_ -> lookAgain());
        var choices = new HorizontalLayout(owner, otherwise);
        choices.setWrap(true);
        return choices;
    }

    private void choose(Format chosen) {
        format = chosen;
        formats.show(chosen);
        startOver();
        owner.setVisible(chosen == Format.ICS);
        otherwise.setVisible(chosen != Format.CSV);
        otherwise.setLabel(say(chosen == Format.GRAPH ? "otherwise.GRAPH" : "otherwise"));
        switch (chosen) {
            case CSV -> {
                accept(".csv", "text/csv", "application/vnd.ms-excel");
                explain(explain(), TABLE);
            }
            case ICS -> {
                accept(".ics", "text/calendar");
                explain(explained(chosen), CALENDAR);
            }
            case GRAPH -> {
                accept(".json", "application/json");
                explain(explained(chosen), SHIFTS);
            }
        }
    }

    private List<Paragraph> explained(Format chosen) {
        return List.of(new Paragraph(say("explanation." + chosen)), new Paragraph(say("always")));
    }

    @Override
    protected void forgotten() {
        looked = null;
    }

    private void lookAgain() {
        var text = looked;
        if (text != null) {
            look(text);
        }
    }

    // ------------------------------------------------------------------ the file

    @Override
    public void look(String text) {
        looked = text;
        run(text, false, true);
    }

    private PlanFile file(String text) {
        var agent = format == Format.ICS ? owner.getValue() : null;
        var activity = format == Format.CSV ? null : otherwise.getValue();
        return new PlanFile(
                format,
                text,
                agent == null ? null : agent.externalId(),
                activity == null ? null : activity.code());
    }

    private void run(String text, boolean partial, boolean dryRun) {
        ScheduleImport.Report report;
        try {
            var viewer = access.viewer();
            report =
                    schedules.importFile(
                            file(text),
                            partial,
                            dryRun,
                            viewer.scope(Permission.SCHEDULE_WRITE),
                            viewer.actor());
        } catch (InvalidInput e) {
            fail(e.problems().getFirst().detail());
            return;
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
        grid.addColumn(line -> place(line))
                .setHeader(say(format == Format.GRAPH ? "place" : "line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(line -> sentence(line)).setHeader(say("problem")).setFlexGrow(1);
        return wrapped(list(grid, lines, "badLines"));
    }

    private static String place(ScheduleImport.BadLine line) {
        var pointer = line.pointer();
        return pointer == null || pointer.isEmpty() ? Long.toString(line.line()) : pointer;
    }

    private String sentence(ScheduleImport.BadLine line) {
        return getTranslation("schedule.line." + line.problem(), line.values().toArray());
    }

    private Grid<ScheduleImport.Day> days(List<ScheduleImport.Day> days) {
        var grid = new Grid<ScheduleImport.Day>();
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
        grid.addColumn(
                        LitRenderer.<ScheduleImport.Day>of(
                                        "<a href=${item.versions}>${item.name}</a>")
                                .withProperty("name", this::name)
                                .withProperty("versions", this::versions))
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

    /// Where the versions of a day are.
    private String versions(ScheduleImport.Day day) {
        return "planner/versions/"
                + directory
                        .agent(day.agent())
                        .map(agent -> UriUtils.encodePathSegment(agent.externalId(), UTF_8))
                        .orElse("")
                + "/"
                + day.date();
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
