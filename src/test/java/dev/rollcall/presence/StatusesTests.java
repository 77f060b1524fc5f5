package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Statuses set by hand: clocking out, and what follows when the work is done. It is 8 o'clock.
@ModuleTest
class StatusesTests {

    private static final Actor DANA = new Actor(Actor.Kind.USER, "7", "Dana");
    private static final PresenceState LUNCH = PresenceState.unavailable("LUNCH");

    @Autowired private Statuses statuses;
    @Autowired private NextStatuses next;
    @Autowired private LivePresence live;
    @Autowired private Ingest ingest;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;

    private Floor.Worker dana;
    private UserId user;

    @BeforeEach
    void danaHasACall() {
        dana = floor.agent("dana").at("07:00", "AVAILABLE").startsCall("07:30", "call-1");
        user = signIns.user(id(), Assignment.everywhere(Role.AGENT)).id();
    }

    @Test
    void remembersWhenSomebodyMeansToBeBackUntilTheNextStatus() {
        var back = clock.instant().plus(Duration.ofMinutes(30));

        byDana(() -> statuses.setUntil(id(), LUNCH, null, back, DANA));
        assertThat(now().expectedReturn()).isEqualTo(back);
        live.load();
        assertThat(now().expectedReturn()).isEqualTo(back);
        assertThat(ingest.rebuild(id())).isFalse();

        // Late, and said so: the status goes on, only the time is another one.
        var since = now().since();
        clock.advance(Duration.ofMinutes(31));
        var later = clock.instant().plus(Duration.ofMinutes(10));
        byDana(() -> statuses.setUntil(id(), LUNCH, null, later, DANA));
        assertThat(now().expectedReturn()).isEqualTo(later);
        assertThat(now().since()).isEqualTo(since);
        assertThat(state()).isEqualTo(LUNCH);

        clock.advance(Duration.ofMinutes(5));
        byDana(() -> statuses.set(id(), PresenceState.AVAILABLE, null, null, DANA));
        assertThat(now().expectedReturn()).isNull();
    }

    @Test
    void believesNoReturnFromWorkNorInThePastNorDaysAhead() {
        var now = clock.instant();

        assertThat(pointer(PresenceState.AVAILABLE, now.plusSeconds(60)))
                .isEqualTo("/expectedReturn");
        assertThat(pointer(LUNCH, now)).isEqualTo("/expectedReturn");
        assertThat(pointer(LUNCH, now.plus(Duration.ofHours(25)))).isEqualTo("/expectedReturn");
        assertThat(state()).isEqualTo(PresenceState.ACTIVE);
    }

    private String pointer(PresenceState state, Instant back) {
        var result = byDana(() -> statuses.setUntil(id(), state, null, back, DANA));
        return Objects.requireNonNull(Objects.requireNonNull(result.problem()).pointer());
    }

    private LivePresence.Now now() {
        return live.of(id()).orElseThrow();
    }

    @Test
    void whoeverIsTrackedFinishesTheirWorkBeforeTheyClockOut() {
        floor.track();

        var refused = byDana(() -> statuses.clockOut(id(), "END_OF_SHIFT", null, DANA));

        assertThat(refused.problem()).extracting(EventProblem::code).isEqualTo("work-in-progress");
        assertThat(state()).isEqualTo(PresenceState.ACTIVE);
        dana.endsCall("07:45", "call-1");
        byDana(() -> statuses.clockOut(id(), "END_OF_SHIFT", null, DANA));
        assertThat(state()).isEqualTo(PresenceState.AWAY);
        assertThat(
                        jdbc.sql("select clock_out_reason from presence_event where base = 'AWAY'")
                                .query(String.class)
                                .single())
                .isEqualTo("END_OF_SHIFT");
    }

