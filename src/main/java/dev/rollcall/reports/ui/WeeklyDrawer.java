package dev.rollcall.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.Refusals;
import dev.rollcall.reports.Totals;
import dev.rollcall.reports.WeeklyDetail;
import dev.rollcall.reports.WeeklyNote;
import dev.rollcall.reports.WeeklyReports;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One person's week: figures then and now, day by day, what recurs, signs of strain, and the note
/// for the talk.
final class WeeklyDrawer extends Drawer {

    private final WeeklyDetail detail;
    private final ReportWords words;
    private final PatternWords patterns;
    private final WeeklyReports reports;
    private final Access access;
    private final ZoneId zone;
    private final Runnable onSaved;

    WeeklyDrawer(
            WeeklyDetail detail,
            ReportWords words,
            WeeklyReports reports,
            Access access,
            ZoneId zone,
            Runnable onSaved,
            Runnable onClose) {
        super(onClose);
        this.detail = detail;
        this.words = words;
        this.patterns = new PatternWords(words);
        this.reports = reports;
        this.access = access;
        this.zone = zone;
        this.onSaved = onSaved;
        addClassName("weekly-drawer");
        var report = detail.report();
        setTitle(report.agent().name(), words.period(report.monday(), report.sunday()));
        add(
                new Paragraph(
                        words.say("weekly.prepared", words.moment(report.preparedAt(), zone))),
                pdf(),
                new H3(words.say("weekly.figures")),
                scrolling(figures(), words.say("weekly.figures")),
                new H3(words.say("weekly.days")),
                scrolling(days(), words.say("weekly.days")),
                new H3(words.say("recurrence.title")),
                new Paragraph(patterns.judgement(detail.recurrence())),
                new H3(words.say("strain.title")),
                detail.strains().isEmpty()
                        ? new Paragraph(words.say("strain.none"))
                        : new StrainList(detail.strains(), patterns),
                new Anchor("reports/person/" + report.agent().externalId(), words.say("toPerson")),
                new H3(words.say("weekly.note")));
        note();
    }

    private Anchor pdf() {
        DownloadHandler handler =
                event -> {
                    event.setFileName(
                            "week-"
                                    + detail.report().monday()
                                    + "-"
                                    + detail.report().agent().externalId()
                                    + ".pdf");
                    event.setContentType("application/pdf");
                    try (var out = event.getOutputStream()) {
                        new WeeklyPdf(words).write(detail, zone, out);
                    }
                };
        var link = new Anchor(handler, AttachmentType.DOWNLOAD, "");
        link.setText(words.say("weekly.print"));
        link.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        link.addClassName("audit-export");
        return link;
    }

    private static Div scrolling(Component table, String label) {
        var scrolling = new Div(table);
        scrolling.addClassName("report-table");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", label);
        return scrolling;
    }

    private PlainTable figures() {
        var table =
                new PlainTable(
                        "reports.weekly.asOf",
                        "reports.score",
                        "reports.tolerated",
                        "reports.raw",
                        "reports.out");
        table.line(line(words.say("weekly.then"), detail.report().prepared()));
        table.line(line(words.say("weekly.now"), detail.now()));
        table.line(line(words.say("weekly.before"), detail.before()));
        table.line(List.of(words.say("goal"), words.percent(detail.target()), "", "", ""));
        return table;
    }

    private List<String> line(String name, Totals totals) {
        var figures = totals.figures();
        return List.of(
                name,
                words.percent(figures.score()),
                words.percent(figures.tolerated()),
                words.percent(figures.raw()),
                words.duration(figures.score().out()));
    }

    private PlainTable days() {
        var table =
                new PlainTable(
                        "reports.by.DAY",
                        "reports.score",
                        "reports.out",
                        "reports.late",
                        "reports.early",
                        "reports.absent");
        detail.days()
                .forEach((date, totals) ->
                        table.line(
                                List.of(
                                        words.day(date),
                                        words.percent(totals.figures().score()),
                                        words.duration(totals.figures().score().out()),
                                        words.count(totals.edges().late()),
                                        words.count(totals.edges().early()),
                                        words.count(totals.edges().absent()))));
        return table;
    }

    // ------------------------------------------------------------------ the note

    private void note() {
        var report = detail.report();
        var newest = report.note();
        if (newest != null) {
            var by = new Paragraph(said(newest));
            by.addClassName("board-second");
            add(by);
        }
        boolean own = access.viewer().agent().equals(Optional.of(report.agent().id()));
        if (own || !access.viewer().may(Permission.ADHERENCE_WRITE)) {
            var text =
                    new Paragraph(newest == null ? words.say("weekly.note.none") : newest.text());
            text.addClassName("weekly-note");
            add(text);
        } else {
            add(form(newest == null ? "" : newest.text()));
        }
        var older = detail.notes().stream().skip(newest == null ? 0 : 1).toList();
        if (!older.isEmpty()) {
            var list = new Div();
            for (var each : older) {
                var text = new Paragraph(each.text().isEmpty() ? "–" : each.text());
                text.addClassName("weekly-note");
                var by = new Paragraph(said(each));
                by.addClassName("board-second");
                list.add(by, text);
            }
            add(new Details(words.say("weekly.note.older", older.size()), list));
        }
    }

    private String said(WeeklyNote note) {
        return words.say("weekly.note.by", note.writer(), words.moment(note.at(), zone));
    }

    private Component form(String text) {
        var field = new TextArea(words.say("weekly.note.field"));
        field.setHelperText(words.say("weekly.note.help"));
        field.setMaxLength(WeeklyReports.LONGEST_NOTE);
        field.setValue(text);
        field.setWidthFull();
        field.setMinHeight("7rem");
        var trouble = new Paragraph();
        trouble.getElement().setAttribute("role", "alert");
        var save = new Button(words.say("weekly.note.save"), _ -> save(field.getValue(), trouble));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(field, trouble, save);
        form.addClassName("weekly-form");
        return form;
    }

    private void save(String text, Paragraph trouble) {
        var report = detail.report();
        trouble.setText("");
        try {
            reports.note(
                    report.agent().id(),
                    report.monday(),
                    text,
                    report.noteVersion(),
                    access.scope(Permission.ADHERENCE_WRITE));
        } catch (RuntimeException e) {
            trouble.setText(Refusals.ofForm(this::getTranslation).say(e));
            return;
        }
        onSaved.run();
    }
}
