package dev.rollcall.database;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long the work of the present thread may still wait for the database. Whoever is asked by a
/// program that wants an answer in time sets it; without it, a statement may take as long as the
/// pool allows.
///
/// It bounds the waits for single answers: a database that has stopped answering is given up when
/// the time is over, one that works is not interrupted between two statements.
public final class Patience {

    private static final Duration LEAST = Duration.ofMillis(250);
    private static final ThreadLocal<@Nullable Long> END = new ThreadLocal<>();

    private Patience() {}

    /// Work that may fail in the caller's own way.
    @FunctionalInterface
    public interface Work<E extends Exception, F extends Exception> {
        void run() throws E, F;
    }

    /// Runs work whose waits for the database end after `time`.
    public static <E extends Exception, F extends Exception> void within(
            Duration time, Work<E, F> work) throws E, F {
        var before = END.get();
        END.set(System.nanoTime() + time.toNanos());
        try {
            work.run();
        } finally {
            if (before == null) {
                END.remove();
            } else {
                END.set(before);
            }
        }
    }

    /// What is left, at least a quarter of a second; empty when nobody set a limit.
    static Optional<Duration> left() {
        return Optional.ofNullable(END.get())
                .map(end -> Duration.ofNanos(end - System.nanoTime()))
                .map(left -> left.compareTo(LEAST) < 0 ? LEAST : left);
    }

    /// Whether there was a limit and it has passed.
    static boolean isOver() {
        var end = END.get();
        return end != null && System.nanoTime() > end;
    }
}
