package dev.rollcall.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.page.PageVisibility;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads something again every few seconds for a page that is open and seen, in the name of whoever
/// looks at it. Reading happens off the page, so that a slow answer holds up nobody.
public final class Refresher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);

    /// Only tells that it is time; the work is done on threads of its own.
    private static final ScheduledExecutorService TIMER =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("refresher").daemon().factory());

    private final ScheduledFuture<?> ticking;

    private <R> Refresher(UI ui, Duration every, Supplier<R> read, Consumer<R> show) {
        var viewer = Onlooker.current();
        var busy = new AtomicBoolean();
        long pause = every.toMillis();
        ticking =
                TIMER.scheduleWithFixedDelay(
                        () -> {
                            if (busy.compareAndSet(false, true)) {
                                Thread.startVirtualThread(() -> {
                                    try {
                                        refresh(ui, viewer, read, show);
                                    } finally {
                                        busy.set(false);
                                    }
                                });
                            }
                        },
                        pause,
                        pause,
                        TimeUnit.MILLISECONDS);
    }

    /// Starts reading for a page, until it is closed.
    ///
    /// @param read off the page, with the rights of whoever opened it
    /// @param show with the page locked
    public static <R> Refresher start(UI ui, Duration every, Supplier<R> read, Consumer<R> show) {
        return new Refresher(ui, every, read, show);
    }

    private static <R> void refresh(UI ui, Onlooker viewer, Supplier<R> read, Consumer<R> show) {
        try {
            if (ui.getPage().pageVisibilitySignal().peek() == PageVisibility.HIDDEN) {
                return;
            }
            viewer.does(() -> {
                var result = read.get();
                ui.access(() -> show.accept(result));
            });
        } catch (UIDetachedException e) {
            // The page was closed a moment ago: whoever opened it is about to close this too.
        } catch (RuntimeException e) {
            // What is shown stays, and whatever tells its age goes on ticking.
            LOG.debug("A page could not be refreshed: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        ticking.cancel(false);
    }
}
