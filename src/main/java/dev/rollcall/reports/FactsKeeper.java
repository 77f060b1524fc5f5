package dev.rollcall.reports;

import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Adds up days that are over while the product serves: what somebody missed or what changed first,
/// then everything the longest report looks back on, the newest date first. After each step of a
/// hundred people it rests as long as it worked, and longer while somebody changes what it goes
/// through. Prepares the weekly reports, too.
@Component
@EnableConfigurationProperties(KeepingProperties.class)
class FactsKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FactsKeeper.class);

    /// A quarter and the quarter before it, which the first is compared with.
    private static final int DAYS_BACK = 2 * AdherenceReports.MOST_DAYS + 1;

    private final Facts facts;
    private final WeeklyReports weekly;
    private final ObjectProvider<PastToCome> past;
    private final Duration pause;
    private final Duration roundEvery;
    private final ApplicationClock clock;
    private final Deque<LocalDate> round = new ArrayDeque<>();
    private boolean weeksAreDue;
    private long roundEnded;
    private @Nullable CountDownLatch stopped;
    private @Nullable Thread thread;

    FactsKeeper(
            Facts facts,
            WeeklyReports weekly,
            ObjectProvider<PastToCome> past,
            KeepingProperties properties,
            ApplicationClock clock) {
        this.facts = facts;
        this.weekly = weekly;
        this.past = past;
        this.pause = properties.keepEvery();
        this.roundEvery = properties.roundEvery();
        this.roundEnded = System.nanoTime() - roundEvery.toNanos();
        this.clock = clock;
    }

    private void work(CountDownLatch end) {
        while (!isOver(end, pause.toNanos())) {
            try {
                look(end);
            } catch (RuntimeException e) {
                if (end.getCount() > 0) {
                    LOG.warn(
                            "Days could not be added up for reports; the next look tries again", e);
                }
            }
        }
    }

    private void look(CountDownLatch end) {
        // What is told of the past drops what was added up of it: that can wait for its end.
        if (past.stream().anyMatch(PastToCome::isComing)) {
            return;
        }
        if (round.isEmpty() && System.nanoTime() - roundEnded >= roundEvery.toNanos()) {
            var newest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            for (int back = 0; back <= DAYS_BACK; back++) {
                round.add(newest.minusDays(back));
            }
            weeksAreDue = true;
        }
        do {
            facts.takeWanted().forEach(date -> make(date, end));
            var next = round.poll();
            if (next != null) {
                make(next, end);
                if (round.isEmpty()) {
                    roundEnded = System.nanoTime();
                }
            }
        } while (!round.isEmpty() && end.getCount() > 0);
        if (weeksAreDue && end.getCount() > 0) {
            weekly.prepare();
            weeksAreDue = false;
        }
    }

    private void make(LocalDate date, CountDownLatch end) {
        if (isOver(end, facts.rest().toNanos())) {
            return;
        }
        var began = new long[] {System.nanoTime()};
        facts.make(
                date,
                () -> {
                    isOver(end, Math.max(System.nanoTime() - began[0], facts.rest().toNanos()));
                    began[0] = System.nanoTime();
                });
    }

    private static boolean isOver(CountDownLatch end, long nanos) {
        try {
            return end.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null && !pause.isZero()) {
            var end = new CountDownLatch(1);
            stopped = end;
            thread = Thread.ofPlatform().daemon().name("report-facts").start(() -> work(end));
        }
    }

    @Override
    public synchronized void stop() {
        var end = stopped;
        if (end != null) {
            end.countDown();
        }
        thread = null;
        stopped = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
