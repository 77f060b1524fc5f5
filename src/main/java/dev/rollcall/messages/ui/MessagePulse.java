package dev.rollcall.messages.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.LivePages;
import dev.rollcall.messages.MessagesChanged;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.AfterCommit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets open pages read again when messages were sent, seen or answered.
@Component
class MessagePulse {

    private final LivePages<MessagesChanged> pages = new LivePages<>("messages-pulse");

    // Not @TransactionalEventListener: around those Modulith keeps books in the database.

    @EventListener
    void on(MessagesChanged change) {
        AfterCommit.run(() -> pages.changed(change));
    }

    /// What becomes of messages to somebody.
    <T> Registration follow(UI ui, AgentId agent, Supplier<T> read, Consumer<T> show) {
        return pages.follow(ui, change -> change.agents().contains(agent), read, show);
    }

    /// What becomes of any message.
    <T> Registration followAll(UI ui, Supplier<T> read, Consumer<T> show) {
        return pages.follow(ui, _ -> true, read, show);
    }
}
