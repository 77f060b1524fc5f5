package dev.rollcall.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What an agent sees of their own working day: the plan, in their own zone.
@org.springframework.stereotype.Component
class OwnDay {

    private final Adherence adherence;
    private final Activities activities;

    OwnDay(Adherence adherence, Activities activities) {
        this.adherence = adherence;
        this.activities = activities;
    }

    Component of(AgentId agent) {
        var section = new Section();
        section.addClassName("own-day");
        var heading = new H2(section.getTranslation("shell.home.today"));
        section.add(heading);
        adherence
                .timeline(agent, null, Scope.ofAgent(agent))
                .filter(day -> !day.schedule().isEmpty())
                .ifPresentOrElse(
                        day -> section.add(plan(day)),
                        () ->
                                section.add(
                                        new Paragraph(section.getTranslation("shell.home.free"))));
        return section;
    }

    private Component plan(PersonTimeline day) {
        var time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(UI.getCurrent().getLocale())
                        .withZone(day.agent().zone());
        var list = new UnorderedList();
        for (var piece : day.schedule()) {
            var name = activities.of(piece.activity()).map(Activity::name).orElse(piece.activity());
            list.add(
                    new ListItem(
                            time.format(piece.start())
                                    + "–"
                                    + time.format(piece.end())
                                    + " "
                                    + name));
        }
        return list;
    }
}
