package dev.rollcall.requests.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.AbsenceTypes;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import org.jspecify.annotations.Nullable;

/// The kinds of time off, for whoever may change them to change.
final class TypesPanel extends Section {

    private static final int MESSAGE_MILLIS = 5000;

    private final AbsenceTypes types;
    private final Activities activities;
    private final RequestWords words;
    private final boolean mayChange;

    TypesPanel(AbsenceTypes types, Activities activities, RequestWords words, boolean mayChange) {
        this.types = types;
        this.activities = activities;
        this.words = words;
        this.mayChange = mayChange;
        addClassName("request-list");
        show();
    }

    private void show() {
        removeAll();
        if (mayChange) {
            var add = new Button(words.say("types.add"), _ -> open(null));
            add.addClassName("request-ask");
            add(add);
        }
        types.all().forEach(type -> add(card(type)));
    }

    private Card card(AbsenceType type) {
        var activity = activities.of(type.activity());
        var card =
                new Card(
                        words.type(type),
                        words.say(type.offered() ? "types.offered" : "types.notOffered"),
                        type.offered() ? "yes" : "over");
        card.text(
                words.say(
                        type.limit() == AbsenceType.Limit.NONE ? "types.lineFree" : "types.line",
                        activity.map(Activity::name).orElse(type.activity()),
                        words.say(
                                activity.filter(Activity::paid).isPresent()
                                        ? "types.paid"
                                        : "types.unpaid"),
                        words.say("types.measure." + type.measure()),
                        words.say("types.limit." + type.limit())));
        if (mayChange) {
            var change = new Button(words.say("types.change"), _ -> open(type));
            change.setAriaLabel(words.say("types.changeOf", words.type(type)));
            card.deed(change);
        }
        return card;
    }

    private void open(@Nullable AbsenceType type) {
        new TypeDialog(
                        types,
                        activities,
                        words,
                        type,
                        saved -> {
                            Notification.show(
                                    words.say("types.saved", words.type(saved)),
                                    MESSAGE_MILLIS,
                                    Notification.Position.BOTTOM_START);
                            show();
                        })
                .open();
    }
}
