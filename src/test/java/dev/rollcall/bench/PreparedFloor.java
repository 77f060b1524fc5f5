package dev.rollcall.bench;

import dev.rollcall.presence.PresenceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.util.FileSystemUtils;

/// A folder with the data of many people in the middle of their day, made once and used by several
/// benchmarks that start the packaged product on it.
///
/// @param data the folder
/// @param people `p-0` and so on, all at work
/// @param token may do everything
record PreparedFloor(Path data, int people, String token) {

    static final String SUPERVISOR = "grace@example.com";
    static final String PASSWORD = "correct horse battery";
    static final String PREFIX = "p";

    /// As long as a prepared day may be looked at: it goes on in the meantime.
    private static final Duration FRESH = Duration.ofMinutes(90);

    /// @param deeds how many changes of presence of everybody lie behind; the last leaves them at
    ///   work when their number ends in two or seven
    static PreparedFloor of(int people, int deeds) throws Exception {
        var folder = Path.of("target", "bench", "floor-" + people);
        var note = folder.resolve("prepared.properties");
        var known = new Properties();
        if (Files.exists(note)) {
            try (var in = Files.newBufferedReader(note)) {
                known.load(in);
            }
            var at = Instant.parse(known.getProperty("at"));
            if (at.plus(FRESH).isAfter(Instant.now())) {
                return new PreparedFloor(
                        folder.resolve("data"), people, known.getProperty("token"));
            }
        }
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var floor = prepare(folder.resolve("data"), people, deeds);
        known.setProperty("at", Instant.now().toString());
        known.setProperty("token", floor.token());
        try (var out = Files.newBufferedWriter(note)) {
            known.store(out, null);
        }
        return floor;
    }

    private static PreparedFloor prepare(Path data, int people, int deeds) throws Exception {
        try (var product = ProductInside.start(data)) {
            var staff = Workforce.in(product).hire(PREFIX, people);
            staff.supervisor(SUPERVISOR, PASSWORD);
            int threads = 4;
            try (var pool = Executors.newFixedThreadPool(threads)) {
                var works = new ArrayList<Callable<Void>>();
                for (int thread = 0; thread < threads; thread++) {
                    int first = thread;
                    works.add(() -> {
                        for (int person = first; person < people; person += threads * 10) {
                            staff.append(past(staff, person, threads, people, deeds));
                        }
                        return null;
                    });
                }
                for (var done : pool.invokeAll(works)) {
                    done.get();
                }
            }
            return new PreparedFloor(data, people, staff.token());
        }
    }

    /// The past of ten people: enough for a batch.
    private static List<PresenceEvent> past(
            Workforce staff, int from, int step, int people, int deeds) {
        var events = new ArrayList<PresenceEvent>();
        for (int person = from; person < Math.min(people, from + 10 * step); person += step) {
            for (int number = 0; number < deeds; number++) {
                events.add(staff.deed("/past", PREFIX, person, number, deeds));
            }
        }
        return events;
    }

    /// The product on this data, in a process of its own.
    ProductProcess start() throws IOException {
        return ProductProcess.start(data, "bench-" + people);
    }
}
