package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/// What is known about something, one line for each fact: its name and what it is. Facts nobody
/// knows are left out.
public final class FactList extends DescriptionList {

    public FactList() {
        addClassName("facts");
    }

    /// Adds a fact.
    ///
    /// @param text null or empty: not known, and left out
    public FactList fact(String name, @Nullable String text) {
        return text == null || text.isEmpty() ? this : fact(name, new Span(text));
    }

    /// Adds a fact that is more than text.
    public FactList fact(String name, Component component) {
        add(new Term(name), new Description(component));
        return this;
    }
}
