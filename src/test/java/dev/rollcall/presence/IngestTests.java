package dev.rollcall.presence;

import static dev.rollcall.presence.EventResult.Outcome.ACCEPTED;
import static dev.rollcall.presence.EventResult.Outcome.DUPLICATE;
import static dev.rollcall.presence.LogFixture.FEED;
import static dev.rollcall.presence.LogFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.people.AgentId;
import dev.rollcall.support.ModuleTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class IngestTests {

    @Autowired private LogFixture given;
    @Autowired private Ingest ingest;
    @Autowired private EventStore events;
    @Autowired private LivePresence live;
    @Autowired private ChangesSeen changes;
    @Autowired private JdbcClient jdbc;

    @Test
    void writesATimelineAsEventsCome() {
        given.take(given.status(1, "06:00", "AVAILABLE"));
        given.take(given.started(1, "06:30", "case-1"));
        given.take(given.ended(1, "06:45", "case-1"), given.status(1, "07:00", "AWAY"));

        assertThat(given.timeline(1))
                .containsExactly(
                        "06:00:00 AVAILABLE",
                        "06:30:00 ACTIVE",
                        "06:45:00 AVAILABLE",
                        "07:00:00 AWAY");
        assertThat(given.segments(1).getLast().end()).isNull();
        assertThat(live.of(new AgentId(1)).orElseThrow().state()).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void countsAnEventSentTwiceOnce() {
        var event = given.status(1, "06:00", "AVAILABLE");

        assertThat(given.take(event, event)).containsExactly(ACCEPTED, DUPLICATE);
        assertThat(given.take(event)).containsExactly(DUPLICATE);
        assertThat(given.timeline(1)).containsExactly("06:00:00 AVAILABLE");
    }

    @Test
    void tellsSourcesAndIdsApartByteByByte() {
        assertThat(
                        given.take(
                                given.status("/feed", "a", 1, at("06:00"), "AVAILABLE"),
                                given.status("/feed", "A", 1, at("06:01"), "AVAILABLE"),
                                given.status("/feed", "a ", 1, at("06:02"), "AVAILABLE"),
                                given.status("/Feed", "a", 1, at("06:03"), "AVAILABLE")))
                .containsOnly(ACCEPTED);
    }

    @Test
    void appliesAnEventThatComesYearsLate() {
        for (int minute = 10; minute < 60; minute++) {
            given.take(given.status(1, "06:" + minute, minute % 2 == 0 ? "AVAILABLE" : "ACTIVE"));
        }
        long revision = live.of(new AgentId(1)).orElseThrow().sequence();
        var before = given.segments(1);

        given.take(
                given.status(FEED, "late", 1, Instant.parse("2019-05-05T10:00:00Z"), "AVAILABLE"),
                given.status(FEED, "later", 1, Instant.parse("2019-05-05T18:00:00Z"), "AWAY"));

        assertThat(given.segments(1))
                .hasSize(before.size() + 2)
                .endsWith(before.toArray(new PresenceSegment[0]));
        assertThat(given.segments(1).get(1).end()).isEqualTo(at("06:10"));
        assertThat(live.of(new AgentId(1)).orElseThrow().sequence()).isEqualTo(revision + 1);
        assertRebuildsToTheSame();
    }

    @Test
    void rewritesOnlyTheTouchedStretch() {
        var written = new ArrayList<LogEntry>();
        for (int minute = 10; minute < 60; minute++) {
            written.add(given.status(1, "06:" + minute, minute % 2 == 0 ? "AVAILABLE" : "ACTIVE"));
        }
        given.take(written);
        changes.clear();

        given.take(given.status(1, "06:20:30", "UNAVAILABLE/BREAK"));

        assertThat(changes.seen())
                .containsExactly(
                        new PresenceChanged(new AgentId(1), at("06:20:30"), at("06:21"), 2));
        assertThat(given.timeline(1)).hasSize(51);
        assertRebuildsToTheSame();
    }

    @Test
    void tellsListenersAfterMemoryKnows() {
        given.take(given.status(1, "06:00", "AVAILABLE"), given.status(2, "06:00", "AVAILABLE"));

        assertThat(changes.seen())
                .containsExactly(
                        new PresenceChanged(new AgentId(1), at("06:00"), Instant.MAX, 1),
                        new PresenceChanged(new AgentId(2), at("06:00"), Instant.MAX, 1));
    }

    @Test
    void keepsTheLogAppendOnly() {
        given.take(given.status(1, "06:00", "AVAILABLE"));

        for (var sql :
                List.of("update presence_event set code = 'X'", "delete from presence_event")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1644));
        }
    }

    @Test
    void refusesOverlapsInTheDatabaseItself() {
        given.take(given.status(1, "06:00", "AVAILABLE"), given.status(1, "07:00", "AWAY"));

        assertThatThrownBy(() ->
                        jdbc.sql(
                                        "insert into presence_segment (agent_id, started_at,"
                                                + " ended_at, base, automatic, on_call) values"
                                                + " (1, '2026-03-02 06:30', '2026-03-02 06:45',"
                                                + " 'AWAY', false, false)")
                                .update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1062));
    }

    @Test
    void losesNothingWhenManyWriteAboutTheSamePeopleAtOnce() throws Exception {
        int threads = 16;
        var works = new ArrayList<Callable<Integer>>();
        for (int thread = 0; thread < threads; thread++) {
            var random = new Random(thread);
            int own = thread;
            works.add(() -> {
                int accepted = 0;
                for (int batch = 0; batch < 10; batch++) {
                    var entries = new ArrayList<LogEntry>();
                    for (int i = 0; i < 12; i++) {
                        entries.add(
                                given.entry(
                                        RandomEvents.happening(
                                                random, own * 1_000 + batch * 12 + i),
                                        1 + random.nextInt(4)));
                    }
                    accepted += Collections.frequency(given.take(entries), ACCEPTED);
                }
                return accepted;
            });
        }

        assertThat(together(works)).isEqualTo(threads * 120);
        assertThat(jdbc.sql("select count(*) from presence_event").query(Integer.class).single())
                .isEqualTo(threads * 120);
        assertRebuildsToTheSame();
    }

    @Test
    void acceptsARacingEventOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            var same =
                    given.status(
                            FEED, "race-" + round, 1, at("06:00").plusSeconds(round), "AVAILABLE");
            var works = new ArrayList<Callable<Integer>>();
            for (int thread = 0; thread < 8; thread++) {
                works.add(() -> Collections.frequency(given.take(same), ACCEPTED));
            }
            assertThat(together(works)).isEqualTo(1);
        }
    }

    /// Duplicates and disorder, as a feed that was cut off would send them.
    @Test
    void givesTheSameTimelinesWhateverTheOrderOfArrival() {
        var random = new Random(11);
        var inOrder = new ArrayList<LogEntry>();
        for (int i = 0; i < 2_000; i++) {
            inOrder.add(given.entry(RandomEvents.happening(random, i), 1 + i % 20));
        }
        var arriving = new ArrayList<LogEntry>();
        for (var entry : inOrder) {
            arriving.addAll(Collections.nCopies(1 + random.nextInt(5), entry));
        }
        Collections.shuffle(arriving, random);

        for (int from = 0; from < arriving.size(); ) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(300));
            given.take(arriving.subList(from, to));
            from = to;
        }

        for (long agent = 1; agent <= 20; agent++) {
            var own = new AgentId(agent);
            var expected =
                    Fold.timeline(
                            inOrder.stream()
                                    .filter(entry -> own.equals(entry.agent()))
                                    .map(entry ->
                                            java.util.Objects.requireNonNull(entry.happening()))
                                    .toList(),
                            Silences.NONE);
            var stored = given.segments(agent);
            assertThat(stored).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                var end = i + 1 < expected.size() ? expected.get(i + 1).start() : null;
                assertThat(stored.get(i)).isEqualTo(expected.get(i).until(end));
            }
        }
        assertRebuildsToTheSame();
    }

    @Test
    void playsALongPastAfterALateEventInWindows() {
        var entries = new ArrayList<LogEntry>();
        for (int i = 0; i < 2 * TimelineWriter.WINDOW; i++) {
            var state = i % 2 == 0 ? "UNAVAILABLE/BREAK" : "UNAVAILABLE/LUNCH";
            entries.add(given.status(FEED, "long-" + i, 1, at("01:00").plusSeconds(i), state));
        }
        given.take(entries);

        given.take(given.started(1, "00:30", "case-1"));
        given.take(given.status(1, "07:00", "AVAILABLE"));

        assertThat(given.timeline(1)).endsWith("07:00:00 ACTIVE").hasSize(entries.size() + 2);
        assertRebuildsToTheSame();
    }

    @Test
    void repairsATimelineFromTheLog() {
        given.take(given.status(1, "06:00", "AVAILABLE"), given.status(1, "07:00", "AWAY"));
        var before = given.segments(1);
        jdbc.sql("update presence_segment set base = 'ACTIVE' where agent_id = 1").update();

        assertThat(ingest.rebuild(new AgentId(1))).isTrue();
        assertThat(given.segments(1)).isEqualTo(before);

        jdbc.sql("delete from presence_segment").update();
        jdbc.sql("delete from presence_head").update();
        assertThat(ingest.rebuild(new AgentId(1))).isTrue();
        assertThat(given.segments(1)).isEqualTo(before);
        assertRebuildsToTheSame();
    }

    @Test
    void leavesNoGapsAndLosesNoTime() {
        var random = new Random(5);
        for (int batch = 0; batch < 10; batch++) {
            var entries = new ArrayList<LogEntry>();
            for (int i = 0; i < 20; i++) {
                entries.add(given.entry(RandomEvents.happening(random, batch * 100 + i), 1));
            }
            given.take(entries);
        }

        var segments = given.segments(1);
        var total = Duration.ZERO;
        for (int i = 0; i + 1 < segments.size(); i++) {
            assertThat(segments.get(i).end()).isEqualTo(segments.get(i + 1).start());
            total =
                    total.plus(
                            Duration.between(segments.get(i).start(), segments.get(i + 1).start()));
        }
        assertThat(total)
                .isEqualTo(
                        Duration.between(segments.getFirst().start(), segments.getLast().start()));
    }

    private void assertRebuildsToTheSame() {
        assertThat(events.agents()).isNotEmpty().noneMatch(ingest::rebuild);
    }

    private static int together(List<Callable<Integer>> works) throws Exception {
        int sum = 0;
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            for (var result : threads.invokeAll(works)) {
                sum += result.get();
            }
        }
        return sum;
    }
}
