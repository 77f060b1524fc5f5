package dev.rollcall.presence;

import static dev.rollcall.presence.EventResult.Outcome.ACCEPTED;
import static dev.rollcall.presence.EventResult.Outcome.DUPLICATE;
import static dev.rollcall.presence.EventResult.Outcome.REJECTED;
import static dev.rollcall.presence.LogFixture.at;
import static dev.rollcall.presence.PresenceState.AVAILABLE;
import static dev.rollcall.presence.PresenceState.unavailable;
import static dev.rollcall.security.SignIns.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

@ModuleTest
class PresenceLogTests {

    private static final Actor TOKEN = new Actor(Actor.Kind.TOKEN, "rc_test", "Telephony");
    private static final Actor KIM = new Actor(Actor.Kind.USER, "7", "Kim");

    @Autowired private PresenceLog log;
    @Autowired private Statuses statuses;
    @Autowired private RejectedEvents rejected;
    @Autowired private LivePresence live;
    @Autowired private Timelines timelines;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;

    @Test
    void answersEachEventByItself() {
        floor.agent("dana");

        var results =
                append(
                        status("1", "dana", at("07:00"), AVAILABLE),
                        status("2", "nobody", at("07:00"), AVAILABLE),
                        status("1", "dana", at("07:00"), AVAILABLE),
                        status("3", "dana", at("08:02:01"), AVAILABLE),
                        status("4", "dana", at("07:30"), PresenceState.UNKNOWN));

        assertThat(results)
                .extracting(EventResult::outcome)
                .containsExactly(ACCEPTED, REJECTED, DUPLICATE, REJECTED, REJECTED);
        assertThat(results)
                .extracting(result -> result.problem() == null ? "" : result.problem().code())
                .containsExactly("", "unknown-agent", "", "clock-skew", "bad-event");
    }

    @Test
    void takesTwoMinutesAheadAndFlagsWhatIsMoreThanATrifleAhead() {
        floor.agent("dana");

        assertThat(
                        append(
                                status("1", "dana", at("08:02"), AVAILABLE),
                                status("2", "dana", at("08:00:05"), AVAILABLE)))
                .extracting(EventResult::outcome)
                .containsOnly(ACCEPTED);
        assertThat(
                        jdbc.sql("select event_id from presence_event where skewed")
                                .query(String.class)
                                .list())
                .containsExactly("1");
    }

    @Test
    void doesNotTellPeopleOutOfScopeFromUnknownOnes() {
        floor.agent("dana");
        var event = List.<PresenceEvent>of(status("1", "dana", at("07:00"), AVAILABLE));

        var result =
                access.asSystem("test", () -> log.append(event, TOKEN, Scope.nobody())).getFirst();

        assertThat(result.problem())
                .isEqualTo(
                        new EventProblem(
                                "unknown-agent",
                                "No agent with the external id \"dana\" is known here.",
                                "/subject"));
    }

    @Test
    void keepsWhatWasRejectedWholeAndCountsItAgain() {
        var event = status("1", "nobody", at("07:00"), unavailable("BREAK"));
        append(event);
        append(event);

        var entry = inbox().getFirst();
        assertThat(inbox()).hasSize(1);
        assertThat(entry.timesSeen()).isEqualTo(2);
        assertThat(PresenceEvents.parse(entry.payload())).isEqualTo(event);
    }

    @Test
    void acceptsOnReplayWhatHasAnAgentNow() {
        append(status("1", "dana", at("07:00"), AVAILABLE));
        var dana = floor.agent("dana").agent();

        assertThat(access.asSystem("test", () -> rejected.replayAll())).isEqualTo(1);

        assertThat(inbox()).isEmpty();
        assertThat(live.of(dana.id()).orElseThrow().state()).isEqualTo(AVAILABLE);
    }

    @Test
    void acceptsAnIdThatWasOnlyEverRejected() {
        append(status("1", "dana", at("07:00"), AVAILABLE));
        floor.agent("dana");

        assertThat(append(status("1", "dana", at("07:00"), AVAILABLE)))
                .extracting(EventResult::outcome)
                .containsExactly(ACCEPTED);
        assertThat(inbox()).isEmpty();
    }

