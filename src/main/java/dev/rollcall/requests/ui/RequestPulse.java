package dev.rollcall.requests.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.people.AgentId;
import dev.rollcall.requests.RequestChanged;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Lets open pages read again when something was asked or decided that they show. They read off the
/// page and on threads of their own, in the name of whoever looks; several changes at once are one
/// reading.
@Component
class RequestPulse {

    private static final Logger LOG = LoggerFactory.getLogger(RequestPulse.class);

    private final Set<Watcher<?>> watchers = ConcurrentHashMap.newKeySet();

    /// @param concerns whether a page shows a change about some people; none: about everybody
    /// @param read what the page shows, off the page
    /// @param show with the page locked
    <T> Registration follow(
            UI ui, Predicate<Set<AgentId>> concerns, Supplier<T> read, Consumer<T> show) {
        var watcher = new Watcher<>(ui, concerns, read, show);
        watchers.add(watcher);
        return () -> {
            watchers.remove(watcher);
            watcher.page.close();
        };
    }

    /// After commit: whoever reads finds it.
    @TransactionalEventListener(fallbackExecution = true)
    void on(RequestChanged change) {
        for (var watcher : watchers) {
            if (watcher.concerns.test(change.agents())) {
                watcher.changed();
            }
        }
    }

    private static final class Watcher<T> {
        private final Onlooker onlooker = Onlooker.current();
        private final AtomicBoolean asked = new AtomicBoolean();
        private final Object oneAtATime = new Object();
        private final Predicate<Set<AgentId>> concerns;
        private final Supplier<T> read;
        private final Coalescer<String, T> page;

        Watcher(UI ui, Predicate<Set<AgentId>> concerns, Supplier<T> read, Consumer<T> show) {
            this.concerns = concerns;
            this.read = read;
            this.page = Coalescer.to(ui, models -> models.forEach(show));
        }

        private void changed() {
            if (asked.compareAndSet(false, true)) {
                Thread.ofVirtual().name("requests-pulse").start(this::readAgain);
            }
        }

        private void readAgain() {
            synchronized (oneAtATime) {
                asked.set(false);
                try {
                    onlooker.does(() -> page.add("", read.get()));
                } catch (RuntimeException e) {
                    // What is shown stays; whoever acts on it is told then.
                    LOG.debug("A page of requests is behind: {}", e.getClass().getSimpleName());
                }
            }
        }
    }
}
