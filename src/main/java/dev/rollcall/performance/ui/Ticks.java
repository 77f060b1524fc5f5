package dev.rollcall.performance.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Some of a few things, ticked below each other; none at first.
final class Ticks<T> extends Div implements HasValidation {

    private final Map<T, Checkbox> boxes = new LinkedHashMap<>();
    private final Span error = new Span();

    /// @param label what is chosen
    /// @param name what a thing is called
    Ticks(String label, List<T> things, Function<T, String> name) {
        addClassName("ticks");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        var title = new Span(label);
        title.addClassName("ticks-label");
        title.getElement().setAttribute("aria-hidden", "true");
        add(title);
        for (var thing : things) {
            var box = new Checkbox(name.apply(thing));
            boxes.put(thing, box);
            add(box);
        }
        error.addClassName("form-problem");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        add(error);
    }

    Set<T> chosen() {
        return boxes.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void setErrorMessage(String message) {
        error.setText(message);
    }

    @Override
    public String getErrorMessage() {
        return error.getText();
    }

    @Override
    public void setInvalid(boolean invalid) {
        error.setVisible(invalid);
    }

    @Override
    public boolean isInvalid() {
        return error.isVisible();
    }
}
