package dev.rollcall.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Open pages that read again what they show when something changed. They read off the page, on
/// threads of their own and in the name of whoever looks; many changes at once are one reading.
///
/// @param <C> what a change is about
public final class LivePages<C> {

    private static final Logger LOG = LoggerFactory.getLogger(LivePages.class);

    private final String name;
    private final Set<Watcher<C, ?>> watchers = ConcurrentHashMap.newKeySet();

    /// @param name what the threads are called
    public LivePages(String name) {
        this.name = name;
    }

    /// Lets a page follow, until it is detached.
    ///
    /// @param concerns whether the page shows what a change is about; from memory
    /// @param read what the page shows, off the page
    /// @param show with the page locked
    public <T> Registration follow(
            UI ui, Predicate<C> concerns, Supplier<T> read, Consumer<T> show) {
        var watcher = new Watcher<>(name, ui, concerns, read, show);
        watchers.add(watcher);
        return () -> {
            watchers.remove(watcher);
            watcher.page.close();
        };
    }

    /// Something changed; what is read now must find it, so it is told after the commit.
    public void changed(C change) {
        for (var watcher : watchers) {
            if (watcher.concerns.test(change)) {
                watcher.changed();
            }
        }
    }

    private static final class Watcher<C, T> {
        private final Onlooker onlooker = Onlooker.current();
        private final AtomicBoolean asked = new AtomicBoolean();
        private final Object oneAtATime = new Object();
        private final String name;
        private final Predicate<C> concerns;
        private final Supplier<T> read;
        private final Coalescer<String, T> page;

        Watcher(String name, UI ui, Predicate<C> concerns, Supplier<T> read, Consumer<T> show) {
            this.name = name;
            this.concerns = concerns;
            this.read = read;
            this.page = Coalescer.to(ui, models -> models.forEach(show));
        }

        private void changed() {
            if (asked.compareAndSet(false, true)) {
                Thread.ofVirtual().name(name).start(this::readAgain);
            }
        }

        private void readAgain() {
            synchronized (oneAtATime) {
                asked.set(false);
                try {
                    onlooker.does(() -> page.add("", read.get()));
                } catch (RuntimeException e) {
                    // What is shown stays; whoever acts on it is told then.
                    LOG.debug("A page is behind ({}): {}", name, e.getClass().getSimpleName());
                }
            }
        }
    }
}
