package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.adherence.ExcusesChanged;
import dev.rollcall.excuses.ExplanationsChanged;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Onlooker;
import dev.rollcall.shared.AfterCommit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets open pages read again when something was explained, decided or excused. They read off the
/// page and in the name of whoever looks; a hundred changes at once are one reading.
@Component
class ExcusePulse {

    private static final Logger LOG = LoggerFactory.getLogger(ExcusePulse.class);

    private final Set<Watcher<?>> watchers = ConcurrentHashMap.newKeySet();

    /// @param read what the page shows, off the page
    /// @param show with the page locked
    <T> Registration follow(UI ui, Supplier<T> read, Consumer<T> show) {
        var watcher = new Watcher<>(ui, read, show);
        watchers.add(watcher);
        return () -> {
            watchers.remove(watcher);
            watcher.page.close();
        };
    }

    // Not @TransactionalEventListener: around those Modulith keeps books in the database, and an
    // incident names everybody.

    @EventListener
    void on(ExplanationsChanged change) {
        AfterCommit.run(() -> watchers.forEach(Watcher::changed));
    }

    @EventListener
    void on(ExcusesChanged change) {
        AfterCommit.run(() -> watchers.forEach(Watcher::changed));
    }

    private static final class Watcher<T> {
        private final Onlooker onlooker = Onlooker.current();
        private final AtomicBoolean asked = new AtomicBoolean();
        private final Object oneAtATime = new Object();
        private final Supplier<T> read;
        private final Coalescer<String, T> page;

        Watcher(UI ui, Supplier<T> read, Consumer<T> show) {
            this.read = read;
            this.page = Coalescer.to(ui, models -> models.forEach(show));
        }

        private void changed() {
            if (asked.compareAndSet(false, true)) {
                Thread.ofVirtual().name("excuses-pulse").start(this::readAgain);
            }
        }

        private void readAgain() {
            synchronized (oneAtATime) {
                asked.set(false);
                try {
                    onlooker.does(() -> page.add("", read.get()));
                } catch (RuntimeException e) {
                    // What is shown stays; whoever acts on it is told then.
                    LOG.debug("A page of excuses is behind: {}", e.getClass().getSimpleName());
                }
            }
        }
    }
}
