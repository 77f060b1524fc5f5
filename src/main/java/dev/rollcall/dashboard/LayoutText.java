package dev.rollcall.dashboard;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Layouts as JSON, as they are stored and audited.
final class LayoutText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LayoutText() {}

    static String write(Layout layout) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var each : layout.widgets()) {
            list.addObject()
                    .put("widget", each.widget().value())
                    .put("x", each.x())
                    .put("y", each.y())
                    .put("width", each.width())
                    .put("height", each.height())
                    .put("folded", each.folded());
        }
        return list.toString();
    }

    /// What cannot be understood is left out: a layout is never a reason for no page.
    static Layout read(String text) {
        JsonNode read;
        try {
            read = JSON.readTree(text);
        } catch (JacksonException e) {
            return Layout.EMPTY;
        }
        List<Placed> widgets = new ArrayList<>();
        for (var each : read) {
            try {
                widgets.add(
                        new Placed(
                                new WidgetKey(each.path("widget").asString("")),
                                each.path("x").asInt(0),
                                each.path("y").asInt(0),
                                each.path("width").asInt(0),
                                each.path("height").asInt(0),
                                each.path("folded").asBoolean(false)));
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
        return new Layout(widgets);
    }
}
