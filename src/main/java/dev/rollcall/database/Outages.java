package dev.rollcall.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Remembers when the database last left somebody without an answer, or refused to write. What
/// judges people by the clock alone waits a while after that: what they did meanwhile could not be
/// written down yet.
public class Outages {

    private static final long LONG_AGO = Duration.ofDays(1).toNanos();

    private final AtomicLong count = new AtomicLong();
    private volatile long last = System.nanoTime() - LONG_AGO;

    Outages() {}

    void note() {
        last = System.nanoTime();
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }

    /// Whether there was trouble within the last real time `span`.
    public boolean within(Duration span) {
        return System.nanoTime() - last < span.toNanos();
    }
}
