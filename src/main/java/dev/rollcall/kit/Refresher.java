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

    private <R> Refresher(
            UI ui,
            Duration first,
            Duration every,
            Supplier<R> read,
            Consumer<R> show,
            Runnable failed) {
        var viewer = Onlooker.current();
        var busy = new AtomicBoolean();
        ticking =
                TIMER.scheduleWithFixedDelay(
                        () -> {
                            if (busy.compareAndSet(false, true)) {
                                Thread.startVirtualThread(() -> {
                                    try {
                                        refresh(ui, viewer, read, show, failed);
                                    } finally {
                                        busy.set(false);
                                    }
                                });
                            }
                        },
                        first.toMillis(),
                        every.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// Starts reading for a page, until it is closed.
    ///
    /// @param read off the page, with the rights of whoever opened it
    /// @param show with the page locked
    public static <R> Refresher start(UI ui, Duration every, Supplier<R> read, Consumer<R> show) {
        return new Refresher(ui, every, every, read, show, () -> {});
    }

    /// As [#start], for a page that has nothing to show before it was read: begins at once.
    ///
    /// @param failed with the page locked, when it could not be read this time
    public static <R> Refresher startNow(
            UI ui, Duration every, Supplier<R> read, Consumer<R> show, Runnable failed) {
        return new Refresher(ui, Duration.ZERO, every, read, show, failed);
    }

    private static <R> void refresh(
            UI ui, Onlooker viewer, Supplier<R> read, Consumer<R> show, Runnable failed) {
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
            // Unless the page does otherwise, what is shown stays, and what tells its age ticks on.
            LOG.debug("A page could not be refreshed: {}", e.getClass().getSimpleName());
            ui.access(failed::run);
        }
    }

    @Override
    public void close() {
        ticking.cancel(false);
    }
}
