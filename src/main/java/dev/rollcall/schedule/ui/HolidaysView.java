package dev.rollcall.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.ImportPage;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.schedule.Holiday;
import dev.rollcall.schedule.HolidayCalendar;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.schedule.ScheduleImport;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// The public holidays of a unit: those it keeps itself and those it inherits, added by hand or
/// taken from a calendar.
@PartOfWorkforceManagement
@Route("settings/holidays")
@Menu(title = "schedule.holidays.title", order = 74, icon = "vaadin:flag-o")
@Requires({Permission.SETTINGS_ADMIN, Permission.SCHEDULE_WRITE})
final class HolidaysView extends ImportPage {

    private static final int MESSAGE_MILLIS = 4000;
    private static final String EXAMPLE =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:1@example.org
            SUMMARY:Labour Day
            DTSTART;VALUE=DATE:20260501
            RRULE:FREQ=YEARLY
            END:VEVENT
            END:VCALENDAR\
            """;

    private final HolidayCalendar holidays;
    private final Directory directory;
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final Grid<Holiday> list = new Grid<>();
    private final DatePicker date = new DatePicker();
    private final TextField name = new TextField();
    private final Paragraph trouble = new Paragraph();
    private @Nullable String looked;

    HolidaysView(HolidayCalendar holidays, Directory directory) {
        super("schedule.holidays", ScheduleImport.LARGEST_FILE, EXAMPLE);
        this.holidays = holidays;
        this.directory = directory;
        accept(".ics", "text/calendar");
        var units = holidays.units();
        unit.setLabel(say("unit"));
        unit.setItemLabelGenerator(Unit::name);
        unit.setItems(units);
        unit.addValueChangeListener(_ -> show());
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var kept = new Section(new Paragraph(say("what")), unit, table(), adding(), trouble);
        kept.setWidthFull();
        addBeforeExplanation(kept);
        addBeforeExplanation(new H2(say("fromFile")));
        if (!units.isEmpty()) {
            unit.setValue(units.getFirst());
        }
    }

    // ------------------------------------------------------------------ the list

    private Component table() {
        list.addColumn(holiday -> day(holiday.date()))
                .setHeader(say("date"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        list.addColumn(Holiday::name).setHeader(say("name")).setFlexGrow(1);
        list.addComponentColumn(this::origin)
                .setHeader(say("origin"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        list.setSelectionMode(Grid.SelectionMode.NONE);
        list.setAllRowsVisible(true);
        list.setEmptyStateText(say("none"));
        list.getElement().setAttribute("aria-label", say("title"));
        return list;
    }

    private Component origin(Holiday holiday) {
        var chosen = unit.getValue();
        if (chosen == null || !holiday.unit().equals(chosen.id())) {
            return new Span(
                    directory
                            .unit(holiday.unit())
                            .map(above -> say("inherited", above.name()))
                            .orElse(""));
        }
        var remove = new Button(say("remove"), _ -> guarded(() -> remove(holiday)));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(say("removeNamed", holiday.name(), day(holiday.date())));
        return remove;
    }

    private void remove(Holiday holiday) {
        holidays.remove(holiday.unit(), holiday.date());
        tell(say("removed", holiday.name()));
        show();
    }

    private Component adding() {
        date.setLabel(say("date"));
        date.setLocale(getLocale());
        name.setLabel(say("name"));
        name.setMaxLength(200);
        var add = new Button(say("add"), _ -> guarded(this::add));
        var row = new HorizontalLayout(date, name, add);
        row.setWrap(true);
        row.setAlignItems(FlexComponent.Alignment.BASELINE);
        return row;
    }

    private void add() {
        var chosen = unit.getValue();
        var day = date.getValue();
        if (chosen == null || day == null) {
            complain(say("dateNeeded"));
            return;
        }
        holidays.put(chosen.id(), day, name.getValue());
        tell(say("added", name.getValue().strip()));
        date.clear();
        name.clear();
        date.focus();
        show();
    }

    private void show() {
        var chosen = unit.getValue();
        guarded(() -> list.setItems(chosen == null ? List.of() : holidays.upcoming(chosen.id())));
        var text = looked;
        if (text != null) {
            look(text);
        }
    }

    private void guarded(Runnable work) {
        trouble.setVisible(false);
        try {
            work.run();
        } catch (DataAccessException e) {
            complain(getTranslation("kit.browse.away"));
        } catch (RuntimeException e) {
            complain(Refusals.ofForm(this::getTranslation).say(e));
        }
    }

    private void complain(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(true);
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(getLocale())
                .format(day);
    }

    // ------------------------------------------------------------------ the file

    @Override
    protected void forgotten() {
        looked = null;
    }

    @Override
    public void look(String text) {
        looked = text;
        run(text, false, true);
    }

    private void run(String text, boolean partial, boolean dryRun) {
        var chosen = unit.getValue();
        if (chosen == null) {
            fail(say("unitNeeded"));
            return;
        }
        HolidayCalendar.Report report;
        try {
            report = holidays.importIcs(chosen.id(), text, partial, dryRun);
        } catch (DataAccessException e) {
            fail(getTranslation("kit.browse.away"));
            return;
        }
        if (report.written()) {
            forgetFile();
            showResult("doneTitle", new Paragraph(say("done", report.days().size())));
            show();
        } else {
            showResult(
                    "previewTitle",
                    new Paragraph(say("brings", report.days().size(), chosen.name())));
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
                addResult(changes(report.days()));
            }
        }
    }

    private Grid<ScheduleImport.BadLine> badLines(List<ScheduleImport.BadLine> lines) {
        var grid = new Grid<ScheduleImport.BadLine>();
        grid.addColumn(ScheduleImport.BadLine::line)
                .setHeader(getTranslation("schedule.import.line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(line ->
                        getTranslation("schedule.line." + line.problem(), line.values().toArray()))
                .setHeader(getTranslation("schedule.import.problem"))
                .setFlexGrow(1);
        return wrapped(list(grid, lines, "badLines"));
    }

    private Grid<HolidayCalendar.Change> changes(List<HolidayCalendar.Change> changes) {
        var grid = new Grid<HolidayCalendar.Change>();
        grid.addColumn(change -> day(change.date())).setHeader(say("date")).setAutoWidth(true);
        grid.addColumn(HolidayCalendar.Change::name).setHeader(say("name")).setAutoWidth(true);
        grid.addColumn(this::news).setHeader(say("news")).setAutoWidth(true);
        return list(grid, changes, "days");
    }

    private String news(HolidayCalendar.Change change) {
        return change.before().isEmpty()
                ? say("new")
                : change.before().equals(change.name())
                        ? say("same")
                        : say("renamed", change.before());
    }
}
