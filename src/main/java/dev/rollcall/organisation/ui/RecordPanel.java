package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Locale;
import java.util.function.Consumer;

/// A list with what it does in the browser: a click or Enter opens a row, and columns come and go
/// with the width there is.
@Tag("rollcall-board")
@JsModule("./rollcall-board.ts")
final class RecordPanel extends Component implements HasComponents, HasSize, HasStyle {

    private RecordGrid.Layout layout = RecordGrid.Layout.WIDE;
    private RecordGrid<?> grid;

    /// @param onOpen told the code of the record to open
    RecordPanel(RecordGrid<?> first, Consumer<String> onOpen) {
        grid = first;
        add(first);
        getElement()
                .addEventListener(
                        "board-open",
                        e -> open(e.getEventData().get("event.detail.key").asString(), onOpen))
                .addEventData("event.detail.key");
        getElement()
                .addEventListener(
                        "board-layout",
                        e -> lay(e.getEventData().get("event.detail.layout").asString()))
                .addEventData("event.detail.layout");
    }

    private void open(String key, Consumer<String> onOpen) {
        var code = grid.codeOfKey(key);
        if (code != null) {
            onOpen.accept(code);
        }
    }

    private void lay(String name) {
        layout = RecordGrid.Layout.valueOf(name.toUpperCase(Locale.ROOT));
        grid.lay(layout);
    }

    /// Shows another list.
    void show(RecordGrid<?> other) {
        if (other != grid) {
            remove(grid);
            grid = other;
            add(other);
        }
        grid.lay(layout);
    }

    /// Puts the focus back into the list, where it was.
    void focusList() {
        getElement()
                .executeJs(
                        "this.querySelector('vaadin-grid')?.shadowRoot"
                                + "?.querySelector('#items [tabindex=\"0\"]')?.focus()");
    }
}
