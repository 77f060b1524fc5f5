package dev.rollcall.oversight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import dev.rollcall.audit.AuditEntry;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import java.util.List;

/// One entry: who did it and when, and what is different since, field by field.
final class EntryDrawer extends Drawer {

    private static final int MOST_VALUES = 40;
    private static final int BRIEF = 40;

    private final EntryWords words;

    EntryDrawer(AuditEntry entry, EntryWords words, Runnable onClose) {
        super(onClose);
        this.words = words;
        setTitle(words.sentence(entry), getTranslation("oversight.audit.number", entry.number()));
        var parts = new Div(facts(entry));
        parts.addClassName("drawer-parts");
        if (entry.kind() == AuditEntry.Kind.CHANGE) {
            parts.add(changes(entry));
        }
        add(parts);
    }

    private FactList facts(AuditEntry entry) {
        var facts = new FactList();
        facts.fact(say("who"), words.actor(entry.by()));
        facts.fact(say("when"), Days.withSeconds(entry.at(), getLocale()));
        facts.fact(say("thing"), words.thing(entry.what()));
        facts.fact(say("which"), words.subject(entry));
        facts.fact(say("screen"), entry.screen());
        return facts;
    }

    private Section changes(AuditEntry entry) {
        var fields = Difference.of(entry.before(), entry.after()).fields();
        var section = new Section(new H3(say("changes")));
        if (fields.isEmpty()) {
            section.add(new Paragraph(say("nothingDiffers")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("changes");
        fields.forEach(field -> list.add(change(field)));
        section.add(list);
        return section;
    }

    private ListItem change(Difference.Field field) {
        var name = new Span(words.field(field.name()));
        name.addClassName("changes-field");
        var item = new ListItem(name);
        values(item, "del", field.before(), say("before"));
        values(item, "ins", field.after(), say("after"));
        return item;
    }

    /// What is gone and what has come are marked, and a word before says so, too.
    private void values(ListItem item, String tag, List<String> values, String word) {
        var told = values.stream().limit(MOST_VALUES).map(words::value).toList();
        // Names and days fit side by side; rules need a line each.
        boolean brief = told.stream().allMatch(value -> value.length() <= BRIEF);
        var lines = brief && !told.isEmpty() ? List.of(String.join(", ", told)) : told;
        for (var text : lines) {
            var line = new Element(tag);
            var label = new Element("span");
            label.setText(word + " ");
            label.getClassList().add("changes-word");
            line.appendChild(label, Element.createText(text));
            item.getElement().appendChild(line);
        }
        if (values.size() > MOST_VALUES) {
            item.add(
                    new Span(
                            getTranslation(
                                    "oversight.audit.moreValues", values.size() - MOST_VALUES)));
        }
    }

    private String say(String key) {
        return getTranslation("oversight.audit." + key);
    }
}
