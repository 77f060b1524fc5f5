package dev.rollcall.presence;

import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.shared.ApplicationClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// What monitoring learns of the one way in: how many events became what, how long a batch takes
/// until it is committed and told, and whether the feeds give signs of life. No names of people and
/// none of feeds.
@Component
class IngestMetrics {

    private static final Duration[] LIMITS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Map<Outcome, Counter> events = new EnumMap<>(Outcome.class);
    private final Timer done;
    private final Timer failed;

    IngestMetrics(MeterRegistry metrics, Sources sources, ApplicationClock clock) {
        for (var outcome : Outcome.values()) {
            events.put(
                    outcome,
                    Counter.builder("rollcall.events")
                            .description("Presence and work events, by what became of them")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(metrics));
        }
        done = batches(metrics, "done");
        failed = batches(metrics, "failed");
        Gauge.builder("rollcall.feeds.declared", sources, Sources::count)
                .description("Feeds that promised signs of life")
                .register(metrics);
        Gauge.builder("rollcall.feeds.silent", sources, s -> s.staleAt(clock.instant()).size())
                .description("Feeds that promised signs of life and give none")
                .register(metrics);
        Gauge.builder("rollcall.feeds.silence", sources, s -> longest(s, clock.instant()))
                .description("How long the feed that is silent longest has been so")
                .baseUnit("seconds")
                .register(metrics);
    }

    private static Timer batches(MeterRegistry metrics, String result) {
        return Timer.builder("rollcall.ingest")
                .description("From taking a batch of events in to having committed and told it")
                .tag("result", result)
                .serviceLevelObjectives(LIMITS)
                .register(metrics);
    }

    private static double longest(Sources sources, Instant now) {
        return sources.staleAt(now).values().stream()
                .mapToLong(last -> Duration.between(last, now).toSeconds())
                .max()
                .orElse(0);
    }

    /// Takes a batch in and notes how that went.
    List<EventResult> measure(Supplier<List<EventResult>> batch) {
        long start = System.nanoTime();
        boolean isDone = false;
        try {
            var results = batch.get();
            for (var result : results) {
                var counter = events.get(result.outcome());
                if (counter != null) {
                    counter.increment();
                }
            }
            isDone = true;
            return results;
        } finally {
            (isDone ? done : failed).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }
}
