package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.router.QueryParameters;
import dev.rollcall.adherence.ui.Zoom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody looks at, as the address says it: `?unit=north&show=out&zoom=4h&q=kim`. What is
/// the default is left out, and what cannot be understood is taken for the default.
record BoardQuery(BoardPeople people, BoardTime time, BoardLook look) {

    static final BoardQuery DEFAULT =
            new BoardQuery(BoardPeople.EVERYBODY, BoardTime.NOW, BoardLook.DEFAULT);

    static BoardQuery of(QueryParameters parameters) {
        return new BoardQuery(
                BoardPeople.of(parameters), BoardTime.of(parameters), BoardLook.of(parameters));
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        people.write(parameters);
        look.write(parameters);
        time.write(parameters);
        return new QueryParameters(parameters);
    }

    /// A day that is over has no present for a window to follow.
    Zoom zoomInForce() {
        return time.isPast() && look.zoom().moves() ? Zoom.SHIFT : look.zoom();
    }

    BoardQuery with(BoardPeople newPeople) {
        return new BoardQuery(newPeople, time, look);
    }

    BoardQuery with(BoardTime newTime) {
        return new BoardQuery(people, newTime, look);
    }

    BoardQuery with(BoardLook newLook) {
        return new BoardQuery(people, time, newLook);
    }

    /// A new zoom follows the clock again.
    BoardQuery withZoom(Zoom newZoom) {
        return new BoardQuery(people, time.withFrom(null), look.withZoom(newZoom));
    }

    /// @param newDate null: today, live
    BoardQuery withDate(@Nullable LocalDate newDate) {
        return with(time.withDate(newDate));
    }

    /// What was known at a moment that is over.
    BoardQuery withSeen(Instant moment) {
        return with(time.withSeen(moment));
    }

    /// @param newAt null: nothing is explained
    BoardQuery withAt(@Nullable Instant newAt) {
        return with(time.withAt(newAt));
    }
}
