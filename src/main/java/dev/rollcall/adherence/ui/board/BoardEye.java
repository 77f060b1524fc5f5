package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.component.UI;
import dev.rollcall.adherence.ui.picture.Viewer;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.people.AgentId;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/// One page's eye on a picture. Told of changes on any thread, it looks with the page locked: at
/// once, then at most four times a second, and never while the page is hidden.
final class BoardEye implements Viewer, AutoCloseable {

    private enum Signal {
        CHANGE,
        BEAT
    }

    /// What the page does when it looks.
    interface Look {
        /// @param beat whether it was also told that all is well
        void at(boolean beat);
    }

    private final Predicate<Set<AgentId>> onScreen;
    private final Coalescer<Signal, Signal> signals;
    private volatile boolean closed;
    private volatile boolean shut;

    /// @param onScreen whether the page shows any of some people; asked on any thread
    BoardEye(UI ui, Predicate<Set<AgentId>> onScreen, Look look) {
        this.onScreen = onScreen;
        this.signals =
                Coalescer.to(
                        ui,
                        (Collection<Signal> told) -> {
                            if (!shut) {
                                look.at(told.contains(Signal.BEAT));
                            }
                        });
    }

    @Override
    public boolean sees(Set<AgentId> agents) {
        return !shut && onScreen.test(agents);
    }

    @Override
    public void changed() {
        tell(Signal.CHANGE);
    }

    @Override
    public void beat() {
        tell(Signal.BEAT);
    }

    private void tell(Signal signal) {
        if (!shut && !closed) {
            signals.add(signal, signal);
        }
    }

    /// Looks at nothing until it is opened; whoever opens it looks at everything first.
    void shut(boolean nowShut) {
        shut = nowShut;
        if (shut) {
            signals.forget();
        }
    }

    boolean isShut() {
        return shut;
    }

    @Override
    public void close() {
        closed = true;
        signals.close();
    }
}
