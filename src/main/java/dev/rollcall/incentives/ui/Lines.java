package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A few lines of two fields each that somebody adds and takes away.
///
/// @param <T> what a line is
final class Lines<T> extends Div {

    /// The fields of a line, and what they say.
    interface Line<T> {

        List<Component> fields();

        void fill(T value);

        /// Empty while nothing or not all is filled in.
        Optional<T> value();
    }

    private final Supplier<Line<T>> fresh;
    private final String remove;
    private final Div rows = new Div();
    private final List<Line<T>> lines = new ArrayList<>();

    Lines(String title, String add, String remove, Supplier<Line<T>> fresh) {
        this.fresh = fresh;
        this.remove = remove;
        addClassName("incentives-lines");
        rows.addClassName("incentives-rows");
        var button = new Button(add, VaadinIcon.PLUS.create(), _ -> line());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        add(new H2(title), rows, button);
    }

    void fill(List<T> values) {
        rows.removeAll();
        lines.clear();
        values.forEach(value -> line().fill(value));
    }

    List<T> values() {
        return lines.stream().flatMap(line -> line.value().stream()).toList();
    }

    private Line<T> line() {
        var line = fresh.get();
        var row = new Div();
        row.addClassName("incentives-row");
        line.fields().forEach(row::add);
        var gone =
                new Button(
                        VaadinIcon.TRASH.create(),
                        _ -> {
                            lines.remove(line);
                            rows.remove(row);
                        });
        gone.addThemeVariants(ButtonVariant.TERTIARY);
        gone.setAriaLabel(remove);
        gone.setTooltipText(remove);
        row.add(gone);
        lines.add(line);
        rows.add(row);
        return line;
    }
}
