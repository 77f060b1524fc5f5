package dev.rollcall.presence;

import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Notices that a source with heartbeats has gone silent, though no event says so. One look over a
/// few sources in memory each second; whose timelines a silence changes is asked once.
@Component
@EnableConfigurationProperties(PresenceProperties.class)
class SourceWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SourceWatch.class);

    private final Sources sources;
    private final Ingest ingest;
    private final ApplicationClock clock;
    private final PresenceProperties properties;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService timer;

    SourceWatch(
            Sources sources, Ingest ingest, ApplicationClock clock, PresenceProperties properties) {
        this.sources = sources;
        this.ingest = ingest;
        this.clock = clock;
        this.properties = properties;
    }

    /// Looks once. A silence is told once, from its last sign of life on.
    void look() {
        var now = clock.instant();
        sources.staleAt(now)
                .forEach((source, lastSign) -> {
                    if (!lastSign.equals(told.get(source))) {
                        ingest.listenTo(source, now);
                        told.put(source, lastSign);
                    }
                });
    }

    /// Tells every silence again.
    void forget() {
        told.clear();
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            log.warn("The silent sources could not be told; the next look tries again", e);
        }
    }

    @Override
    public synchronized void start() {
        long pause = properties.silenceCheck().toMillis();
        if (timer == null && pause > 0) {
            timer =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().name("source-watch").factory());
            // The pause is real time: however fast the application's clock runs, a silence begins
            // at the last sign of life and not when it is noticed.
            var unused =
                    timer.scheduleWithFixedDelay(
                            this::lookSafely, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdown();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
