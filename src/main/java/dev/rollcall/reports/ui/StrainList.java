package dev.rollcall.reports.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.reports.Strain;
import java.util.List;

/// Signs of strain, each with why it is one.
final class StrainList extends UnorderedList {

    StrainList(List<Strain> signs, PatternWords words) {
        addClassName("strain-list");
        for (var sign : signs) {
            var said = new Span(words.sign(sign));
            said.addClassName("strain-sign");
            var why = new Span(words.reason(sign.kind()));
            why.addClassName("board-second");
            add(new ListItem(said, why));
        }
    }
}
