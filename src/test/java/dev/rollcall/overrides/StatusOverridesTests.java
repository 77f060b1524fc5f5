package dev.rollcall.overrides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.deeds.Deeds;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Statuses;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Kim looks after Dana, who is available, and Erin, who is in a call. Moss works in another unit.
/// It is 8 o'clock.
@ModuleTest
class StatusOverridesTests {

    private static final PresenceState BREAK = PresenceState.unavailable("BREAK");

    @Autowired private StatusOverrides overrides;
    @Autowired private Statuses statuses;
    @Autowired private LivePresence live;
    @Autowired private Deeds deeds;
    @Autowired private OwnNotices notices;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;

    private Agent dana;
    private Agent erin;
    private Agent moss;
    private Floor.Worker erinWorks;
    private UserId erinSelf;
    private UserId kim;

    @BeforeEach
    void kimLooksAfterDanaAndErin() {
        floor.unit("night", "UTC");
        dana = floor.agent("dana").at("07:00", "AVAILABLE").agent();
        erinWorks = floor.agent("erin").at("07:00", "AVAILABLE").startsCall("07:30", "call-1");
        erin = erinWorks.agent();
        moss = floor.agent("moss", "night").at("07:00", "AVAILABLE").agent();
        erinSelf = signIns.user(erin.id(), Assignment.everywhere(Role.AGENT)).id();
        kim = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();
    }

    private StatusOverride change(PresenceState state, boolean whenDone, Agent... people) {
        Set<AgentId> whom = Stream.of(people).map(Agent::id).collect(Collectors.toSet());
        return SignIns.as(
                kim, () -> overrides.change(whom, state, whenDone, "Cover the early lunch"));
    }

    private void undo(StatusOverride done) {
        SignIns.as(
                kim,
                () -> {
                    deeds.undo(done.deed().orElseThrow());
                    return null;
                });
    }

    private PresenceState state(Agent agent) {
        return live.of(agent.id()).orElseThrow().state();
    }

    @Test
    void isSetAtOnceWithWhoAndWhyAndTakenBack() {
        var done = change(BREAK, false, dana);

        assertThat(done.now()).containsExactly(dana.id());
        assertThat(state(dana)).isEqualTo(BREAK);
        assertThat(live.of(dana.id()).orElseThrow().changedBy()).isNotNull();
        assertThat(
                        jdbc.sql("select note from presence_note order by event desc limit 1")
                                .query(String.class)
                                .single())
                .isEqualTo("Cover the early lunch");
        assertThat(
                        jdbc.sql("select count(*) from audit_entry where what = 'status'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        undo(done);
        assertThat(state(dana)).isEqualTo(PresenceState.AVAILABLE);
        assertThatThrownBy(() -> undo(done)).isInstanceOf(EditConflict.class);
    }

    @Test
    void waitsForWorkInProgressIsToldAndTakenBack() {
        var done = change(BREAK, true, dana, erin);

        assertThat(done.now()).containsExactly(dana.id());
        assertThat(done.queued()).containsExactly(erin.id());
        assertThat(state(erin)).isEqualTo(PresenceState.ACTIVE);
        assertThat(
                        SignIns.as(erinSelf, () -> notices.list(false, null)).stream()
                                .map(each -> each.told().kind().code()))
                .containsExactly("status.next");

        undo(done);
        assertThat(state(dana)).isEqualTo(PresenceState.AVAILABLE);
        assertThat(statuses.next(erin.id())).isEmpty();
        erinWorks.endsCall("07:59", "call-1");
        assertThat(state(erin)).isEqualTo(PresenceState.AVAILABLE);
    }

    @Test
    void whoeverMovedOnStaysWhenItIsTakenBack() {
        var both = change(BREAK, false, dana, erin);
        clock.advance(Duration.ofMinutes(5));
        byThemselves(erin, PresenceState.unavailable("LUNCH"));

        undo(both);

        assertThat(state(dana)).isEqualTo(PresenceState.AVAILABLE);
        assertThat(state(erin)).isEqualTo(PresenceState.unavailable("LUNCH"));
        var one = change(BREAK, false, dana);
        clock.advance(Duration.ofMinutes(5));
        byThemselves(dana, PresenceState.AVAILABLE);
        assertThatThrownBy(() -> undo(one)).isInstanceOf(EditConflict.class);
    }

    private void byThemselves(Agent agent, PresenceState state) {
        access.asSystem(
                "test", () -> statuses.set(agent.id(), state, null, null, access.viewer().actor()));
    }

    @Test
    void reachesPeopleOneLooksAfterOrNobody() {
        assertThatThrownBy(() -> change(BREAK, false, dana, moss)).isInstanceOf(NotFound.class);
        assertThat(state(dana)).isEqualTo(PresenceState.AVAILABLE);
        assertThatThrownBy(() -> SignIns.as(kim, () -> overrides.next(moss.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void saysWhatIsWrongWithIt() {
        assertThatThrownBy(() ->
                        SignIns.as(
                                kim,
                                () ->
                                        overrides.change(
                                                Set.of(),
                                                PresenceState.unavailable("NAP"),
                                                false,
                                                " ")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(each -> each.pointer())
                                        .containsExactly("/agents", "/status", "/why"));
    }
}
