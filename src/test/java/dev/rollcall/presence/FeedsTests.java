package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Feed.State;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ModuleTest
class FeedsTests {

    private static final String PBX = "/telephony";

    @Autowired private Feeds feeds;
    @Autowired private PresenceLog log;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private SourceWatch watch;
    @Autowired private JdbcClient database;

    private final AtomicInteger number = new AtomicInteger();

    @BeforeEach
    void dana() {
        floor.agent("dana");
    }

    @Test
    void hasNoneBeforeAnythingWasSent() {
        assertThat(list()).isEmpty();
    }

    @Test
    void isLiveWhileItTellsOfThings() {
        status(PBX, "dana", Duration.ofMinutes(59));
        status(PBX, "dana", Duration.ofMinutes(3));

        var feed = only();
        assertThat(feed.state()).isEqualTo(State.LIVE);
        assertThat(feed.lastEvent()).isEqualTo(ago(Duration.ofMinutes(3)));
        assertThat(feed.lastHeartbeat()).isNull();
        assertThat(feed.eventsLastHour()).isEqualTo(2);
        assertThat(feed.people()).hasSize(1);
    }

    @Test
    void isQuietAfterAnHourWithoutNews() {
        status(PBX, "dana", Duration.ofMinutes(61));

        assertThat(only().state()).isEqualTo(State.QUIET);
        assertThat(only().eventsLastHour()).isZero();
    }

    @Test
    void isStaleAfterThreeMissedHeartbeats() {
        status(PBX, "dana", Duration.ofMinutes(3));
        beat(PBX, Duration.ZERO, 30);
        assertThat(only().state()).isEqualTo(State.LIVE);

        clock.advance(Duration.ofSeconds(91));
        watch.look();

        assertThat(only().state()).isEqualTo(State.STALE);
        assertThat(only().intervalSeconds()).isEqualTo(30);
        assertThat(only().people()).hasSize(1);
    }

    @Test
    void wasNeverHeardWhenAllItSentWasRejected() {
        status("/chat", "nobody", Duration.ofMinutes(1));

        var feed = only();
        assertThat(feed.state()).isEqualTo(State.NEVER_HEARD);
        assertThat(feed.rejectedLastDay()).isEqualTo(1);
    }

    @Test
    void forgetsRejectionsOfTheDayBefore() {
        status(PBX, "dana", Duration.ofMinutes(1));
        status(PBX, "nobody", Duration.ofMinutes(1));
        assertThat(only().rejectedLastDay()).isEqualTo(1);

        clock.advance(Duration.ofHours(25));

        assertThat(only().rejectedLastDay()).isZero();
    }

    @Test
    void tellsTheUsualLagAndNotTheWorst() {
        for (int late : new int[] {2, 3, 900}) {
            status(PBX, "dana", Duration.ofSeconds(late));
        }

        assertThat(only().lag()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void noticesAClockThatRunsAhead() {
        status(PBX, "dana", Duration.ofSeconds(-4));
        assertThat(only().ahead()).isZero();

        status(PBX, "dana", Duration.ofSeconds(-70));

        assertThat(only().ahead()).isEqualTo(Duration.ofSeconds(70));
        assertThat(only().lag()).isZero();
    }

    @Test
    void putsWhatNeedsSomebodyFirstAndLeavesTheStatusMenuOut() {
        status("/b-live", "dana", Duration.ofMinutes(1));
        status("/a-quiet", "dana", Duration.ofHours(2));
        status("/rollcall/user", "dana", Duration.ofMinutes(1));
        status("/c-never", "nobody", Duration.ofMinutes(1));
        beat("/d-stale", Duration.ofMinutes(10), 30);
        watch.look();

        assertThat(list())
                .extracting(Feed::source)
                .containsExactly("/d-stale", "/c-never", "/a-quiet", "/b-live");
    }

    @Test
    void isForThoseAloneWhoLookAfterTheWholeOrganisation() {
        var north = floor.unit("north", "UTC");
        var partly = signIns.user(Assignment.inUnit(Role.ADMIN, north.id())).id();

        assertThatThrownBy(() -> SignIns.as(partly, () -> feeds.list()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void findsTheLastOfAKindByAnIndex() {
        var key =
                database.sql(
                                """
                                explain select occurred_at from presence_event where source = '/x'
                                and kind = 'STATUS' order by occurred_at desc limit 1
                                """)
                        .query((row, _) -> row.getString("key"))
                        .single();
        assertThat(key).isEqualTo("presence_event_by_source_kind");
    }

    private List<Feed> list() {
        return access.asSystem("test", () -> feeds.list());
    }

    private Feed only() {
        assertThat(list()).hasSize(1);
        return list().getFirst();
    }

    private Instant ago(Duration past) {
        return clock.instant().minus(past);
    }

    private void status(String source, String subject, Duration past) {
        append(
                new StatusChanged(
                        source,
                        "e" + number.incrementAndGet(),
                        subject,
                        ago(past),
                        null,
                        PresenceState.AVAILABLE,
                        null));
    }

    private void beat(String source, Duration past, int interval) {
        append(new Heartbeat(source, "e" + number.incrementAndGet(), ago(past), null, interval));
    }

    private void append(PresenceEvent event) {
        access.asSystem(
                "test", () -> log.append(List.of(event), Actor.system("test"), Scope.everyone()));
    }
}
