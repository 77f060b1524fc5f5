package dev.rollcall.schedule.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.schedule.PlanExport;
import dev.rollcall.schedule.PlanExport.Format;
import dev.rollcall.schedule.PlanExport.Wanted;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Takes plans along as a file: some days of a unit or of everybody one may see.
final class PlanExportPanel extends Section {

    private final PlanExport plans;
    private final Access access;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final Paragraph trouble = new Paragraph();
    private final Div files = new Div();

    PlanExportPanel(PlanExport plans, Directory directory, Access access, ApplicationClock clock) {
        this.plans = plans;
        this.access = access;
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        date(from, "from", today);
        date(to, "to", today.plusDays(6));
        unit.setLabel(say("unit"));
        unit.setPlaceholder(say("everybody"));
        unit.setClearButtonVisible(true);
        unit.setItemLabelGenerator(Unit::name);
        unit.setItems(directory.units(access.scope(Permission.SCHEDULE_VIEW)));
        var choices = new HorizontalLayout(from, to, unit);
        choices.setWrap(true);
        trouble.getElement().setAttribute("role", "alert");
        trouble.addClassName("form-problem");
        files.addClassName("plan-files");
        for (var format : Format.values()) {
            files.add(file(format));
        }
        add(new H2(say("title")), new Paragraph(say("explanation")), choices, trouble, files);
        setWidthFull();
        check();
    }

    private void date(DatePicker picker, String key, LocalDate value) {
        picker.setLabel(say(key));
        picker.setLocale(getLocale());
        picker.setValue(value);
        picker.addValueChangeListener(_ -> check());
    }

    private String say(String key, Object... values) {
        return getTranslation("schedule.export." + key, values);
    }

    /// Offers files only for days there can be files of.
    private void check() {
        var first = from.getValue();
        var last = to.getValue();
        var wrong =
                first == null || last == null
                        ? say("both")
                        : last.isBefore(first)
                                ? say("order")
                                : last.isAfter(first.plusDays(PlanExport.MOST_DAYS - 1L))
                                        ? say("long", PlanExport.MOST_DAYS)
                                        : "";
        trouble.setText(wrong);
        trouble.setVisible(!wrong.isEmpty());
        files.setVisible(wrong.isEmpty());
    }

    private @Nullable Wanted wanted() {
        var first = from.getValue();
        var last = to.getValue();
        var place = unit.getValue();
        return !files.isVisible() || first == null || last == null
                ? null
                : new Wanted(first, last, place == null ? null : place.id(), null);
    }

    private Anchor file(Format format) {
        var ending = format.name().toLowerCase(Locale.ROOT);
        DownloadHandler handler =
                event -> {
                    var asked = new AtomicReference<@Nullable Wanted>();
                    event.getUI().accessSynchronously(() -> asked.set(wanted()));
                    var wanted = asked.get();
                    if (wanted == null) {
                        event.getResponse().setStatus(400);
                        return;
                    }
                    event.setFileName("plans-" + wanted.from() + "-" + wanted.to() + "." + ending);
                    event.setContentType(type(format));
                    try (var out = event.getOutputStream()) {
                        plans.write(wanted, format, access.scope(Permission.SCHEDULE_VIEW), out);
                    } catch (InvalidInput e) {
                        event.getResponse().setStatus(400);
                    }
                };
        var link = new Anchor(handler, AttachmentType.DOWNLOAD, "");
        link.setText(say("file." + format));
        link.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        link.addClassName("plan-file");
        return link;
    }

    private static String type(Format format) {
        return switch (format) {
            case CSV -> "text/csv;charset=UTF-8";
            case ICS -> "text/calendar;charset=UTF-8";
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        };
    }
}
