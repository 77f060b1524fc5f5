package dev.rollcall.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.Refresher;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two ways in which widgets stay up to date.
public final class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private Following() {}

    /// Follows what lives in memory: looks at once, and again whenever something changed, at most
    /// four times a second.
    ///
    /// @param listen told what to call on a change, from any thread; until its answer is removed
    /// @param look shows what is so now, with the page locked; reads memory only
    public static Registration live(
            UI ui, WidgetFrame frame, Function<Runnable, Registration> listen, Runnable look) {
        Coalescer<String, String> changes = Coalescer.to(ui, _ -> guarded(frame, look));
        var listening = listen.apply(() -> changes.add("", ""));
        guarded(frame, look);
        return () -> {
            listening.remove();
            changes.close();
        };
    }

    private static void guarded(WidgetFrame frame, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("A widget could not be shown", e);
            frame.failed();
        }
    }

    /// Follows what is read from the database: at once and again every so often, off the page.
    ///
    /// @param read with the rights of whoever opened the page
    /// @param show with the page locked
    public static <R> Registration reading(
            UI ui, WidgetFrame frame, Duration every, Supplier<R> read, Consumer<R> show) {
        var refresher = Refresher.startNow(ui, every, read, show, frame::failed);
        return refresher::close;
    }
}