    @Test
    void theSettingsMayAllowClockingOutOfWork() {
        floor.track(true);

        byDana(() -> statuses.clockOut(id(), null, null, DANA));

        assertThat(state()).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void whoeverIsNotTrackedMayLeaveAnyTime() {
        byDana(() -> statuses.clockOut(id(), null, null, DANA));

        assertThat(state()).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void aSupervisorCanClockOutSomebodyWhoForgot() {
        floor.track();

        access.asSystem("test", () -> statuses.clockOut(id(), null, null, Actor.system("test")));

        assertThat(state()).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void someReasonsNeedADescription() {
        var refused =
                byDana(() ->
                        statuses.setWhenDone(
                                id(), PresenceState.AWAY, " ", "OTHER_CLOCK_OUT", DANA));

        assertThat(refused.problem()).extracting(EventProblem::pointer).isEqualTo("/note");
        assertThat(statuses.next(id())).isEmpty();
    }

    @Test
    void whatIsWishedComesTrueWhenTheLastItemEnds() {
        byDana(() -> statuses.setWhenDone(id(), LUNCH, null, null, DANA));
        assertThat(state()).isEqualTo(PresenceState.ACTIVE);
        assertThat(statuses.next(id())).map(NextStatus::state).contains(LUNCH);

        clock.advance(Duration.ofMinutes(5));
        dana.endsCall("08:05", "call-1");

        assertThat(state()).isEqualTo(LUNCH);
        assertThat(live.of(id()).orElseThrow().changedBy()).isEqualTo("Dana");
        assertThat(statuses.next(id())).isEmpty();
    }

    @Test
    void aLaterWishTakesThePlaceOfTheOneBefore() {
        byDana(() -> statuses.setWhenDone(id(), LUNCH, null, null, DANA));
        byDana(() -> statuses.setWhenDone(id(), PresenceState.AWAY, null, "END_OF_SHIFT", DANA));

        dana.endsCall("07:59", "call-1");

        assertThat(state()).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void whoeverSetsAStatusNowNeedsNoNextOneAnyMore() {
        byDana(() -> statuses.setWhenDone(id(), LUNCH, null, null, DANA));
        byDana(() -> statuses.set(id(), PresenceState.unavailable("MEETING"), null, null, DANA));

        dana.endsCall("07:59", "call-1");

        assertThat(state()).isEqualTo(PresenceState.unavailable("MEETING"));
    }

    @Test
    void whoeverIsClockedOutMeanwhileStaysAway() {
        byDana(() -> statuses.setWhenDone(id(), LUNCH, null, null, DANA));

        dana.at("07:59", "AWAY");

        assertThat(state()).isEqualTo(PresenceState.AWAY);
        assertThat(statuses.next(id())).isEmpty();
    }

    @Test
    void whoeverClocksOutOfWorkIsNotBroughtBackByWhatWasToFollow() {
        floor.track(true);
        byDana(() -> statuses.setWhenDone(id(), LUNCH, null, null, DANA));

        byDana(() -> statuses.clockOut(id(), "END_OF_SHIFT", null, DANA));

        assertThat(state()).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void aWishCanBeTakenBack() {
        byDana(() -> statuses.setWhenDone(id(), LUNCH, null, null, DANA));
        byDana(() -> {
            statuses.forgetNext(id());
            return true;
        });

        dana.endsCall("07:59", "call-1");

        assertThat(state()).isEqualTo(PresenceState.AVAILABLE);
    }

    @Test
    void withoutWorkAWishComesTrueAtOnce() {
        dana.endsCall("07:59", "call-1");

        byDana(() -> statuses.setWhenDone(id(), LUNCH, null, null, DANA));

        assertThat(state()).isEqualTo(LUNCH);
    }

    @Test
    void aWishOutlivesTheProductAndComesTrueOnce() {
        byDana(() -> statuses.setWhenDone(id(), LUNCH, null, null, DANA));
        var kept = statuses.next(id()).orElseThrow();

        next.load();
        assertThat(statuses.next(id())).contains(kept);
        dana.endsCall("07:59", "call-1");
        statuses.comeTrue();

        assertThat(
                        jdbc.sql("select count(*) from presence_event where event_id like 'next-%'")
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    private AgentId id() {
        return dana.agent().id();
    }

    private PresenceState state() {
        return live.of(id()).orElseThrow().state();
    }

    private <T> T byDana(Supplier<T> deed) {
        return SignIns.as(user, deed);
    }
}
