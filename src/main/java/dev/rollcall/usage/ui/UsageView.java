package dev.rollcall.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Refusals;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.usage.UsageReport;
import dev.rollcall.usage.UsageReport.Question;
import dev.rollcall.usage.UsageReports;
import dev.rollcall.usage.UsageSwitch;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/// Whether it is kept how agents use their own page, and what that says: six questions, from sums.
@Route("settings/usage")
@Menu(title = "usage.title", order = 83, icon = "vaadin:bar-chart-h")
@Requires(Permission.SETTINGS_ADMIN)
final class UsageView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 5_000;

    private final UsageSwitch usage;
    private final UsageReports reports;
    private final UsageWords words = new UsageWords(this::getTranslation, getLocale());
    private final Checkbox on = new Checkbox();
    private final Div answers = new Div();
    private long version;

    UsageView(UsageSwitch usage, UsageReports reports) {
        this.usage = usage;
        this.reports = reports;
        addClassName("usage-view");
        on.setLabel(say("on"));
        on.setHelperText(say("onHelp"));
        on.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(event.getValue());
            }
        });
        answers.addClassName("usage-answers");
        add(new H1(say("title")), new Paragraph(say("what")), on, answers);
        show();
    }

    @Override
    public String getPageTitle() {
        return say("title") + " – Rollcall";
    }

    private String say(String key, Object... values) {
        return getTranslation("usage." + key, values);
    }

    private void show() {
        var standing = usage.standing();
        version = standing.version();
        on.setValue(standing.isOn());
        answers.removeAll();
        if (!standing.isOn()) {
            answers.add(note(say("isOff")));
            return;
        }
        reports.latest().ifPresentOrElse(this::show, () -> answers.add(note(say("tomorrow"))));
    }

    private void show(UsageReport report) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
        answers.add(
                note(
                        report.people() == 0
                                ? say("few", Days.withTime(report.madeAt(), getLocale()))
                                : say(
                                        "of",
                                        report.people(),
                                        day.format(report.from()),
                                        day.format(report.to()),
                                        Days.withTime(report.madeAt(), getLocale()))));
        for (var question : Question.values()) {
            answers.add(answer(question, report));
        }
    }

    private Component answer(Question question, UsageReport report) {
        var title = new H2(say("question." + question));
        title.setId("usage-" + question);
        var section = new Section(title);
        section.getElement().setAttribute("aria-labelledby", "usage-" + question);
        section.addClassName("usage-answer");
        if (question == Question.CORRELATION) {
            section.add(connection(Optional.ofNullable(report.connection())));
            return section;
        }
        var tables =
                report.tables().stream()
                        .filter(table -> table.topic().question() == question)
                        .toList();
        if (tables.isEmpty()) {
            section.add(note(say("nothing")));
        }
        tables.forEach(table -> section.add(table(table)));
        return section;
    }

    private Component connection(Optional<UsageReport.Connection> found) {
        if (found.isEmpty()) {
            return note(say("connection.none"));
        }
        var it = found.get();
        var strength = Math.abs(it.rank()) < 0.2 ? "no" : it.rank() > 0 ? "with" : "against";
        return new Div(
                new Paragraph(say("connection." + strength, words.decimal(it.rank()))),
                new Paragraph(
                        say(
                                "connection.groups",
                                words.points(it.often()),
                                words.points(it.seldom()),
                                it.people())),
                note(say("connection.caution")));
    }

    private Component table(UsageReport.Table table) {
        var body =
                new UsageTableView(
                        say("column." + (table.topic().isOfPeople() ? "people" : "days")),
                        say("column.at"));
        for (var line : table.lines()) {
            body.line(
                    words.line(table.topic(), line.key()),
                    line.percent(),
                    List.of(words.percent(line.percent()), say("atLeast", line.people())));
        }
        var part = new Div(new H3(say("topic." + table.topic())), body);
        if (table.somethingHidden()) {
            part.add(note(say("hidden")));
        }
        part.addClassName("usage-topic");
        return part;
    }

    private static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassName("usage-note");
        return note;
    }

    // ------------------------------------------------------------------ the switch

    private void choose(boolean wanted) {
        if (wanted) {
            switchTo(true);
            return;
        }
        var ask = new ConfirmDialog();
        ask.setHeader(say("off.title"));
        ask.setText(say("off.text"));
        ask.setConfirmText(say("off.confirm"));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("kit.form.cancel"));
        ask.addConfirmListener(_ -> switchTo(false));
        ask.addCancelListener(_ -> show());
        ask.open();
    }

    private void switchTo(boolean wanted) {
        try {
            usage.switchTo(wanted, version);
            tell(say(wanted ? "switchedOn" : "switchedOff"));
        } catch (EditConflict e) {
            tell(say("conflict"));
        } catch (RuntimeException e) {
            tell(Refusals.ofForm(this::getTranslation).say(e));
        }
        show();
    }

    private static void tell(String text) {
        Notification.show(text, MILLIS, Notification.Position.BOTTOM_START);
    }
}
