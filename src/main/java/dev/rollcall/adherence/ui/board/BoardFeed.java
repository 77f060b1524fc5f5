package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.UI;
import dev.rollcall.adherence.BoardPulse;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Brings the live board's changes to one page, from attach to detach: coalesced, and none while
/// the page is hidden.
final class BoardFeed implements AutoCloseable {

    private final Coalescer<AgentId, BoardRow> changes;
    private final LiveBoard.Subscription subscription;
    private final BoardPulse.Listening beats;
    private volatile boolean hidden;

    /// @param onRows takes changed rows, with the page locked; an empty collection after [#nudge]
    /// @param onBeat told every few seconds that all is well, with the page locked
    BoardFeed(
            UI ui,
            LiveBoard board,
            BoardPulse pulse,
            Scope scope,
            Consumer<Collection<BoardRow>> onRows,
            Runnable onBeat) {
        changes = Coalescer.to(ui, onRows);
        var beat = Coalescer.<String, String>to(ui, _ -> onBeat.run());
        subscription = board.subscribe(scope, this::take);
        beats =
                pulse.listen(() -> {
                    if (!hidden) {
                        beat.add("beat", "beat");
                    }
                });
    }

    private void take(List<BoardRow> rows) {
        if (!hidden) {
            rows.forEach(row -> changes.add(row.agent().id(), row));
        }
    }

    /// Stops all messages to a page nobody sees.
    void hide() {
        hidden = true;
        changes.forget();
    }

    /// Goes on; whoever shows the page reads a picture of everything first.
    void show() {
        hidden = false;
    }

    boolean isHidden() {
        return hidden;
    }

    /// Delivers again after a while, if only nothing.
    void nudge(Duration wait) {
        changes.nudge(wait);
    }

    @Override
    public void close() {
        subscription.close();
        beats.close();
        changes.close();
    }
}
