package dev.rollcall.presence.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// Above a page that can be read: what has to wait, and the way to clock in.
final class ClosedNotice extends Div {

    ClosedNotice(String sentence, Runnable clockIn) {
        addClassName("gate-notice");
        getElement().setAttribute("role", "status");
        var button = new Button(getTranslation("presence.menu.clockIn"), _ -> clockIn.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        add(new Span(sentence), button);
    }
}
