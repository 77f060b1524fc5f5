package dev.rollcall.bench;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvents;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.Timelines;
import dev.rollcall.shared.TimeSpan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// What 5,000 people do (`-Dbench.events=200`: a whole day of each, a million in all), taken in:
/// checked, deduplicated, timelines written, durable and on the board; by the public service and by
/// HTTP in batches of 1,000, beside a bare bulk insert of the same rows into a copy of the same
/// table. Then single events, beside bare single inserts.
///
/// Four feeds speak at once, each of a quarter of the people and in order, as backlogs come.
@Tag("bench")
@Tag("ingest")
class IngestBenchmark {

    private static final int PEOPLE = Integer.getInteger("bench.people", 5_000);
    private static final int EVENTS_EACH = Integer.getInteger("bench.events", 40);
    private static final int ROUNDS = 5;
    private static final int FEEDS = 4;
    private static final int BATCH = 1_000;

    /// Of so many batches one is sent twice.
    private static final int DOUBTFUL = 50;

    private static final int SINGLES = 1_000;
    private static final Pattern ACCEPTED = Pattern.compile("\"accepted\":(\\d+)");

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger resent = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void takesInADayOfFiveThousandPeople() throws Exception {
        var data = Path.of("target", "bench", "ingest-data");
        FileSystemUtils.deleteRecursively(data);
        try (var product = ProductInside.start(data)) {
            var staff = Workforce.in(product).hire("s", PEOPLE).hire("h", PEOPLE);
            var address = product.url("/api/v1/presence-events");
            var token = staff.token();
            var database = product.get(DataSource.class);
            product.get(JdbcClient.class)
                    .sql("create table bare_event like presence_event")
                    .update();
            var rounds = new int[3];

            var speeds =
                    new Race()
                            .enter("bare", () -> bare(database, batches(staff, "s", rounds[0]++)))
                            .enter(
                                    "service",
                                    () -> service(staff, batches(staff, "s", rounds[1]++)))
                            .enter(
                                    "http",
                                    () -> posts(address, token, batches(staff, "h", rounds[2]++)))
                            .run(0, ROUNDS);
            var report = new Report("ingest");
            report.ratio(
                    "HTTP / bare bulk insert, median",
                    Rounds.ofSpeeds(speeds.ratios("http", "bare")).median());
            report.ratio(
                    "service / bare bulk insert, median",
                    Rounds.ofSpeeds(speeds.ratios("service", "bare")).median());
            report.figure("bare bulk insert", "rows/s", Rounds.ofSpeeds(speeds.of("bare")));
            report.figure("public service", "events/s", Rounds.ofSpeeds(speeds.of("service")));
            report.figure("HTTP, 1,000 a request", "events/s", Rounds.ofSpeeds(speeds.of("http")));

            singles(report, database, address, token, staff);

            checkRows(report, product);
            report.check("timelines equal the reference, service", timelines(product, staff, "s"));
            report.check("timelines equal the reference, HTTP", timelines(product, staff, "h"));
            report.close();
        }
    }

    /// What each feed sends in a round, in batches: everybody's next events, by the clock.
    private static List<List<List<StatusChanged>>> batches(
            Workforce staff, String prefix, int round) {
        var feeds = new ArrayList<List<List<StatusChanged>>>();
        int each = EVENTS_EACH / ROUNDS;
        for (int feed = 0; feed < FEEDS; feed++) {
            var batches = new ArrayList<List<StatusChanged>>();
            var batch = new ArrayList<StatusChanged>();
            for (int number = round * each; number < (round + 1) * each; number++) {
                for (int person = feed; person < PEOPLE; person += FEEDS) {
                    batch.add(staff.deed("/feed-" + feed, prefix, person, number, EVENTS_EACH));
                    if (batch.size() == BATCH) {
                        batches.add(List.copyOf(batch));
                        batch.clear();
                    }
                }
            }
            if (!batch.isEmpty()) {
                batches.add(List.copyOf(batch));
            }
            feeds.add(batches);
        }
        return feeds;
    }

