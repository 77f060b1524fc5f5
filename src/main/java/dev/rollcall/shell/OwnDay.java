package dev.rollcall.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.kit.ActivityTone;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What an agent sees of their own day: what is visible of the plan, in their own zone, with what
/// is due now marked.
@org.springframework.stereotype.Component
class OwnDay {

    private final Directory directory;
    private final Schedules schedules;
    private final Activities activities;
    private final ApplicationClock clock;

    OwnDay(
            Directory directory,
            Schedules schedules,
            Activities activities,
            ApplicationClock clock) {
        this.directory = directory;
        this.schedules = schedules;
        this.activities = activities;
        this.clock = clock;
    }

    Component of(AgentId id) {
        var section = new Section();
        section.addClassName("own-day");
        // A long day scrolls, also for whoever has no pointer: something in it must take the focus.
        section.getElement().setAttribute("tabindex", "0");
        section.getElement().setAttribute("aria-label", section.getTranslation("shell.home.today"));
        section.add(new H2(section.getTranslation("shell.home.today")));
        directory
                .agent(id)
                .flatMap(agent ->
                        schedules
                                .plan(id, LocalDate.ofInstant(clock.instant(), agent.zone()))
                                .filter(plan -> !plan.activities().isEmpty())
                                .map(plan -> list(agent, plan)))
                .ifPresentOrElse(
                        section::add,
                        () ->
                                section.add(
                                        new Paragraph(section.getTranslation("shell.home.free"))));
        return section;
    }

    private Component list(Agent agent, DayPlan plan) {
        var now = clock.instant();
        var time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(UI.getCurrent().getLocale())
                        .withZone(agent.zone());
        var list = new OrderedList();
        Layers.visible(plan.activities(), activities::categoryOf)
                .forEach(piece -> list.add(item(piece, time, now)));
        return list;
    }

    private ListItem item(Layers.Piece piece, DateTimeFormatter time, Instant now) {
        var span = piece.span();
        var hours = new Span(time.format(span.start()) + "–" + time.format(span.end()));
        hours.addClassName("own-day-hours");
        var swatch = new Span();
        swatch.addClassName("own-day-swatch");
        swatch.getStyle()
                .set(
                        "--swatch",
                        "var(--rollcall-activity-" + ActivityTone.of(colour(piece)).token() + ")");
        var item = new ListItem(hours, swatch, new Span(name(piece.activity())));
        if (!span.end().isAfter(now)) {
            item.addClassName("is-over");
        } else if (!span.start().isAfter(now)) {
            item.addClassName("is-now");
            item.getElement().setAttribute("aria-current", "time");
            var mark = new Span(item.getTranslation("shell.home.now"));
            mark.addClassName("own-day-now");
            item.add(mark);
        }
        return item;
    }

    private String colour(Layers.Piece piece) {
        return activities.of(piece.activity()).map(Activity::colour).orElse("other");
    }

    private String name(String activity) {
        return activities.of(activity).map(Activity::name).orElse(activity);
    }
}
