package dev.rollcall.planner.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.planner.Publication;
import dev.rollcall.planner.RosterDay;
import java.util.function.Function;

/// What publishing would change, person by person, before it does.
final class PublishDialog extends Dialog {

    /// What can be done from here.
    interface Deeds {
        void publish(Publication publication);

        void discard(Publication publication);

        /// Keeps the drafts over what was published since they were begun.
        void keep(Publication publication);
    }

    PublishDialog(
            PlannerWords words,
            Publication publication,
            Function<AgentId, Agent> people,
            Deeds deeds) {
        setHeaderTitle(words.say("publish.title"));
        setWidth("38rem");
        addClassName("planner-publish");
        var sum = new Paragraph(sum(words, publication));
        add(sum);
        var overtaken = publication.overtaken();
        if (!overtaken.isEmpty()) {
            var note = new Paragraph(words.say("publish.overtaken", overtaken.size()));
            note.addClassName("form-problem");
            var which = new Publication(overtaken);
            add(
                    note,
                    new Div(
                            button(words.say("publish.keepMine"), () -> deeds.keep(which)),
                            button(words.say("publish.takeTheirs"), () -> deeds.discard(which))));
        }
        publication.days().stream()
                .map(day -> day.key().agent())
                .distinct()
                .forEach(agent -> {
                    var person = people.apply(agent);
                    var list = new UnorderedList();
                    publication
                            .of(agent)
                            .forEach(day -> list.add(new ListItem(change(words, person, day))));
                    add(new H3(person.name()), list);
                });
        var publish =
                button(
                        words.say("publish.do", publication.people()),
                        () -> deeds.publish(publication));
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        publish.setEnabled(!publication.days().isEmpty() && overtaken.isEmpty());
        var discard = button(words.say("publish.discard"), () -> deeds.discard(publication));
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        discard.setVisible(!publication.days().isEmpty());
        getFooter()
                .add(
                        discard,
                        new Button(words.words().get("kit.form.cancel"), _ -> close()),
                        publish);
    }

    private static String sum(PlannerWords words, Publication publication) {
        return publication.days().isEmpty()
                ? words.say("publish.nothing")
                : words.say("publish.sum", publication.people(), publication.days().size());
    }

    private static String change(PlannerWords words, Agent person, RosterDay day) {
        var date = words.date(day.key().date());
        var now = words.full(day.entries(), person.zone());
        return day.published().isEmpty()
                ? words.say("publish.new", date, now)
                : words.say(
                        "publish.instead", date, now, words.full(day.published(), person.zone()));
    }

    private Button button(String text, Runnable deed) {
        return new Button(
                text,
                _ -> {
                    close();
                    deed.run();
                });
    }
}
