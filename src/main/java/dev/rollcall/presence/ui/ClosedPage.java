package dev.rollcall.presence.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;

/// In place of a page: why it is shut, and the way in.
final class ClosedPage extends Div {

    /// @param name what the page is called
    ClosedPage(String name, Runnable clockIn) {
        addClassName("gate-closed");
        getElement().setAttribute("presence", "away");
        var shape = new Element("rollcall-presence");
        shape.setAttribute("kind", "away");
        shape.setAttribute("aria-hidden", "true");
        var button = new Button(getTranslation("presence.menu.clockIn"), _ -> clockIn.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getElement().appendChild(shape);
        add(
                new H1(getTranslation("presence.gate.title", name)),
                new Paragraph(getTranslation("presence.gate.why")),
                button);
    }
}
