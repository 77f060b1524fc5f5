package dev.rollcall.presence;

import static dev.rollcall.presence.LogFixture.FEED;
import static dev.rollcall.presence.LogFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.ModuleTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class SourceWatchTests {

    private static final String OTHER = "/crm";

    @Autowired private LogFixture given;
    @Autowired private Ingest ingest;
    @Autowired private EventStore events;
    @Autowired private SourceWatch watch;
    @Autowired private Sources sources;
    @Autowired private LivePresence live;
    @Autowired private ApplicationClock clock;
    @Autowired private ChangesSeen changes;
    @Autowired private JdbcClient jdbc;

    @Test
    void makesPeopleUnknownFromTheLastSignOfASilentSource() {
        clock.setTo(at("07:10:30"));
        given.take(given.status(1, "07:00", "AVAILABLE"), given.beat(FEED, "07:10", 30));
        given.take(given.beat(FEED, "07:10:30", 30));

        lookAt("07:12:00");
        assertThat(given.timeline(1)).containsExactly("07:00:00 AVAILABLE");

        lookAt("07:12:01");
        assertThat(given.timeline(1)).containsExactly("07:00:00 AVAILABLE", "07:10:30 UNKNOWN");
        assertThat(live.of(new AgentId(1)).orElseThrow().state()).isEqualTo(PresenceState.UNKNOWN);
        assertRebuildsToTheSame("07:12:01");
    }

    @Test
    void knowsAgainWhatTheyDoWhenTheSourceIsBack() {
        clock.setTo(at("07:10"));
        given.take(given.status(1, "07:00", "AVAILABLE"), given.beat(FEED, "07:10", 30));
        lookAt("07:20");
        clock.setTo(at("07:25"));

        given.take(given.beat(FEED, "07:25", 30));

        assertThat(given.timeline(1))
                .containsExactly("07:00:00 AVAILABLE", "07:10:00 UNKNOWN", "07:25:00 AVAILABLE");
        assertThat(live.of(new AgentId(1)).orElseThrow().state())
                .isEqualTo(PresenceState.AVAILABLE);
        assertRebuildsToTheSame("07:25");
    }

    @Test
    void leavesThoseAloneForWhomSomebodyElseSpokeLast() {
        clock.setTo(at("07:10"));
        given.take(
                given.status(1, "07:00", "AVAILABLE"),
                given.status(2, "07:00", "AVAILABLE"),
                given.status(OTHER, 2, "07:05", "UNAVAILABLE/MEETING"),
                given.beat(FEED, "07:10", 30));

        lookAt("07:20");

        assertThat(given.timeline(1)).endsWith("07:10:00 UNKNOWN");
        assertThat(given.timeline(2)).endsWith("07:05:00 UNAVAILABLE/MEETING");
    }

    @Test
    void takesAnEventForASignOfLife() {
        clock.setTo(at("07:11"));
        given.take(given.status(1, "07:00", "AVAILABLE"), given.beat(FEED, "07:10", 30));
        given.take(given.status(2, "07:11", "AVAILABLE"));

        lookAt("07:12:20");

        assertThat(given.timeline(1)).containsExactly("07:00:00 AVAILABLE");
    }

    @Test
    void neverMissesASourceWithoutHeartbeats() {
        given.take(given.status(1, "01:00", "AVAILABLE"));

        lookAt("23:00");

        assertThat(given.timeline(1)).containsExactly("01:00:00 AVAILABLE");
    }

    @Test
    void fillsASilenceWhenALateEventShowsThatThereWasNone() {
        clock.setTo(at("07:20"));
        given.take(given.status(1, "07:00", "AVAILABLE"), given.beat(FEED, "07:10", 60));
        given.take(given.beat(FEED, "07:20", 60));
        assertThat(given.timeline(1))
                .containsExactly("07:00:00 AVAILABLE", "07:10:00 UNKNOWN", "07:20:00 AVAILABLE");

        given.take(given.status(2, "07:12", "AVAILABLE"), given.status(2, "07:17:30", "AWAY"));

        assertThat(given.timeline(1))
                .containsExactly("07:00:00 AVAILABLE", "07:12:00 UNKNOWN", "07:17:30 AVAILABLE");
        assertRebuildsToTheSame("07:20");
    }

    @Test
    void tellsASilenceOnce() {
        clock.setTo(at("07:10"));
        given.take(given.status(1, "07:00", "AVAILABLE"), given.beat(FEED, "07:10", 30));
        lookAt("07:20");
        changes.clear();

        lookAt("07:21");

        assertThat(changes.seen()).isEmpty();
    }

    @Test
    void remembersTheSourcesOverARestart() {
        clock.setTo(at("07:10"));
        given.take(given.status(1, "07:00", "AVAILABLE"), given.beat(FEED, "07:10", 30));
        sources.load();

        lookAt("07:20");

        assertThat(given.timeline(1)).endsWith("07:10:00 UNKNOWN");
    }

    /// Heartbeats and events of two sources about five people, in any order and batch size.
    @Test
    void dependsOnTheSetOfEventsOnly() {
        var random = new Random(23);
        var entries = new ArrayList<LogEntry>();
        for (int i = 0; i < 150; i++) {
            var time = "0%d:%02d:%02d".formatted(6, random.nextInt(60), random.nextInt(60));
            var source = random.nextBoolean() ? FEED : OTHER;
            entries.add(
                    random.nextInt(3) == 0
                            ? given.beat(source, time, 20 + random.nextInt(60))
                            : given.status(
                                    source,
                                    1 + random.nextInt(5),
                                    time,
                                    random.nextBoolean() ? "AVAILABLE" : "UNAVAILABLE/BREAK"));
        }
        Collections.shuffle(entries, random);

        for (int from = 0; from < entries.size(); ) {
            int to = Math.min(entries.size(), from + 1 + random.nextInt(20));
            given.take(entries.subList(from, to));
            from = to;
        }
        lookAt("08:00");

        assertThat(jdbc.sql("select count(*) from presence_silence").query(Integer.class).single())
                .isGreaterThan(3);
        assertRebuildsToTheSame("08:00");
    }

    private void lookAt(String time) {
        clock.setTo(at(time));
        watch.look();
    }

    /// From nothing but the log: first the silences, then every timeline.
    private void assertRebuildsToTheSame(String time) {
        var silences = silences();
        changes.clear();
        ingest.rebuild(FEED, at(time));
        ingest.rebuild(OTHER, at(time));
        assertThat(silences()).isEqualTo(silences);
        assertThat(changes.seen()).isEmpty();
        assertThat(events.agents()).isNotEmpty().noneMatch(ingest::rebuild);
    }

    private List<@Nullable String> silences() {
        return jdbc.sql(
                        "select concat(source, ' ', silent_from, ' ', silent_until) from"
                                + " presence_silence order by 1")
                .query(String.class)
                .list();
    }
}
