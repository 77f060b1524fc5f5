package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import dev.rollcall.adherence.BoardRow;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The grid with what it does in the browser: whether somebody is about to use a row, which row
/// Enter opens, and how wide it is. Over it floats the offer to sort again.
@Tag("rollcall-board")
@JsModule("./rollcall-board.ts")
final class BoardPanel extends Component implements HasComponents, HasSize, HasStyle {

    /// Told which row somebody opened.
    interface Opening {
        /// @param at the instant of its timeline they pointed at; null: none
        void open(BoardRow row, @Nullable Instant at);
    }

    private final Button resort;

    BoardPanel(BoardGrid grid, Consumer<Boolean> onHeld, Opening onOpen, Runnable onResort) {
        resort = new Button("", _ -> onResort.run());
        resort.addClassName("board-resort");
        resort.setVisible(false);
        add(grid, resort);
        getElement()
                .addEventListener(
                        "board-held",
                        e -> onHeld.accept(e.getEventData().get("event.detail.held").asBoolean()))
                .addEventData("event.detail.held");
        getElement()
                .addEventListener(
                        "board-open",
                        e ->
                                open(
                                        grid,
                                        e.getEventData().get("event.detail.key").asString(),
                                        e.getEventData().get("event.detail.at").asLong(),
                                        onOpen))
                .addEventData("event.detail.key")
                .addEventData("event.detail.at");
        getElement()
                .addEventListener(
                        "board-layout",
                        e ->
                                grid.lay(
                                        layout(
                                                e.getEventData()
                                                        .get("event.detail.layout")
                                                        .asString())))
                .addEventData("event.detail.layout");
    }

    private static void open(BoardGrid grid, String key, long at, Opening onOpen) {
        var row = grid.rowOf(key);
        if (row != null) {
            onOpen.open(row, at == 0 ? null : Instant.ofEpochMilli(at));
        }
    }

    private static BoardGrid.Layout layout(String name) {
        return BoardGrid.Layout.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// Offers to sort again.
    ///
    /// @param moves how many rows would move; none: nothing to offer
    void offerResort(int moves) {
        resort.setVisible(moves > 0);
        resort.setText(getTranslation("adherence.board.resort", moves));
    }

    /// Moves the focus to a row.
    void focusRow(int index) {
        getElement().executeJs("this.focusRow($0)", index);
    }
}
