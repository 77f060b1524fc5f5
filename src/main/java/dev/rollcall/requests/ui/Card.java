package dev.rollcall.requests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/// One request: what it is, how it stands, the words about it, and what can be done.
final class Card extends Article {

    private final Div head = new Div();
    private final Div body = new Div();
    private final Div deeds = new Div();

    /// @param tone `waiting`, `yes`, `no` or `over`
    Card(String title, String state, String tone) {
        addClassName("request-card");
        head.addClassName("request-head");
        var mark = new Span(state);
        mark.addClassName("request-state");
        mark.getElement().setAttribute("data-tone", tone);
        head.add(new H3(title), mark);
        body.addClassName("request-body");
        deeds.addClassName("request-deeds");
        deeds.setVisible(false);
        add(head, body, deeds);
    }

    /// Something before the title.
    Card lead(Component component) {
        head.addComponentAsFirst(component);
        return this;
    }

    Card text(String text) {
        if (!text.isEmpty()) {
            body.add(new Paragraph(text));
        }
        return this;
    }

    Card quiet(List<String> lines) {
        lines.forEach(line -> {
            var paragraph = new Paragraph(line);
            paragraph.addClassName("request-why");
            body.add(paragraph);
        });
        return this;
    }

    Card with(Component component) {
        body.add(component);
        return this;
    }

    Card deed(Button button) {
        deeds.add(button);
        deeds.setVisible(true);
        return this;
    }
}
