package dev.rollcall.adherence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// What monitoring learns of the live board: how long its rounds take, how late it wakes for what
/// no event announces, who looks at it, and how old it is.
final class BoardMetrics {

    private static final Duration[] ROUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1)
    };
    private static final Duration[] LATENESS = {
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final Timer rounds;
    private final Timer wakes;
    private final Counter unannounced;

    /// @param age seconds since the board was last known to be right
    BoardMetrics(
            MeterRegistry metrics,
            Map<?, ?> rows,
            Collection<?> subscriptions,
            Supplier<Number> age) {
        rounds =
                Timer.builder("rollcall.board.round")
                        .description("One round of the board, with its query")
                        .serviceLevelObjectives(ROUNDS)
                        .register(metrics);
        wakes =
                Timer.builder("rollcall.board.wake.late")
                        .description(
                                "How long after the moment a row changes by itself the board"
                                        + " judged it")
                        .serviceLevelObjectives(LATENESS)
                        .register(metrics);
        unannounced =
                Counter.builder("rollcall.board.unannounced")
                        .description("States that changed though nothing said so: defects")
                        .register(metrics);
        Gauge.builder("rollcall.board.rows", rows, Map::size)
                .description("People on the board")
                .register(metrics);
        Gauge.builder("rollcall.boards.open", subscriptions, Collection::size)
                .description("Screens that are told of the board's changes")
                .register(metrics);
        Gauge.builder("rollcall.board.age", age)
                .description("Since the board last finished a round; grows to a minute when calm")
                .baseUnit("seconds")
                .register(metrics);
    }

    void round(long nanos) {
        rounds.record(nanos, TimeUnit.NANOSECONDS);
    }

    void woke(Duration late) {
        wakes.record(late);
    }

    void unannounced() {
        unannounced.increment();
    }
}
