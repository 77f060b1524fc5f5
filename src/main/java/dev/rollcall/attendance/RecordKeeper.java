package dev.rollcall.attendance;

import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Adds up days that are over while the product serves: after an upgrade, after a restore, and each
/// day anew; the newest first, in small steps, each followed by a rest as long as itself. Dates
/// somebody missed, or of which something changed, come first.
@Component
@EnableConfigurationProperties(KeepingProperties.class)
class RecordKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RecordKeeper.class);

    /// As far back as one may look at a time.
    private static final int DAYS_BACK = Attendance.MOST_DAYS + 2;

    private static final Duration ROUND = Duration.ofMinutes(10);

    private final AttendanceRecords records;
    private final KeepingProperties properties;
    private final ApplicationClock clock;
    private @Nullable ScheduledExecutorService timer;
    private volatile boolean running;
    private long lastRound;
    private boolean everRound;
    private long stepBegan;

    RecordKeeper(AttendanceRecords records, KeepingProperties properties, ApplicationClock clock) {
        this.records = records;
        this.properties = properties;
        this.clock = clock;
    }

    private void look() {
        try {
            int made = 0;
            for (var date : records.takeWanted()) {
                made += make(date);
            }
            if (!everRound || System.nanoTime() - lastRound > ROUND.toNanos()) {
                made += round();
                lastRound = System.nanoTime();
                everRound = true;
            }
            if (made > 0) {
                LOG.debug("Added up {} days of attendance", made);
            }
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("Attendance could not be added up; the next look tries again", e);
            }
        }
    }

    private int round() {
        int made = 0;
        var newest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int back = 0; back <= DAYS_BACK && running; back++) {
            made += make(newest.minusDays(back));
        }
        return made;
    }

    private int make(LocalDate date) {
        rest(0);
        return running ? records.make(date, () -> rest(System.nanoTime() - stepBegan)) : 0;
    }

    private void rest(long worked) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(worked, records.rest().toNanos()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while resting", e);
        }
        stepBegan = System.nanoTime();
    }

    @Override
    public synchronized void start() {
        long pause = properties.keepEvery().toMillis();
        if (timer == null && pause > 0) {
            running = true;
            timer =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().name("attendance-records").factory());
            var unused =
                    timer.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (timer != null) {
            timer.shutdown();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