    @Test
    void keepsWhatCouldNotBeRead() {
        var result =
                access.asSystem(
                        "test",
                        () ->
                                log.reject(
                                        "/feed",
                                        null,
                                        "{not json",
                                        new EventProblem("bad-event", "No JSON.", null)));

        assertThat(result.outcome()).isEqualTo(REJECTED);
        assertThat(inbox().getFirst().payload()).isEqualTo("{not json");
        assertThat(access.asSystem("test", () -> rejected.replayAll())).isZero();
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void acceptsAReasonTheSettingsDoNotKnow() {
        var dana = floor.agent("dana").agent();

        append(status("1", "dana", at("07:00"), unavailable("KARAOKE")));

        assertThat(live.of(dana.id()).orElseThrow().state()).isEqualTo(unavailable("KARAOKE"));
    }

    @Test
    void refusesNamesThatAreTooLongOrNoUnicodeAndKeepsThem() {
        floor.agent("dana");

        assertThat(
                        append(
                                status("x".repeat(256), "dana", at("07:00"), AVAILABLE),
                                status("\ud800", "dana", at("07:00"), AVAILABLE),
                                new Heartbeat("/rollcall/user", "1", at("07:00"), null, 30)))
                .extracting(result -> result.problem() == null ? null : result.problem().pointer())
                .containsExactly("/id", "/id", "/source");
        assertThat(inbox()).hasSize(3);
    }

    @Test
    void letsNoFeedPassForRollcallItself() {
        floor.agent("dana");
        var forged =
                new StatusChanged(
                        "/rollcall/correction", "1", "dana", at("07:00"), null, AVAILABLE, null);

        assertThat(append(forged))
                .extracting(EventResult::problem)
                .extracting(EventProblem::code, EventProblem::pointer)
                .containsExactly(org.assertj.core.api.Assertions.tuple("bad-event", "/source"));
    }

    @Test
    void flagsWorkWhileUnavailable() {
        var dana = floor.agent("dana").agent();
        append(
                status("1", "dana", at("07:00"), unavailable("BREAK")),
                new WorkStarted(
                        "/crm",
                        "2",
                        "dana",
                        at("07:05"),
                        null,
                        "case-1",
                        dev.rollcall.people.Channel.TICKET,
                        null));

        assertThat(timelines.flaggedWork(dana.id(), TimeSpan.of(at("07:00"), at("08:00"))))
                .extracting(Timelines.FlaggedWork::workItem)
                .containsExactly("case-1");
    }

    @Test
    void setsOnesOwnStatusAndNobodyElses() {
        var dana = floor.agent("dana").agent();
        var other = floor.agent("other").agent();
        var user = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));

        var result = as(user.id(), () -> statuses.set(dana.id(), AVAILABLE, null, null, KIM));