    /// @return events a second
    private static double together(
            List<List<List<StatusChanged>>> feeds, Consumer<List<StatusChanged>> sink)
            throws Exception {
        int events = feeds.stream().flatMap(List::stream).mapToInt(List::size).sum();
        try (var threads = Executors.newFixedThreadPool(FEEDS)) {
            var lines = new ArrayList<Callable<Void>>();
            for (var batches : feeds) {
                lines.add(() -> {
                    for (var batch : batches) {
                        sink.take(batch);
                    }
                    return null;
                });
            }
            long start = System.nanoTime();
            for (Future<Void> line : threads.invokeAll(lines)) {
                line.get();
            }
            return events / ((System.nanoTime() - start) / 1e9);
        }
    }

    private interface Consumer<T> {
        void take(T value) throws Exception;
    }

    private double bare(DataSource database, List<List<List<StatusChanged>>> feeds)
            throws Exception {
        return together(feeds, batch -> insert(database, batch));
    }

    private double service(Workforce staff, List<List<List<StatusChanged>>> feeds)
            throws Exception {
        return together(
                feeds,
                batch -> {
                    for (int times = times(batch); times > 0; times--) {
                        accepted.addAndGet(staff.append(List.<PresenceEvent>copyOf(batch)));
                    }
                });
    }

    private double posts(String address, String token, List<List<List<StatusChanged>>> feeds)
            throws Exception {
        return together(
                feeds,
                batch -> {
                    for (int times = times(batch); times > 0; times--) {
                        accepted.addAndGet(post(address, token, json(batch)));
                    }
                });
    }

    /// Now and then a feed misses the answer and sends a batch again.
    private int times(List<StatusChanged> batch) {
        int before = sent.getAndAdd(batch.size());
        if (before / BATCH % DOUBTFUL != 0) {
            return 1;
        }
        resent.addAndGet(batch.size());
        return 2;
    }

