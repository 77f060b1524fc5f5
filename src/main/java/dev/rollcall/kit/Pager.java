package dev.rollcall.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Nav;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The way to older pages of a list and back to the newest.
public final class Pager extends Nav {

    public static final String BEFORE = "before";
    public static final int PAGE = 50;

    /// @param last the number the next page goes on below; null: there is none
    public Pager(
            Map<String, String> address, @Nullable Long last, Consumer<Map<String, String>> go) {
        addClassName("records-pages");
        getElement().setAttribute("aria-label", getTranslation("kit.browse.pages"));
        if (address.containsKey(BEFORE)) {
            add(button("kit.browse.newest", () -> go.accept(without(address))));
        }
        if (last != null) {
            add(
                    button(
                            "kit.browse.older",
                            () -> {
                                var next = without(address);
                                next.put(BEFORE, "" + last);
                                go.accept(next);
                            }));
        }
        setVisible(getChildren().findAny().isPresent());
    }

    private Button button(String key, Runnable run) {
        var button = new Button(getTranslation(key), _ -> run.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private static Map<String, String> without(Map<String, String> address) {
        var rest = new LinkedHashMap<>(address);
        rest.remove(BEFORE);
        return rest;
    }

    /// The number the page asked for goes on below.
    public static long before(Map<String, String> address) {
        var text = address.getOrDefault(BEFORE, "");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }
}
