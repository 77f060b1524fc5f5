package dev.rollcall.kit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/// A few numbers side by side, each with what it counts and a word more.
public final class KeyNumbers extends DescriptionList {

    public KeyNumbers() {
        addClassName("key-numbers");
    }

    /// Adds a number, not known yet.
    ///
    /// @param address where those it counts are listed; empty for nowhere
    public Number number(String caption, String address) {
        var number = new Number(caption, address);
        getElement().appendChild(number.place.getElement());
        return number;
    }

    /// One of the numbers.
    public static final class Number {
        private final Div place = new Div();
        private final Span value = new Span();
        private final Span detail = new Span();

        private Number(String caption, String address) {
            var term = new Term();
            if (address.isEmpty()) {
                term.setText(caption);
            } else {
                term.add(new Anchor(address, caption));
            }
            value.addClassName("key-number");
            detail.addClassName("key-number-detail");
            place.add(term, new Description(value, detail));
        }

        /// @param severity whose colour it has; null for none, while all is calm
        public void show(String newValue, String newDetail, @Nullable Severity severity) {
            PushedText.set(value, newValue);
            PushedText.set(detail, newDetail);
            if (severity == null) {
                place.getElement().removeAttribute("data-severity");
            } else {
                place.getElement().setAttribute("data-severity", severity.token());
            }
        }
    }
}
