package dev.rollcall.requests.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.LivePages;
import dev.rollcall.people.AgentId;
import dev.rollcall.requests.RequestChanged;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Lets open pages read again when something was asked or decided that they show.
@Component
class RequestPulse {

    private final LivePages<Set<AgentId>> pages = new LivePages<>("requests-pulse");

    /// @param concerns whether a page shows a change about some people; none: about everybody
    /// @param read what the page shows, off the page
    /// @param show with the page locked
    <T> Registration follow(
            UI ui, Predicate<Set<AgentId>> concerns, Supplier<T> read, Consumer<T> show) {
        return pages.follow(ui, concerns, read, show);
    }

    /// After commit: whoever reads finds it.
    @TransactionalEventListener(fallbackExecution = true)
    void on(RequestChanged change) {
        pages.changed(change.agents());
    }
}
