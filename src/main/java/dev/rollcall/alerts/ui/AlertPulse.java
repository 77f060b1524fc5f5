package dev.rollcall.alerts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.alerts.AlertsChanged;
import dev.rollcall.kit.LivePages;
import dev.rollcall.shared.AfterCommit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets open pages read again when alerts were raised or cleared.
@Component
class AlertPulse {

    private final LivePages<AlertsChanged> pages = new LivePages<>("alerts-pulse");

    // Not @TransactionalEventListener: around those Modulith keeps books in the database.

    @EventListener
    void on(AlertsChanged change) {
        AfterCommit.run(() -> pages.changed(change));
    }

    <T> Registration follow(UI ui, Supplier<T> read, Consumer<T> show) {
        return pages.follow(ui, _ -> true, read, show);
    }
}
