package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.kit.PushedText;

/// One number of the header, and the button that shows only those people.
final class BoardTile extends NativeButton {

    private final Span name = new Span();
    private final Span value = new Span();
    private final Span detail = new Span();

    /// @param token decides its colour: a severity's
    BoardTile(String token, Runnable onClick) {
        addClassName("board-tile");
        getElement().setAttribute("data-severity", token);
        name.addClassName("board-tile-caption");
        value.addClassName("board-tile-value");
        detail.addClassName("board-tile-detail");
        add(name, value, detail);
        addClickListener(_ -> onClick.run());
    }

    void name(String caption) {
        PushedText.set(name, caption);
    }

    void show(String newValue, String newDetail, boolean calm) {
        PushedText.set(value, newValue);
        PushedText.set(detail, newDetail);
        getElement().setAttribute("calm", calm);
    }

    void press(boolean pressed) {
        getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }
}
