package dev.rollcall.overrides.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.LivePages;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.NextStatusChanged;
import dev.rollcall.shared.AfterCommit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets open pages read again when somebody is to be something else next.
@Component
class NextPulse {

    private final LivePages<NextStatusChanged> pages = new LivePages<>("next-status-pulse");

    // Not @TransactionalEventListener: around those Modulith keeps books in the database.

    @EventListener
    void on(NextStatusChanged change) {
        AfterCommit.run(() -> pages.changed(change));
    }

    <T> Registration follow(UI ui, AgentId agent, Supplier<T> read, Consumer<T> show) {
        return pages.follow(ui, change -> change.agent().equals(agent), read, show);
    }
}
