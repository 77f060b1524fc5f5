package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A list with what it does in the browser: a click or Enter opens a row, and columns come and go
/// with the width there is.
@Tag("rollcall-records")
@JsModule("./rollcall-records.ts")
public final class RecordPanel extends Component implements HasComponents, HasSize, HasStyle {

    private RecordGrid.Layout layout = RecordGrid.Layout.WIDE;
    private RecordGrid<?> grid;
    private int focused = -1;

    /// @param onOpen told the key of the record to open
    public RecordPanel(RecordGrid<?> first, Consumer<String> onOpen) {
        grid = first;
        add(first);
        getElement()
                .addEventListener(
                        "record-open",
                        e -> open(e.getEventData().get("event.detail.key").asString(), onOpen))
                .addEventData("event.detail.key");
        getElement()
                .addEventListener(
                        "record-layout",
                        e -> lay(e.getEventData().get("event.detail.layout").asString()))
                .addEventData("event.detail.layout");
    }

    private void open(String key, Consumer<String> onOpen) {
        var record = grid.recordOf(key);
        focused = -1;
        if (record != null) {
            onOpen.accept(record);
        }
    }

    /// Other columns are other cells: the focus that was in one of them goes on into its row.
    private void lay(String name) {
        layout = RecordGrid.Layout.valueOf(name.toUpperCase(Locale.ROOT));
        grid.lay(layout);
        if (focused >= 0) {
            getElement()
                    .executeJs(
                            """
                            setTimeout(() => {
                              if (document.activeElement === document.body) {
                                this.focusRow($0);
                              }
                            }, 150)\
                            """,
                            focused);
            focused = -1;
        }
    }

    /// Shows another list.
    public void show(RecordGrid<?> other) {
        if (other != grid) {
            remove(grid);
            grid = other;
            add(other);
        }
        grid.lay(layout);
    }

    /// Moves the focus to the row of a record, or to the first.
    public void focusRow(@Nullable String record) {
        focused = grid.rowOf(record);
        getElement().executeJs("this.focusRow($0)", focused);
    }
}
