package dev.rollcall.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;

/// What an agent sees of their own day: the plan, in their own zone.
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
        var time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(UI.getCurrent().getLocale())
                        .withZone(agent.zone());
        var list = new UnorderedList();
        plan.activities().stream()
                .sorted(Comparator.comparing((PlannedActivity a) -> a.span().start()))
                .forEach(entry ->
                        list.add(
                                new ListItem(
                                        time.format(entry.span().start())
                                                + "–"
                                                + time.format(entry.span().end())
                                                + " "
                                                + name(entry.activity()))));
        return list;
    }

    private String name(String activity) {
        return activities.of(activity).map(Activity::name).orElse(activity);
    }
}
