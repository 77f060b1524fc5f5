package dev.rollcall.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.schedule.PlanConflict;
import dev.rollcall.schedule.PlanDifference;
import dev.rollcall.schedule.Planning;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// How one person's plan of one day came about: every version, who wrote it when, and what it
/// changed. Any of them can be made the plan again.
@PartOfWorkforceManagement
@Route("planner/versions/:agent/:date")
@Requires(Permission.SCHEDULE_VIEW)
final class PlanVersionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MESSAGE_MILLIS = 4000;

    private final Planning planning;
    private final Directory directory;
    private final Activities activities;
    private final Access access;
    private final H1 title = new H1();
    private final Paragraph what = new Paragraph();
    private final Div body = new Div();
    private String agent = "";
    private LocalDate date = LocalDate.EPOCH;

    PlanVersionsView(Planning planning, Directory directory, Activities activities, Access access) {
        this.planning = planning;
        this.directory = directory;
        this.activities = activities;
        this.access = access;
        addClassNames("import-page", "plan-versions");
        title.setText(say("title"));
        body.getElement().setAttribute("aria-live", "polite");
        add(title, what, body);
    }

    private String say(String key, Object... values) {
        return getTranslation("schedule.versions." + key, values);
    }

    @Override
    public String getPageTitle() {
        return say("title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        agent = event.getRouteParameters().get("agent").orElse("");
        try {
            date = LocalDate.parse(event.getRouteParameters().get("date").orElse(""));
        } catch (DateTimeParseException e) {
            tell("gone");
            return;
        }
        show();
    }

    private void show() {
        List<Planning.Version> versions;
        try {
            versions = planning.versions(agent, date, access.scope(Permission.SCHEDULE_VIEW));
        } catch (NotFound e) {
            tell("gone");
            return;
        } catch (DataAccessException e) {
            what.setText(getTranslation("kit.browse.away"));
            return;
        }
        var person = directory.agent(agent).orElseThrow();
        what.setText(
                say(
                        "what",
                        person.name(),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(getLocale())
                                .format(date)));
        body.removeAll();
        if (versions.isEmpty()) {
            body.add(new Paragraph(say("none")));
            return;
        }
        var list = new OrderedList();
        list.addClassName("plan-version-list");
        list.getElement().setAttribute("aria-label", say("title"));
        for (var version : versions) {
            list.add(item(version, versions.getFirst().plan(), person));
        }
        body.add(list);
    }

    private void tell(String key) {
        what.setText(say(key));
        body.removeAll();
    }

    private ListItem item(Planning.Version version, DayPlan current, Agent person) {
        var plan = version.plan();
        boolean isCurrent = plan.version() == current.version();
        var item = new ListItem(new H2(say(isCurrent ? "current" : "number", plan.version())));
        item.add(new Paragraph(say("by", plan.changedBy(), moment(plan.changedAt(), person))));
        var changes = new UnorderedList();
        version.changes().forEach(change -> changes.add(new ListItem(sentence(change, person))));
        item.add(version.changes().isEmpty() ? new Paragraph(say("same")) : (Component) changes);
        if (!isCurrent && mayWrite(person)) {
            var restore = new Button(say("restore"), _ -> ask(plan, current));
            restore.setAriaLabel(say("restoreNumber", plan.version()));
            restore.addThemeVariants(ButtonVariant.SMALL);
            item.add(restore);
        }
        return item;
    }

    private boolean mayWrite(Agent person) {
        return access.scope(Permission.SCHEDULE_WRITE).includes(person, null);
    }

    // ------------------------------------------------------------------ in words

    private String sentence(PlanDifference.Change change, Agent person) {
        var name = activities.of(change.activity()).map(Activity::name).orElse(change.activity());
        return say(
                "change." + change.kind(),
                name,
                hours(change.before(), person.zone()),
                hours(change.after(), person.zone()));
    }

    private String hours(@Nullable TimeSpan span, ZoneId zone) {
        return span == null ? "" : time(span.start(), zone) + "–" + time(span.end(), zone);
    }

    private static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone).format(instant);
    }

    private String moment(Instant instant, Agent person) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(person.zone())
                .format(instant);
    }

    // ------------------------------------------------------------------ restoring

    private void ask(DayPlan old, DayPlan current) {
        var question =
                new ConfirmDialog(
                        say("restoreNumber", old.version()),
                        say("restoreText", current.version() + 1),
                        say("restore"),
                        _ -> restore(old, current));
        question.setCancelable(true);
        question.setCancelText(getTranslation("kit.form.cancel"));
        question.open();
    }

    private void restore(DayPlan old, DayPlan current) {
        var viewer = access.viewer();
        String told;
        try {
            var restored =
                    planning.restore(
                            agent,
                            date,
                            old.version(),
                            current.version(),
                            viewer.scope(Permission.SCHEDULE_WRITE),
                            viewer.actor());
            told = say("restored", old.version(), restored.version());
        } catch (PlanConflict e) {
            told = say("conflict");
        } catch (InvalidInput | NotFound e) {
            told = getTranslation("kit.form.refused");
        } catch (DataAccessException e) {
            told = getTranslation("kit.browse.away");
        }
        show();
        Notification.show(told, MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
    }
}
