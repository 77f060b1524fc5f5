package dev.rollcall.kit;

import com.vaadin.flow.component.HasText;

/// Texts of a page that is pushed to: one that is set again travels again, although it is the same.
public final class PushedText {

    private PushedText() {}

    /// Sets a text, if it is another one.
    public static void set(HasText place, String text) {
        if (!text.equals(place.getText())) {
            place.setText(text);
        }
    }
}
