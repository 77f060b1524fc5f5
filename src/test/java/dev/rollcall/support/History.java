package dev.rollcall.support;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/// What a test did and what it was answered, one line each: operation, key, begin and end in
/// milliseconds since the start, and the result. What was acknowledged must be found in the
/// database afterwards, once.
public final class History implements AutoCloseable {

    private final long start = System.nanoTime();
    private final PrintWriter lines;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Queue<Line> all = new ConcurrentLinkedQueue<>();

    private record Line(String operation, long begin, long end, String result) {}

    /// Kept below `target/faults`.
    public History(String name) {
        var folder = Path.of("target", "faults");
        try {
            Files.createDirectories(folder);
            lines = new PrintWriter(Files.newBufferedWriter(folder.resolve(name + ".tsv")), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.println("operation\tkey\tbegin\tend\tresult");
    }

    public long now() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /// @param isAcknowledged whether the answer promised that it is kept
    public void note(
            String operation, String key, long begin, String result, boolean isAcknowledged) {
        tried.add(key);
        if (isAcknowledged) {
            acknowledged.add(key);
        }
        long end = now();
        all.add(new Line(operation, begin, end, result));
        lines.printf("%s\t%s\t%d\t%d\t%s%n", operation, key, begin, end, result);
    }

    public void note(String what) {
        lines.printf("%s\t\t%d\t%d\t%n", what, now(), now());
    }

    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    public Set<String> tried() {
        return Set.copyOf(tried);
    }

    /// How often an operation that began at or after a moment had a result.
    public long count(String operation, String result, long since) {
        return all.stream()
                .filter(line -> line.operation().equals(operation))
                .filter(line -> line.result().equals(result) && line.begin() >= since)
                .count();
    }

    /// Everything an operation was answered.
    public Set<String> results(String operation) {
        return all.stream()
                .filter(line -> line.operation().equals(operation))
                .map(Line::result)
                .collect(Collectors.toSet());
    }

    /// The longest an operation took, in milliseconds.
    public long slowest(String operation) {
        return all.stream()
                .filter(line -> line.operation().equals(operation))
                .mapToLong(line -> line.end() - line.begin())
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        lines.close();
    }
}
