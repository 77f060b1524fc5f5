package dev.rollcall.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A few choices side by side, one of them chosen: `2 h | 4 h | Shift | Day`.
///
/// @param <T> what is chosen
public class Segments<T> extends Div {

    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();

    /// @param label what is chosen, for people who hear it
    /// @param name what a choice is called
    /// @param onChoice told when somebody chooses, not when [#show] does
    public Segments(String label, List<T> choices, Function<T, String> name, Consumer<T> onChoice) {
        addClassName("segments");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        for (var choice : choices) {
            var button = new NativeButton(name.apply(choice), _ -> onChoice.accept(choice));
            buttons.put(choice, button);
            add(button);
        }
    }

    /// Shows a choice as the present one; null: none is.
    public void show(@Nullable T choice) {
        buttons.forEach((each, button) ->
                button.getElement()
                        .setAttribute("aria-pressed", Boolean.toString(each.equals(choice))));
    }

    /// Calls a choice something else, such as with the number of what is behind it.
    public void rename(T choice, String name) {
        var button = buttons.get(choice);
        if (button != null) {
            button.setText(name);
        }
    }

    /// Offers a choice or not.
    public void offer(T choice, boolean offered) {
        var button = buttons.get(choice);
        if (button != null) {
            button.setVisible(offered);
        }
    }
}
