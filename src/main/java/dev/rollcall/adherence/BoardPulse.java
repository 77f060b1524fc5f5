package dev.rollcall.adherence;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes sure every few seconds that the board could take in a change if one came: the database
/// answers, and the board works off what waits. Tells the screens so; when it cannot, it tells
/// nothing, and they find out by the silence. One for the whole server, and only while somebody
/// looks.
@Component
public class BoardPulse implements DisposableBean {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /// How long a screen waits before it calls itself stale: two beats, and a little for the way.
    public static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final Logger LOG = LoggerFactory.getLogger(BoardPulse.class);

    private final LiveBoard board;
    private final JdbcClient jdbc;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("board-pulse").daemon().factory());

    private @Nullable ScheduledFuture<?> beating;
    private boolean wellBefore = true;
    private volatile long count;

    BoardPulse(LiveBoard board, JdbcClient jdbc) {
        this.board = board;
        this.jdbc = jdbc;
    }

    /// Calls the listener at each beat, on the pulse's own thread, until the answer is closed. The
    /// listener returns at once.
    public synchronized Listening listen(Runnable listener) {
        listeners.add(listener);
        if (beating == null) {
            beating =
                    thread.scheduleWithFixedDelay(
                            this::beat,
                            INTERVAL.toMillis(),
                            INTERVAL.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        return new Listening(listener);
    }

    /// How many beats there were.
    public long count() {
        return count;
    }

    /// A place to be told of beats.
    public final class Listening implements AutoCloseable {
        private final Runnable listener;

        private Listening(Runnable listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            remove(listener);
        }
    }

    private synchronized void remove(Runnable listener) {
        listeners.remove(listener);
        if (listeners.isEmpty() && beating != null) {
            beating.cancel(false);
            beating = null;
        }
    }

    private void beat() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            board.settle();
            if (board.isCatchingUp()) {
                return;
            }
            wellBefore = true;
            count++;
            listeners.forEach(Runnable::run);
        } catch (RuntimeException e) {
            if (wellBefore) {
                LOG.warn("The board cannot be kept up to date; screens show it as stale", e);
            }
            wellBefore = false;
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
