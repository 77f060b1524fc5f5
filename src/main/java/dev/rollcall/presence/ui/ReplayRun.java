package dev.rollcall.presence.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.presence.RejectedEvents;
import dev.rollcall.presence.RejectedEvents.Filter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;

/// Replays many events, a portion at a time, and says how far it is. Whoever stops it or leaves
/// loses nothing: what was not tried yet still waits.
final class ReplayRun extends Dialog {

    private static final int PORTION = 50;

    /// What came of it.
    record Tally(int accepted, int duplicates, int rejected, boolean away) {}

    private final RejectedEvents inbox;
    private final Portions portions;
    private final int all;
    private final Consumer<Tally> onEnd;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph far = new Paragraph();
    private Tally tally = new Tally(0, 0, 0, false);
    private boolean over;

    private interface Portions {
        List<Long> next();
    }

    private ReplayRun(RejectedEvents inbox, Portions portions, int all, Consumer<Tally> onEnd) {
        this.inbox = inbox;
        this.portions = portions;
        this.all = all;
        this.onEnd = onEnd;
        setHeaderTitle(getTranslation("presence.rejected.replaying"));
        setWidth("26rem");
        setCloseOnOutsideClick(false);
        far.getElement().setAttribute("role", "status");
        bar.setMax(Math.max(1, all));
        bar.getElement().setAttribute("aria-label", getTranslation("presence.rejected.replaying"));
        add(far, bar);
        getFooter().add(new Button(getTranslation("presence.rejected.stop"), _ -> end()));
        addDialogCloseActionListener(_ -> end());
    }

    /// These, in their order.
    static ReplayRun of(RejectedEvents inbox, List<Long> numbers, Consumer<Tally> onEnd) {
        var left = new ArrayDeque<>(numbers);
        return new ReplayRun(
                inbox,
                () -> {
                    var portion = new ArrayList<Long>();
                    while (portion.size() < PORTION && !left.isEmpty()) {
                        portion.add(left.removeFirst());
                    }
                    return portion;
                },
                numbers.size(),
                onEnd);
    }

    /// Everything that waits, oldest first, so that events keep their order.
    static ReplayRun all(RejectedEvents inbox, Filter filter, int count, Consumer<Tally> onEnd) {
        var last = new long[1];
        return new ReplayRun(
                inbox,
                () -> {
                    var portion = inbox.waiting(filter, last[0], PORTION);
                    last[0] = portion.isEmpty() ? last[0] : portion.getLast();
                    return portion;
                },
                count,
                onEnd);
    }

    /// Starts; what fits into one portion needs no dialog.
    void start() {
        if (all > PORTION) {
            open();
        }
        next();
    }

    private void next() {
        if (over) {
            return;
        }
        try {
            var portion = portions.next();
            var results = inbox.replay(portion).values();
            tally =
                    new Tally(
                            tally.accepted + count(results, Outcome.ACCEPTED),
                            tally.duplicates + count(results, Outcome.DUPLICATE),
                            tally.rejected + count(results, Outcome.REJECTED),
                            false);
            if (portion.size() < PORTION) {
                end();
                return;
            }
        } catch (DataAccessException e) {
            tally = new Tally(tally.accepted, tally.duplicates, tally.rejected, true);
            end();
            return;
        }
        int done = tally.accepted + tally.duplicates + tally.rejected;
        bar.setValue(Math.min(done, bar.getMax()));
        far.setText(getTranslation("presence.rejected.soFar", done, Math.max(done, all)));
        // The browser asks for the next portion: a page that is gone asks no more.
        UI.getCurrentOrThrow().getPage().executeJs("return true").then(_ -> next());
    }

    private static int count(Collection<EventResult> results, Outcome outcome) {
        return Math.toIntExact(results.stream().filter(r -> r.outcome() == outcome).count());
    }

    private void end() {
        if (!over) {
            over = true;
            close();
            onEnd.accept(tally);
        }
    }
}
