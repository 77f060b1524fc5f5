package dev.rollcall.presence;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;

/// Stands before pages that are for people who work now: whoever is tracked and not clocked in
/// finds, in the page's place, why it is shut and the way to clock in. It opens at once when they
/// clock in, wherever they do, and shuts when they clock out; who is not tracked meets no gate.
///
/// A view puts its page behind it with `add(gate.before(getTranslation("work.console.title"),
/// ConsolePage::new))`.
///
/// It keeps pages shut, not services: what must not happen before clocking in is refused by
/// whatever does it.
public interface ClockInGate {

    /// Whether the gate is shut for whoever is signed in.
    boolean isShut();

    /// A page behind the gate.
    ///
    /// @param name what the page is called
    /// @param page makes it, anew each time the gate opens
    Component before(String name, Supplier<? extends Component> page);

    /// A line above a page that can be read meanwhile, there while the gate is shut.
    ///
    /// @param sentence says what has to wait
    /// @param onChange told that the gate opened or shut, with the page locked
    Component notice(String sentence, Runnable onChange);
}
