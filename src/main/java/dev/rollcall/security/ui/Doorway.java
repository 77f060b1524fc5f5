package dev.rollcall.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/// What a page outside the frame looks like: the product's name, one card, nothing else.
abstract class Doorway extends Main {

    private final Div card = new Div();

    Doorway() {
        addClassName("doorway");
        var product = new Span("Rollcall");
        product.addClassName("doorway-product");
        var motto = new Paragraph(getTranslation("security.motto"));
        motto.addClassName("doorway-motto");
        card.addClassName("doorway-card");
        var column = new Div(product, motto, card);
        column.addClassName("doorway-column");
        add(column);
    }

    /// Shows these in the card, instead of what was there.
    final void show(Component... content) {
        card.removeAll();
        card.add(content);
    }
}