    private int post(String address, String token, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var found = ACCEPTED.matcher(answer.body());
        if (answer.statusCode() != 200 || !found.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return Integer.parseInt(found.group(1));
    }

    private static String json(List<StatusChanged> batch) {
        var all = new StringBuilder("[");
        for (var event : batch) {
            var state = event.state();
            all.append(all.length() > 1 ? "," : "")
                    .append("{\"specversion\":\"1.0\",\"type\":\"")
                    .append(PresenceEvents.PRESENCE_CHANGED)
                    .append("\",\"source\":\"")
                    .append(event.source())
                    .append("\",\"id\":\"")
                    .append(event.id())
                    .append("\",\"subject\":\"")
                    .append(event.subject())
                    .append("\",\"time\":\"")
                    .append(event.time())
                    .append("\",\"data\":{\"status\":\"")
                    .append(state.base())
                    .append(state.code() == null ? "" : "\",\"reason\":\"" + state.code())
                    .append("\"}}");
        }
        return all.append(']').toString();
    }

    private static void insert(DataSource database, List<StatusChanged> batch) throws SQLException {
        var received = Timestamp.from(Instant.now());
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                insert into bare_event (source, event_id, kind, agent_id,
                                    occurred_at, received_at, base, code, actor_kind, actor_id,
                                    actor_name, skewed)
                                values (?, ?, 'STATUS', ?, ?, ?, ?, ?, 'SYSTEM', 'bench', 'bench', 0)
                                """)) {
            connection.setAutoCommit(false);
            for (var event : batch) {
                statement.setString(1, event.source());
                statement.setString(2, event.id());
                statement.setLong(3, Long.parseLong(event.subject().substring(2)));
                statement.setObject(4, LocalDateTime.ofInstant(event.time(), ZoneOffset.UTC));
                statement.setTimestamp(5, received);
                statement.setString(6, event.state().base().name());
                statement.setString(7, event.state().code());
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    // ------------------------------------------------------------------ one by one

    private void singles(
            Report report, DataSource database, String address, String token, Workforce staff)
            throws Exception {
        var turn = new AtomicInteger();
        for (int lines : new int[] {1, 8}) {
            var ours = new ArrayList<Double>();
            var bare = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.addAll(
                        latencies(
                                lines,
                                turn,
                                event -> {
                                    sent.incrementAndGet();
                                    accepted.addAndGet(post(address, token, json(List.of(event))));
                                },
                                staff));
                bare.addAll(
                        latencies(lines, turn, event -> insert(database, List.of(event)), staff));
            }
            tell(report, "one event by HTTP, " + lines + " at a time", Rounds.ofTimes(ours));
            tell(report, "one bare insert, " + lines + " at a time", Rounds.ofTimes(bare));
            report.ratio(
                    "one event by HTTP / one bare insert, " + lines + " at a time, median",
                    Rounds.ofTimes(ours).median() / Rounds.ofTimes(bare).median());
        }
    }

    private static void tell(Report report, String what, Rounds times) {
        report.figure(what + ", p50", "ms", times.median());
        report.figure(what + ", p99", "ms", times.percentile(99));
    }

    /// How long each took that was sent alone, in milliseconds; each is a new event of one person.
    private static List<Double> latencies(
            int lines, AtomicInteger turn, Consumer<StatusChanged> sink, Workforce staff)
            throws Exception {
        var times = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(lines)) {
            var works = new ArrayList<Callable<List<Double>>>();
            for (int line = 0; line < lines; line++) {
                works.add(() -> {
                    var own = new ArrayList<Double>();
                    for (int i = 0; i < SINGLES / ROUNDS; i++) {
                        int number = turn.incrementAndGet();
                        var event = single(staff, number);
                        long start = System.nanoTime();
                        sink.take(event);
                        own.add((System.nanoTime() - start) / 1e6);
                    }
                    return own;
                });
            }
            for (Future<List<Double>> own : threads.invokeAll(works)) {
                times.addAll(own.get());
            }
        }
        return times;
    }

    /// After everything the person did in the race, and no change of what they are shown to do.
    private static StatusChanged single(Workforce staff, int number) {
        int person = number % PEOPLE;
        var last = staff.deed("/single", "h", person, EVENTS_EACH - 1, EVENTS_EACH);
        return new StatusChanged(
                last.source(),
                "single-" + number,
                last.subject(),
                last.time().plus(Duration.ofMillis(1 + number / PEOPLE)),
                null,
                last.state(),
                null);
    }

    // ------------------------------------------------------------------ whether it is right

    private void checkRows(Report report, ProductInside product) {
        var jdbc = product.get(JdbcClient.class);
        long rows = jdbc.sql("select count(*) from presence_event").query(Long.class).single();
        long unique =
                jdbc.sql("select count(distinct source, event_id) from presence_event")
                        .query(Long.class)
                        .single();
        report.figure("events sent", "events", sent.get());
        report.figure("of them sent twice", "events", resent.get());
        report.figure("rows in the log", "rows", rows);
        report.check("accepted as often as there were events", accepted.get() == sent.get());
        report.check("none lost", rows == sent.get());
        report.check("none twice", rows == unique && resent.get() > 0);
    }

    /// Every segment of everybody is what the events say, one after the other.
    private static boolean timelines(ProductInside product, Workforce staff, String prefix) {
        var directory = product.get(Directory.class);
        var timelines = product.get(Timelines.class);
        var span = TimeSpan.of(staff.shiftStart().minusSeconds(1), Instant.now().plusSeconds(60));
        for (int from = 0; from < PEOPLE; from += BATCH) {
            var people = new ArrayList<Agent>();
            for (int person = from; person < Math.min(PEOPLE, from + BATCH); person++) {
                people.add(directory.agent(Workforce.name(prefix, person)).orElseThrow());
            }
            var stored = timelines.of(people.stream().map(Agent::id).toList(), span);
            for (int i = 0; i < people.size(); i++) {
                var own = stored.getOrDefault(people.get(i).id(), List.of());
                if (!isAsTold(own, staff, prefix, from + i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isAsTold(
            List<PresenceSegment> stored, Workforce staff, String prefix, int person) {
        if (stored.size() != EVENTS_EACH) {
            return false;
        }
        for (int number = 0; number < EVENTS_EACH; number++) {
            var told = staff.deed("", prefix, person, number, EVENTS_EACH);
            var segment = stored.get(number);
            var end =
                    number + 1 < EVENTS_EACH
                            ? staff.deed("", prefix, person, number + 1, EVENTS_EACH).time()
                            : null;
            if (!segment.start().equals(told.time())
                    || !segment.state().equals(told.state())
                    || !java.util.Objects.equals(segment.end(), end)) {
                return false;
            }
        }
        return true;
    }
}
