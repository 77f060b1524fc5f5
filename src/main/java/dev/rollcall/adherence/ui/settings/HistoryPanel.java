package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.adherence.settings.Edition;
import dev.rollcall.adherence.settings.Origin;
import dev.rollcall.adherence.settings.RuleChange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Who saved the settings of a level, when, why, and what became different.
final class HistoryPanel extends Section {

    private final RuleWords words;

    HistoryPanel(RuleWords words) {
        this.words = words;
        addClassName("settings-history");
        getElement().setAttribute("aria-labelledby", "settings-history-title");
    }

    void show(List<Edition> editions, Origin self, LocalDate today, ZoneId zone) {
        removeAll();
        var title = new H2(getTranslation("adherence.settings.history.title"));
        title.setId("settings-history-title");
        add(title);
        if (editions.isEmpty()) {
            var none =
                    new Paragraph(
                            getTranslation("adherence.settings.history.none", words.level(self)));
            none.addClassName("record-note");
            add(none);
            return;
        }
        var list = new OrderedList();
        editions.forEach(edition -> list.add(item(edition, self, today, zone)));
        add(list);
    }

    private Component item(Edition edition, Origin self, LocalDate today, ZoneId zone) {
        var who = new Span(edition.by());
        who.addClassName("history-who");
        var when = new Span(words.moment(edition.at(), zone));
        when.addClassName("history-when");
        var state =
                new Span(
                        getTranslation(
                                edition.inForce()
                                        ? "adherence.settings.history.inForce"
                                        : edition.from().isAfter(today)
                                                ? "adherence.settings.history.waits"
                                                : "adherence.settings.history.from",
                                words.day(edition.from())));
        state.addClassName("history-state");
        state.getElement().setAttribute("data-in-force", edition.inForce());
        var head = new Div(who, when, state);
        head.addClassName("history-head");
        var item = new ListItem(head);
        if (edition.reason() != null) {
            var reason =
                    new Paragraph(
                            getTranslation("adherence.settings.history.reason", edition.reason()));
            reason.addClassName("history-reason");
            item.add(reason);
        }
        item.add(changes(edition.changes(), self, words));
        return item;
    }

    /// Changes as a list, each with how it was and will be.
    static Component changes(List<RuleChange> changes, Origin self, RuleWords words) {
        var list = new UnorderedList();
        list.addClassName("rule-changes");
        for (var change : changes) {
            var told = words.tell(change, self);
            var about = new Span(told.about());
            about.addClassName("rule-change-about");
            var item = new ListItem(about);
            if (told.before() != null) {
                var before = new Span(told.before());
                before.addClassName("rule-change-before");
                item.add(before, new Span("→"));
            }
            var after = new Span(told.after());
            after.addClassName("rule-change-after");
            item.add(after);
            list.add(item);
        }
        if (changes.isEmpty()) {
            list.add(new ListItem(list.getTranslation("adherence.settings.history.nothing")));
        }
        return list;
    }
}
