package dev.rollcall.presence;

import static dev.rollcall.presence.LogFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Spans of the past that are corrected in the log. It is 8 o'clock, of a morning that began at 5.
@ModuleTest
class CorrectedTimelineTests {

    private static final Actor SAM = new Actor(Actor.Kind.USER, "9", "Sam");
    private static final PresenceState TRAINING = PresenceState.unavailable("TRAINING");

    @Autowired private PresenceLog log;
    @Autowired private Ingest ingest;
    @Autowired private LogFixture given;
    @Autowired private Timelines timelines;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;

    private Floor.Worker dana;
    private AgentId id;

    @BeforeEach
    void aMorning() {
        dana =
                floor.agent("dana")
                        .at("05:00", "AVAILABLE")
                        .at("06:00", "UNAVAILABLE/BREAK")
                        .at("07:00", "AVAILABLE");
        id = dana.agent().id();
    }

    @Test
    void rulesOverItsSpanAndLeavesTheRest() {
        correct("1", "05:30", "06:30", TRAINING);

        assertThat(timeline())
                .containsExactly(
                        "05:00:00 AVAILABLE",
                        "05:30:00 UNAVAILABLE/TRAINING",
                        "06:30:00 UNAVAILABLE/BREAK",
                        "07:00:00 AVAILABLE");
        var corrected = given.segments(id.value()).get(1);
        assertThat(corrected.isCorrected()).isTrue();
        assertThat(corrected.eventId()).isEqualTo("1");
        assertThat(corrected.changedBy()).isEqualTo("Sam");
        assertThat(given.segments(id.value()).get(2).source()).isEqualTo("/telephony");
    }

    @Test
    void standsAgainstWhatIsToldLater() {
        correct("1", "05:30", "06:30", TRAINING);

        dana.at("05:45", "AWAY").at("05:50", "AVAILABLE");

        assertThat(timeline())
                .contains("05:30:00 UNAVAILABLE/TRAINING", "06:30:00 UNAVAILABLE/BREAK");
        assertThat(ingest.rebuild(id)).as("stored otherwise than folded").isFalse();
    }

    @Test
    void letsTheLaterOfTwoRule() {
        correct("1", "05:30", "06:30", TRAINING);
        clock.advance(Duration.ofMinutes(1));
        correct("2", "06:00", "06:10", PresenceState.AVAILABLE);

        assertThat(timeline())
                .containsExactly(
                        "05:00:00 AVAILABLE",
                        "05:30:00 UNAVAILABLE/TRAINING",
                        "06:00:00 AVAILABLE",
                        "06:10:00 UNAVAILABLE/TRAINING",
                        "06:30:00 UNAVAILABLE/BREAK",
                        "07:00:00 AVAILABLE");
    }

    @Test
    void isASegmentOfItsOwnBesideTheSameStatus() {
        correct("1", "04:30", "05:00", PresenceState.AVAILABLE);

        assertThat(timeline()).startsWith("04:30:00 AVAILABLE", "05:00:00 AVAILABLE");
        assertThat(given.segments(id.value()).get(1).isCorrected()).isFalse();
    }

    @Test
    void overwritesNothing() {
        var span = TimeSpan.of(at("05:00"), at("08:00"));
        var before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        correct("1", "05:30", "06:30", TRAINING);

        assertThat(timelines.asKnownAt(id, span, before))
                .extracting(PresenceSegment::state)
                .containsExactly(
                        PresenceState.AVAILABLE,
                        PresenceState.unavailable("BREAK"),
                        PresenceState.AVAILABLE);
        assertThat(
                        jdbc.sql("select count(*) from presence_event where agent_id = ?")
                                .param(id.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(5);
    }

    @Test
    void isWrittenWithWhatIsDoneBesideOrNotAtAll() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        access.asSystem(
                                "test",
                                () ->
                                        log.correct(
                                                "1",
                                                id,
                                                TimeSpan.of(at("05:30"), at("06:30")),
                                                TRAINING,
                                                SAM,
                                                () -> {
                                                    throw new IllegalStateException("No");
                                                })));

        assertThat(timeline()).hasSize(3);
    }

    @Test
    void correctsOnlyWhatIsOverAndInScope() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> correct("1", "07:30", "08:30", TRAINING));
        var other = floor.unit("north", "UTC");
        var supervisor = signIns.user(Assignment.inUnit(Role.SUPERVISOR, other.id()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        SignIns.as(
                                supervisor.id(),
                                () -> {
                                    correctAsCaller("1", "05:30", "06:30", TRAINING);
                                    return "";
                                }));
    }

    @Test
    void foldsTheSameInWhateverOrderAllOfItCame() {
        var random = new Random(7);
        for (int run = 1; run <= 20; run++) {
            long agent = 1_000 + run;
            var happenings = new ArrayList<Happening>();
            for (int i = 0; i < 40; i++) {
                happenings.add(RandomEvents.happening(random, run * 100 + i));
            }
            for (var each : RandomEvents.corrections(random)) {
                var own =
                        new RandomEvents.Corrected(
                                run + "-" + each.id(), each.sequence(), each.span(), each.state());
                happenings.addAll(own.edges());
            }
            Collections.shuffle(happenings, random);
            for (var happening : happenings) {
                given.take(given.entry(happening, agent));
            }
            assertThat(ingest.rebuild(new AgentId(agent))).as("run %d", run).isFalse();
        }
    }

    private void correct(String number, String from, String until, PresenceState state) {
        access.asSystem("test", () -> correctAsCaller(number, from, until, state));
    }

    private void correctAsCaller(String number, String from, String until, PresenceState state) {
        log.correct(number, id, TimeSpan.of(at(from), at(until)), state, SAM, () -> {});
    }

    private List<String> timeline() {
        return given.timeline(id.value());
    }
}
