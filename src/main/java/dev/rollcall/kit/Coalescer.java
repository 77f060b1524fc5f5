package dev.rollcall.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Stands between something that changes often and a page that is pushed to: the first change goes
/// out at once, what follows within a quarter of a second goes out together. So a page gets at most
/// four pushes a second.
///
/// Of each key only the latest value is kept, and while the page has not taken one delivery the
/// next is not handed over: a page on a slow line costs one map, however long it takes.
///
/// @param <K> what a value belongs to
/// @param <V> what is delivered
public final class Coalescer<K, V> {

    private static final Duration PAUSE = Duration.ofMillis(250);

    // Pages come and go; what is counted of them belongs to the process.
    private static final Timer WAITS =
            Timer.builder("rollcall.push.wait")
                    .description("From the moment a delivery was due until the page took it")
                    .serviceLevelObjectives(
                            Duration.ofMillis(50),
                            Duration.ofMillis(250),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(5))
                    .register(Metrics.globalRegistry);
    private static final Counter VALUES =
            Counter.builder("rollcall.push.values")
                    .description("Values delivered to pages, after coalescing")
                    .register(Metrics.globalRegistry);

    private final Clockwork timer;
    private final LongSupplier nanoTime;
    private final Consumer<Runnable> page;
    private final Consumer<Collection<V>> sink;

    private final Object lock = new Object();
    private final Map<K, V> waiting = new LinkedHashMap<>();
    private long lastDelivery;
    private boolean onItsWay;
    private boolean nudged;
    private boolean closed;

    Coalescer(
            Clockwork timer,
            LongSupplier nanoTime,
            Consumer<Runnable> page,
            Consumer<Collection<V>> sink) {
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.page = page;
        this.sink = sink;
        this.lastDelivery = nanoTime.getAsLong() - PAUSE.toNanos();
    }

    /// Delivers to a page: `sink` runs with the page locked, and what it changes is pushed.
    public static <K, V> Coalescer<K, V> to(UI ui, Consumer<Collection<V>> sink) {
        return new Coalescer<>(
                SharedTimer::after, System::nanoTime, task -> access(ui, task), sink);
    }

    private static void access(UI ui, Runnable task) {
        try {
            ui.access(task::run);
        } catch (UIDetachedException e) {
            // The page was closed a moment ago: whoever fed it is about to hear of it too.
        }
    }

    /// Takes a value, replacing an undelivered one of the same key. From any thread.
    public void add(K key, V value) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            waiting.put(key, value);
            plan();
        }
    }

    /// Delivers after `wait` whatever has come by then, if only nothing: for a sink that put
    /// something off.
    public void nudge(Duration wait) {
        synchronized (lock) {
            if (closed || nudged) {
                return;
            }
            nudged = true;
        }
        timer.after(
                wait,
                () -> {
                    synchronized (lock) {
                        nudged = false;
                        plan();
                    }
                });
    }

    /// Forgets what waits and takes nothing any more.
    public void close() {
        synchronized (lock) {
            closed = true;
            waiting.clear();
        }
    }

    /// Forgets what waits, because the sink is about to get a picture of everything.
    public void forget() {
        synchronized (lock) {
            waiting.clear();
        }
    }

    private void plan() {
        if (onItsWay || closed) {
            return;
        }
        onItsWay = true;
        long pause = lastDelivery + PAUSE.toNanos() - nanoTime.getAsLong();
        long wait = Math.max(0, pause);
        long due = nanoTime.getAsLong() + wait;
        timer.after(Duration.ofNanos(wait), () -> page.accept(() -> deliver(due)));
    }

    private void deliver(long due) {
        Collection<V> batch;
        synchronized (lock) {
            onItsWay = false;
            lastDelivery = nanoTime.getAsLong();
            if (closed) {
                return;
            }
            batch = new ArrayList<>(waiting.values());
            waiting.clear();
            WAITS.record(lastDelivery - due, TimeUnit.NANOSECONDS);
            VALUES.increment(batch.size());
        }
        sink.accept(batch);
    }

    /// Runs a task later, never on the thread that asks.
    interface Clockwork {
        void after(Duration wait, Runnable task);
    }

    /// One for all pages. A page takes its delivery on a thread of its own: a slow one holds up
    /// nobody else, least of all whoever told of the change.
    private static final class SharedTimer {
        private static final ScheduledExecutorService THREAD =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("coalescer").daemon().factory());

        static void after(Duration wait, Runnable task) {
            if (wait.isZero()) {
                Thread.startVirtualThread(task);
            } else {
                THREAD.schedule(
                        () -> Thread.startVirtualThread(task),
                        wait.toNanos(),
                        TimeUnit.NANOSECONDS);
            }
        }
    }
}
