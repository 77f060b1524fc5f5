package dev.rollcall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Many events, ten times a second, of anybody but some.
final class Churn implements AutoCloseable {

    private static final int BEATS = 10;

    private final Thread thread;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean running = true;

    /// @param spared names of people who are left alone
    Churn(PresenceFeed feed, List<String> spared, int perSecond) {
        thread = Thread.ofPlatform().start(() -> run(feed, spared, perSecond));
    }

    private void run(PresenceFeed feed, List<String> spared, int perSecond) {
        var chance = new Random(perSecond);
        for (int beat = 0; running; beat++) {
            long next = System.nanoTime() + 1_000_000_000L / BEATS;
            var subjects = new ArrayList<String>();
            while (subjects.size() < perSecond / BEATS) {
                var name = Workforce.name(PreparedFloor.PREFIX, chance.nextInt(feed.people()));
                if (!spared.contains("Person " + name)) {
                    subjects.add(name);
                }
            }
            try {
                feed.send(subjects, beat % 2 == 0 ? "AVAILABLE" : "ACTIVE");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sent.addAndGet(subjects.size());
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    int sent() {
        return sent.get();
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
    }
}
