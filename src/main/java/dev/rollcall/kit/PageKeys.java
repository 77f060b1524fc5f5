package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/// Single keys that do something on a page, such as `/` for its search ([#focus]). They are silent
/// while somebody types or a dialog is open, and a person can switch them off for their browser
/// ([#setEnabled]).
@Tag("rollcall-keys")
@JsModule("./rollcall-keys.ts")
public class PageKeys extends Component {

    private final Map<String, Runnable> actions = new LinkedHashMap<>();
    private boolean enabled = true;

    public PageKeys() {
        getElement()
                .addEventListener(
                        "key-pressed",
                        event -> press(event.getEventData().get("event.detail.key").asString()))
                .addEventData("event.detail.key");
        getElement()
                .addEventListener(
                        "keys-switched",
                        event ->
                                enabled =
                                        event.getEventData()
                                                .get("event.detail.enabled")
                                                .asBoolean())
                .addEventData("event.detail.enabled");
    }

    /// @param key as browsers name it: a small letter, a digit, a mark, or `Escape`
    /// @return this, to go on
    public PageKeys on(String key, Runnable action) {
        actions.put(key, action);
        var keys = JsonNodeFactory.instance.arrayNode();
        actions.keySet().forEach(keys::add);
        getElement().setPropertyJson("keys", keys);
        return this;
    }

    /// Lets a key move the focus to a field, in the browser: who types on at once loses no letter.
    /// Works on every page that has these keys, and needs no further word of theirs.
    public static void focus(String key, Component field) {
        field.getElement().setAttribute("aria-keyshortcuts", key);
    }

    private void press(String key) {
        var action = actions.get(key);
        if (action != null) {
            action.run();
        }
    }

    /// Whether they work in this browser, as far as it has told.
    public boolean isEnabled() {
        return enabled;
    }

    /// Switches them on or off in this browser, for all pages and from now on.
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
        getElement().executeJs("this.enabled = $0", enabled);
    }
}
