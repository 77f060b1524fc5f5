package dev.rollcall.presence.ui;

import dev.rollcall.kit.Days;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.presence.RejectedEvents.Line;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rejected events, of which some may be chosen.
final class RejectedGrid extends RecordGrid<Line> {

    RejectedGrid() {
        super(line -> "" + line.number());
        var words = new RejectedWords(this::getTranslation);
        setSelectionMode(SelectionMode.MULTI);
        nameColumn(header("why"), line -> words.reason(line.code()), line -> text(line.source()));
        textColumn("source", header("source"), Layout.MEDIUM, "11rem", line -> text(line.source()));
        textColumn("subject", header("subject"), Layout.MEDIUM, "8rem", l -> text(l.subject()));
        textColumn("type", header("type"), Layout.WIDE, "9rem", line -> words.type(line.type()));
        textColumn(
                "received",
                header("received"),
                Layout.WIDE,
                "12rem",
                line -> Days.withSeconds(line.received(), getLocale()));
        numberColumn("times", header("times"), Line::timesSeen);
        markedColumn(
                "state",
                header("state"),
                Layout.NARROW,
                "8rem",
                line -> words.state(line.state()),
                line -> RejectedWords.mark(line.state()));
        // The order is the inbox's own: of what is read page by page no other can be shown.
        getColumns().forEach(column -> column.setSortable(false));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "–");
    }

    private String header(String key) {
        return getTranslation("presence.rejected." + key);
    }
}
