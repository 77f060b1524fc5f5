package dev.rollcall.presence.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.kit.FactList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a source sent, field by field in its own words, with the field that is to blame marked.
/// Text, whatever stands in it.
final class Payload extends Div {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_FIELDS = 60;

    private final FactList facts = new FactList();
    private final @Nullable String fault;
    private int fields;

    /// @param fault a JSON pointer to the field to blame, null: none by itself
    Payload(String payload, @Nullable String fault) {
        this.fault = fault;
        try {
            var json = JSON.readTree(payload);
            if (json.isObject() && !json.isEmpty()) {
                tell("", json);
                add(facts);
                return;
            }
        } catch (JacksonException _) {
            // Shown as it came.
        }
        var raw = new Pre(payload);
        raw.getElement().setAttribute("tabindex", "0");
        raw.getElement().setAttribute("aria-label", getTranslation("presence.rejected.payload"));
        add(raw);
    }

    private void tell(String pointer, JsonNode value) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(field -> tell(pointer + "/" + field.getKey(), field.getValue()));
            return;
        }
        boolean faulty = pointer.equals(fault);
        if (fields++ >= MOST_FIELDS || value.isNull() && !faulty) {
            return;
        }
        var text = new Span(value.isString() ? value.stringValue() : value.toString());
        if (faulty) {
            text.getElement().setAttribute("data-fault", true);
            text.getElement().setAttribute("title", getTranslation("presence.rejected.fault"));
        }
        facts.fact(pointer.substring(1).replace('/', '.'), text);
    }
}
