package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.support.FreshStart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The same events give the same day, whatever their order, however they are cut into requests, and
/// if some come twice. Told in order of one person, and shuffled of another.
class ShuffledDayTests extends ApiFixture {

    private static final String DATE = "2026-03-01";
    private static final Instant MIDNIGHT = Instant.parse("2026-02-28T23:00:00Z");
    private static final List<String> STATUSES =
            List.of(
                    "'AVAILABLE'",
                    "'AVAILABLE'",
                    "'AVAILABLE','reason':'OUTBOUND'",
                    "'ACTIVE'",
                    "'AWAY'",
                    "'UNAVAILABLE','reason':'BREAK'",
                    "'UNAVAILABLE','reason':'LUNCH'",
                    "'UNAVAILABLE','reason':'Übergabe'");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesTheSameDayWhateverTheOrderOfTheEvents(long seed) {
        var random = new Random(seed);
        var log = busyDay(random);
        plan("agent-017");
        plan("agent-018");

        send(log, "agent-017", random, 1000);
        var shuffled = new ArrayList<Event>();
        for (var event : log) {
            Collections.nCopies(1 + random.nextInt(3), event).forEach(shuffled::add);
        }
        Collections.shuffle(shuffled, random);
        send(shuffled, "agent-018", random, 40);

        for (var path :
                List.of(
                        "/agents/%s/timeline?date=" + DATE,
                        "/agents/%s/timeline?date=2026-02-28",
                        "/agents/%s/timeline?date=2026-03-02",
                        "/agents/%s/status",
                        "/adherence?agent=%s&from=2026-02-28&to=2026-03-02",
                        "/adherence?agent=%s&from=2026-02-28&to=2026-03-02&groupBy=day")) {
            assertThat(about("agent-018", path)).isEqualTo(about("agent-017", path));
        }
        assertGapFree(api.get(admin, "/api/v1/agents/agent-018/timeline?date=" + DATE).json());
    }

    private String about(String agent, String path) {
        var answer = api.get(admin, "/api/v1" + path.formatted(agent));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text().replace(agent, "somebody").replaceAll("Ana Nowak|Ben Okafor", "Name");
    }

    private static void assertGapFree(JsonNode day) {
        var presence = day.path("presence");
        assertThat(presence.size()).isGreaterThan(50);
        for (int i = 1; i < presence.size(); i++) {
            assertThat(presence.get(i).path("start").stringValue())
                    .isEqualTo(presence.get(i - 1).path("end").stringValue());
        }
        var judged = day.path("judged").valueStream().toList();
        var whole =
                judged.stream()
                        .map(span ->
                                Duration.between(
                                        Instant.parse(span.path("start").stringValue()),
                                        Instant.parse(span.path("end").stringValue())))
                        .reduce(Duration.ZERO, Duration::plus);
        assertThat(whole).isEqualTo(Duration.ofHours(24));
        assertThat(day.at("/score/inSeconds").longValue()).isPositive();
        assertThat(day.at("/score/outSeconds").longValue()).isPositive();
    }

    /// @param data of a status or of work
    private record Event(String id, String type, Instant time, int sequence, String data) {

        String about(String agent) {
            return quoted(
                    "{'specversion':'1.0','id':'%s-%s','source':'/pbx','type':'dev.rollcall.%s','subject':'%s','time':'%s','sequence':%d,'data':{%s}}"
                            .formatted(agent, id, type, agent, time, sequence, data));
        }

        boolean isWork() {
            return type.startsWith("work");
        }
    }

    /// Some 300 events between the evening before and the end of the day; some share an instant.
    private static List<Event> busyDay(Random random) {
        var times = new TreeSet<Instant>();
        while (times.size() < 250) {
            times.add(MIDNIGHT.plusMillis(random.nextLong(Duration.ofHours(26).toMillis())));
        }
        var log = new ArrayList<Event>();
        for (var time : times) {
            int sharing = random.nextInt(5) == 0 ? 2 : 1;
            for (int i = 0; i < sharing; i++) {
                log.add(event(log.size(), time, i, random));
            }
        }
        assertThat(times.last()).isBefore(FreshStart.NOW);
        return log;
    }

    private static Event event(int number, Instant time, int sequence, Random random) {
        var id = "e" + number;
        if (random.nextInt(3) > 0) {
            var status = STATUSES.get(random.nextInt(STATUSES.size()));
            return new Event(id, "presence.changed", time, sequence, "'status':" + status);
        }
        return new Event(
                id,
                random.nextBoolean() ? "work.started" : "work.ended",
                time,
                sequence,
                "'workItem':'case-%d','channel':'%s'"
                        .formatted(random.nextInt(4), random.nextBoolean() ? "CALL" : "CHAT"));
    }

    private void send(List<Event> events, String agent, Random random, int most) {
        var left = events;
        while (!left.isEmpty()) {
            int size = Math.min(left.size(), most == 1000 ? most : 1 + random.nextInt(most));
            var batch = left.subList(0, size);
            left = left.subList(size, left.size());
            post("/api/v1/presence-events", batch.stream().filter(one -> !one.isWork()), agent);
            post("/api/v1/work-events", batch.stream().filter(Event::isWork), agent);
        }
    }

    private void post(String path, Stream<Event> events, String agent) {
        var body = events.map(event -> event.about(agent)).toList();
        var answer = api.post(admin, path, "[" + String.join(",", body) + "]");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("/rejected").intValue()).as(answer.toString()).isZero();
        assertThat(answer.at("/accepted").intValue() + answer.at("/duplicates").intValue())
                .isEqualTo(body.size());
    }

    private void plan(String agent) {
        put(
                "/api/v1/agents/" + agent + "/schedule/" + DATE,
                "{'activities': [{'activity':'WORK','start':'2026-03-01T07:00:00Z','end':'2026-03-01T16:00:00Z'},{'activity':'LUNCH','start':'2026-03-01T11:00:00Z','end':'2026-03-01T11:45:00Z'},{'activity':'MEETING','start':'2026-03-01T13:00:00Z','end':'2026-03-01T13:30:00Z'}]}");
    }
}