        assertThat(result.outcome()).isEqualTo(ACCEPTED);
        assertThat(live.of(dana.id()).orElseThrow().changedBy()).isEqualTo("Kim");
        assertThat(live.of(dana.id()).orElseThrow().source()).isEqualTo("/rollcall/user");
        assertThatThrownBy(() ->
                        as(user.id(), () -> statuses.set(other.id(), AVAILABLE, null, null, KIM)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void letsASupervisorSetTheStatusOfTheirPeopleOnly() {
        var dana = floor.agent("dana").agent();
        floor.unit("elsewhere", "UTC");
        var other = floor.agent("other", "elsewhere").agent();
        var user = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit()));

        assertThat(
                        as(user.id(), () -> statuses.set(dana.id(), AVAILABLE, null, null, KIM))
                                .outcome())
                .isEqualTo(ACCEPTED);
        assertThatThrownBy(() ->
                        as(user.id(), () -> statuses.set(other.id(), AVAILABLE, null, null, KIM)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void refusesStrangersAltogether() {
        assertThatThrownBy(() -> log.append(List.of(), TOKEN, Scope.everyone()))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        var agent = signIns.user(Assignment.everywhere(Role.AGENT));
        assertThatThrownBy(
                        () -> as(agent.id(), () -> log.append(List.of(), TOKEN, Scope.everyone())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(agent.id(), () -> rejected.open(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(agent.id(), () -> rejected.replayAll()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void clocksInToAUnitTheyMayWorkInAndNoOther() {
        var south = floor.unit("south", "UTC");
        var west = floor.unit("west", "UTC");
        floor.agent("dana");
        var dana = mayWorkIn("dana", "south");

        var refused = set(dana, AVAILABLE, null, west.id());
        var accepted = set(dana, AVAILABLE, null, south.id());

        assertThat(refused.outcome()).isEqualTo(REJECTED);
        assertThat(refused.problem()).isNotNull();
        assertThat(refused.problem().detail()).contains("\"west\"");
        assertThat(accepted.outcome()).isEqualTo(ACCEPTED);
        assertThat(live.of(dana.id()).orElseThrow().currentUnit()).isEqualTo(south.id());
        assertThat(timelines.lastUnit(dana.id())).contains(south.id());
        assertThat(inbox()).isEmpty();

        set(dana, PresenceState.AWAY, null, null);
        assertThat(live.of(dana.id()).orElseThrow().currentUnit()).isNull();
    }

    @Test
    void takesWhatIsSetWithinOneInstantInTheOrderItWasSet() {
        var dana = floor.agent("dana").agent();

        for (int i = 0; i < 10; i++) {
            set(dana, AVAILABLE, null, null);
            set(dana, unavailable("BREAK"), null, null);
        }

        assertThat(live.of(dana.id()).orElseThrow().state()).isEqualTo(unavailable("BREAK"));
    }

    @Test
    void needsADescriptionForOther() {
        var dana = floor.agent("dana").agent();

        assertThat(set(dana, unavailable("OTHER"), " ", null).outcome()).isEqualTo(REJECTED);
        assertThat(set(dana, unavailable("OTHER"), "Helping the reception", null).outcome())
                .isEqualTo(ACCEPTED);
        assertThat(jdbc.sql("select note from presence_note").query(String.class).list())
                .containsExactly("Helping the reception");
        assertThat(jdbc.sql("delete from presence_note").update()).isEqualTo(1);
    }

    @Test
    void roundsInstantsToWhatTheDatabaseKeeps() {
        floor.agent("dana");
        var fine = at("07:00").plusNanos(1_999);

        append(status("1", "dana", fine, AVAILABLE));

        assertThat(
                        timelines
                                .of(
                                        floor.agent("dana").agent().id(),
                                        TimeSpan.of(at("06:00"), at("08:00")))
                                .getFirst()
                                .start())
                .isEqualTo(at("07:00").plusNanos(1_000));
    }

    @Test
    void acceptsWhatIsNotAheadAnyMoreOnReplay() {
        floor.agent("dana");
        append(status("1", "dana", at("08:05"), AVAILABLE));
        clock.advance(Duration.ofMinutes(10));

        assertThat(access.asSystem("test", () -> rejected.replayAll())).isEqualTo(1);
    }

    private List<EventResult> append(PresenceEvent... events) {
        return access.asSystem("test", () -> log.append(List.of(events), TOKEN, Scope.everyone()));
    }

    private EventResult set(
            Agent agent,
            PresenceState state,
            @org.jspecify.annotations.Nullable String note,
            dev.rollcall.people.@org.jspecify.annotations.Nullable UnitId unit) {
        return access.asSystem("test", () -> statuses.set(agent.id(), state, note, unit, KIM));
    }

    private List<RejectedEvents.Entry> inbox() {
        return access.asSystem("test", () -> rejected.open(0, 100));
    }

    private Agent mayWorkIn(String externalId, String unit) {
        return register.putAgent(
                externalId,
                new AgentDraft(externalId, null, "care", Set.of(unit), null, null, null),
                null,
                Scope.everyone(),
                KIM);
    }

    private static StatusChanged status(
            String id, String subject, Instant time, PresenceState state) {
        return new StatusChanged("/feed", id, subject, time, null, state, null);
    }
}
