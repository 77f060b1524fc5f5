package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.adherence.ExcusesChanged;
import dev.rollcall.excuses.ExplanationsChanged;
import dev.rollcall.kit.LivePages;
import dev.rollcall.shared.AfterCommit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets open pages read again when something was explained, decided or excused.
@Component
class ExcusePulse {

    private final LivePages<Object> pages = new LivePages<>("excuses-pulse");

    /// @param read what the page shows, off the page
    /// @param show with the page locked
    <T> Registration follow(UI ui, Supplier<T> read, Consumer<T> show) {
        return pages.follow(ui, _ -> true, read, show);
    }

    // Not @TransactionalEventListener: around those Modulith keeps books in the database, and an
    // incident names everybody.

    @EventListener
    void on(ExplanationsChanged change) {
        AfterCommit.run(() -> pages.changed(change));
    }

    @EventListener
    void on(ExcusesChanged change) {
        AfterCommit.run(() -> pages.changed(change));
    }
}
