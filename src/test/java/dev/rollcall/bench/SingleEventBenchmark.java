package dev.rollcall.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How soon a telephone system hears that one event is safe: sent from outside to the packaged
/// product with 5,000 people on its board. The limit is what this disk takes to keep 512 bytes.
@Tag("bench")
@Tag("single")
class SingleEventBenchmark {

    private static final int PEOPLE = 5_000;
    private static final int ROUNDS = 5;
    private static final int EVENTS = 400;

    private final AtomicInteger turn = new AtomicInteger();

    @Test
    void isAcknowledgedSoon() throws Exception {
        var floor = PreparedFloor.of(PEOPLE, 57);
        var report = new Report("single");
        try (var product = floor.start()) {
            var feed = new PresenceFeed(product, floor);
            sent(feed, 1);
            for (int lines : new int[] {1, 8}) {
                var ours = new ArrayList<Double>();
                var disk = new ArrayList<Double>();
                for (int round = 0; round < ROUNDS; round++) {
                    ours.addAll(sent(feed, lines));
                    disk.addAll(kept());
                }
                var times = Rounds.ofTimes(ours);
                var what = "one event, " + lines + " at a time";
                report.ratio(
                        what + " / a durable write, median",
                        times.median() / Rounds.ofTimes(disk).median());
                report.figure(what + ", p50", "ms", times.median());
                report.figure(what + ", p99", "ms", times.percentile(99));
                report.figure(what + ", worst", "ms", times.worst());
                report.figure(
                        what + ": a durable write, p99", "ms", Rounds.ofTimes(disk).percentile(99));
            }
            // The feed insists that each event is taken.
            report.check("everybody is on the board", product.onTheBoard(floor.token()) == PEOPLE);
        }
        report.close();
    }

    /// @param lines connections that send one after the other each
    private List<Double> sent(PresenceFeed feed, int lines) throws Exception {
        var times = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(lines)) {
            var works = new ArrayList<Callable<List<Double>>>();
            for (int line = 0; line < lines; line++) {
                works.add(() -> {
                    var own = new ArrayList<Double>();
                    for (int event = 0; event < EVENTS / lines; event++) {
                        own.add(millis(feed));
                    }
                    return own;
                });
            }
            for (var own : threads.invokeAll(works)) {
                times.addAll(own.get());
            }
        }
        return times;
    }

    private double millis(PresenceFeed feed) throws IOException {
        int number = turn.incrementAndGet();
        var who = List.of(Workforce.name(PreparedFloor.PREFIX, number % PEOPLE));
        var status = number / PEOPLE % 2 == 0 ? "ACTIVE" : "AVAILABLE";
        long start = System.nanoTime();
        feed.send(who, status);
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<Double> kept() throws IOException {
        var times = new ArrayList<Double>();
        var file = Files.createTempFile(Path.of("target"), "durable", ".bin");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < EVENTS; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(512));
                channel.force(false);
                times.add((System.nanoTime() - start) / 1e6);
            }
        } finally {
            Files.delete(file);
        }
        return times;
    }
}
