package dev.rollcall.performance.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.performance.Share;
import java.util.List;

/// What people share with whoever looks after them. Listing it is no look.
final class SharedPart extends Section {

    private final PerformanceWords words;
    private final ShareWords said;

    SharedPart(PerformanceWords words, List<Share> shares) {
        this.words = words;
        said = new ShareWords(words);
        addClassName("performance-section");
        add(new H2(words.say("shared.title")));
        if (shares.isEmpty()) {
            var none = new Paragraph(words.say("shared.none"));
            none.addClassName("next-none");
            add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("next-work");
        shares.forEach(each -> list.add(item(each)));
        add(new Paragraph(words.say("shared.what")), list);
    }

    private ListItem item(Share each) {
        var name = new Anchor("team-performance/shared/" + each.id().value(), each.name());
        name.addClassName("next-title");
        var what =
                new Span(words.say("shared.until", said.what(each), words.dayOfYear(each.until())));
        what.addClassName("kpi-against");
        var text = new Div(name, what);
        text.addClassName("milestone-text");
        return new ListItem(text);
    }
}
