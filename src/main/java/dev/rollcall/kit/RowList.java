package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

/// A list of things with a way to each: what it is, more about it, a figure and what can be done.
public final class RowList extends UnorderedList {

    public RowList() {
        addClassName("deeds");
    }

    /// Adds one.
    ///
    /// @param address where it is opened; null: nowhere
    /// @param figure empty for none
    /// @param deeds what can be done with it
    public void row(
            String what, String more, @Nullable String address, String figure, Component... deeds) {
        Component name;
        if (address == null) {
            name = new Span(what);
        } else {
            name = new Anchor(address, what);
        }
        name.addClassName("deed-what");
        var second = new Span(more);
        second.addClassName("board-second");
        var lines = new Div(name, second);
        lines.addClassName("deed-lines");
        var item = new ListItem(lines);
        item.addClassName("deed");
        if (!figure.isEmpty()) {
            var value = new Span(figure);
            value.addClassName("row-figure");
            item.add(value);
        }
        if (deeds.length > 0) {
            var buttons = new Div(deeds);
            buttons.addClassName("deed-buttons");
            item.add(buttons);
        }
        add(item);
    }
}
