package dev.rollcall.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.dom.DomEvent;
import dev.rollcall.dashboard.Gesture;
import dev.rollcall.dashboard.Layout;
import dev.rollcall.dashboard.Placed;
import dev.rollcall.dashboard.WidgetKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Widgets side by side, as a layout says: dragged and resized with the pointer, stepwise with keys
/// and buttons. Every arrangement is worked out here, whatever it was made with, and for each
/// number of columns; the browser draws it. It also tells which widgets are in sight, and only
/// those stay up to date.
@Tag("rollcall-widget-board")
@JsModule("./rollcall-widget-board.ts")
@NpmPackage(value = "gridstack", version = "12.6.0")
final class WidgetBoard extends Component implements HasComponents, HasStyle {

    /// By how many columns there is room for.
    static final List<Integer> COLUMNS = List.of(Layout.COLUMNS, 6, 1);

    /// Told what somebody does to the board while they arrange it.
    interface Listener {
        void step(WidgetKey widget, Gesture step);

        /// @param places where everything stands after a drag
        void arranged(List<Placed> places);

        void select(WidgetKey widget, boolean selected);

        /// They want to be done with arranging.
        void leave();
    }

    private final Map<WidgetKey, WidgetTile> tiles = new LinkedHashMap<>();
    private Set<WidgetKey> seen = Set.of();
    private int columns = Layout.COLUMNS;
    private boolean editing;

    WidgetBoard(Listener listener) {
        addClassName("widget-board");
        on(
                "board-step",
                detail -> {
                    var step =
                            Gesture.valueOf(
                                    detail.path("step").asString("").toUpperCase(Locale.ROOT));
                    listener.step(key(detail), inOneColumn(step));
                });
        on(
                "board-select",
                detail -> listener.select(key(detail), detail.path("selected").asBoolean(false)));
        on("board-arranged", detail -> listener.arranged(places(detail)));
        on("board-leave", _ -> listener.leave());
        on("board-columns", detail -> columns = detail.path("columns").asInt(Layout.COLUMNS));
        on("board-seen", this::see);
    }

    /// What comes from the browser may be anything; nonsense does nothing.
    private void on(String event, Consumer<JsonNode> told) {
        getElement().addEventListener(event, e -> guarded(e, told)).addEventData("event.detail");
    }

    private static void guarded(DomEvent event, Consumer<JsonNode> told) {
        try {
            told.accept(event.getEventData().path("event.detail"));
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    private static WidgetKey key(JsonNode detail) {
        return new WidgetKey(detail.path("widget").asString(""));
    }

    /// Where there are fewer columns, widgets stand in an order, and steps go along it.
    Gesture inOneColumn(Gesture step) {
        if (columns == Layout.COLUMNS) {
            return step;
        }
        return switch (step) {
            case LEFT, UP -> Gesture.EARLIER;
            case RIGHT, DOWN -> Gesture.LATER;
            default -> step;
        };
    }

    private static List<Placed> places(JsonNode detail) {
        var places = new ArrayList<Placed>();
        for (var each : detail.path("places")) {
            places.add(
                    new Placed(
                            key(each),
                            each.path("x").asInt(0),
                            each.path("y").asInt(0),
                            each.path("w").asInt(0),
                            each.path("h").asInt(0),
                            false));
        }
        return places;
    }

    private void see(JsonNode detail) {
        var now = new HashSet<WidgetKey>();
        for (var each : detail.path("widgets")) {
            now.add(new WidgetKey(each.asString("")));
        }
        seen = now;
        tiles.forEach((key, tile) -> tile.see(now.contains(key)));
    }

    // ------------------------------------------------------------------ what is shown

    /// @param make a tile for a widget that was not there before
    void show(Layout layout, Function<WidgetKey, WidgetTile> make) {
        for (var gone : List.copyOf(tiles.keySet())) {
            if (!layout.has(gone)) {
                remove(tiles.remove(gone));
            }
        }
        for (int i = 0; i < layout.widgets().size(); i++) {
            var placed = layout.widgets().get(i);
            int place = Math.min(i, tiles.size());
            var tile =
                    tiles.computeIfAbsent(
                            placed.widget(),
                            key -> {
                                var made = make.apply(key);
                                addComponentAtIndex(place, made);
                                return made;
                            });
            tile.fold(placed.folded());
            tile.edit(editing);
            tile.see(seen.contains(placed.widget()));
        }
        if (!editing) {
            inReadingOrder(layout);
        }
        getElement().setPropertyJson("layouts", layouts(layout));
    }

    /// Tab goes the way the eye goes. Not while somebody arranges: what moves loses the focus.
    private void inReadingOrder(Layout layout) {
        var wanted = layout.widgets().stream().map(each -> tiles.get(each.widget())).toList();
        if (!getChildren().toList().equals(wanted)) {
            wanted.forEach(tile -> getElement().removeChild(tile.getElement()));
            wanted.forEach(this::add);
        }
    }

    private static ObjectNode layouts(Layout layout) {
        var all = JsonNodeFactory.instance.objectNode();
        for (int columns : COLUMNS) {
            var places = all.putArray(Integer.toString(columns));
            for (var each : layout.in(columns)) {
                places.addObject()
                        .put("widget", each.widget().value())
                        .put("x", each.x())
                        .put("y", each.y())
                        .put("w", each.width())
                        .put("h", each.rows());
            }
        }
        return all;
    }

    /// While somebody arranges, what is on the tiles takes no clicks and no focus.
    void edit(boolean nowEditing, Layout layout) {
        editing = nowEditing;
        tiles.values().forEach(tile -> tile.edit(editing));
        getElement().setProperty("editing", editing);
        if (!editing) {
            inReadingOrder(layout);
        }
    }

    List<WidgetTile> tiles() {
        return List.copyOf(tiles.values());
    }

    /// Moves the focus to a tile's handle, or to the first when it is not there.
    void focus(WidgetKey widget) {
        getElement().executeJs("this.focusHandle($0)", widget.value());
    }
}
