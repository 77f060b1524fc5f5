package dev.rollcall.database;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// A durable listener whose first attempt fails.
@Component
class ProbeListener {

    private final SynchronousQueue<Integer> attempts = new SynchronousQueue<>();
    private int count;

    /// Something happened.
    record Probe(int number) {}

    @ApplicationModuleListener
    void on(Probe probe) throws InterruptedException {
        count++;
        if (!attempts.offer(count, 10, TimeUnit.SECONDS) || count == 1) {
            throw new IllegalStateException("On purpose: attempt 1 for " + probe);
        }
    }

    @Nullable Integer nextAttempt() throws InterruptedException {
        return attempts.poll(10, TimeUnit.SECONDS);
    }
}
