package dev.rollcall.review.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.review.Chapter;

/// Figures side by side: what it is, how much, and what it is measured against.
final class FigureList extends DescriptionList {

    FigureList() {
        addClassName("review-figures");
    }

    void line(Chapter.Line line) {
        var value = new Span(line.value());
        value.addClassName("review-value");
        var description = new Description(value);
        if (line.note() != null) {
            var note = new Span(line.note());
            note.addClassName("board-second");
            description.add(note);
        }
        var pair = new Div(new Term(line.label()), description);
        getElement().appendChild(pair.getElement());
    }
}
