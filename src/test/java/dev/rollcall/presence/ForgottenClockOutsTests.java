package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.presence.ForgottenClockOuts.OpenDay;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Dana went home yesterday at 17:42 and did not clock out. It is 8 o'clock.
@ModuleTest
class ForgottenClockOutsTests {

    private static final LocalDate YESTERDAY = Floor.TODAY.minusDays(1);
    private static final Instant GONE = Instant.parse("2026-03-01T17:42:00Z");

    @Autowired private ForgottenClockOuts forgotten;
    @Autowired private Tracking tracking;
    @Autowired private Reasons reasons;
    @Autowired private LogFixture given;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient jdbc;

    private Floor.Worker dana;
    private UserId user;

    @BeforeEach
    void danaForgot() {
        floor.track();
        dana =
                floor.agent("dana")
                        .onShift(YESTERDAY, "WORK 08:00-16:30")
                        .at(YESTERDAY, "08:02", "AVAILABLE")
                        .at(YESTERDAY, "12:00", "UNAVAILABLE/LUNCH")
                        .at(YESTERDAY, "17:42", "AVAILABLE");
        user = signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)).id();
    }

    @Test
    void proposesTheLastSignOfLife() {
        assertThat(own()).contains(new OpenDay(Instant.parse("2026-03-01T08:02:00Z"), GONE, false));
    }

    @Test
    void endsTheDayThereWhenDanaAgrees() {
        end(own().orElseThrow(), GONE, "");

        var last = given.segments(dana.agent().id().value()).getLast();
        assertThat(last.state()).isEqualTo(PresenceState.AWAY);
        assertThat(last.start()).isEqualTo(GONE);
        assertThat(last.source()).isEqualTo(ForgottenClockOuts.CONFIRMED);
        assertThat(own()).isEmpty();
        assertThat(corrections()).isZero();
    }

    @Test
    void asksForACorrectionWhenDanaSaysOtherwise() {
        var left = GONE.plus(Duration.ofMinutes(50));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> end(own().orElseThrow(), left, " "));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(
                        () -> end(own().orElseThrow(), Instant.parse("2026-03-02T09:00:00Z"), "x"));

        end(own().orElseThrow(), left, "Wrote up the last case");

        // Until somebody decides, the proposal counts.
        assertThat(given.segments(dana.agent().id().value()).getLast().start()).isEqualTo(GONE);
        assertThat(corrections()).isEqualTo(1);
    }

    @Test
    void clocksOutByItselfOnlyWhereTheSettingsSaySo() {
        forgotten.endForgotten();
        assertThat(given.timeline(dana.agent().id().value())).hasSize(3);

        settle(true, Duration.ofHours(4));
        forgotten.endForgotten();
        forgotten.endForgotten();

        var last = given.segments(dana.agent().id().value()).getLast();
        assertThat(last.start()).isEqualTo(GONE);
        assertThat(last.source()).isEqualTo(ForgottenClockOuts.AUTOMATIC);
        assertThat(last.automatic()).isTrue();
        assertThat(last.changedBy()).isNull();
        assertThat(own()).map(OpenDay::automatic).contains(true);
    }

    @Test
    void leavesPeopleAloneWhoAreStillAtWork() {
        settle(true, Duration.ofMinutes(30));
        var kim = floor.agent("kim").onShift("WORK 05:00-07:45").at("05:00", "AVAILABLE");

        forgotten.endForgotten();

        assertThat(given.timeline(kim.agent().id().value())).hasSize(1);
    }

    @Test
    void forgetsTheDayOnceDanaIsClockedInAgain() {
        settle(true, Duration.ofHours(4));
        forgotten.endForgotten();

        dana.at("07:55", "AVAILABLE");

        assertThat(own()).isEmpty();
    }

    private void settle(boolean auto, Duration after) {
        var drafts = reasons.everyReason().stream().map(ReasonDraft::of).toList();
        access.asSystem(
                "test",
                () ->
                        tracking.save(
                                new TrackingForm(true, Set.of(), false, after, auto, drafts),
                                tracking.policy().version()));
    }

    private Optional<OpenDay> own() {
        return SignIns.as(user, forgotten::own);
    }

    private void end(OpenDay day, Instant left, String reason) {
        SignIns.as(
                user,
                () -> {
                    forgotten.end(day, left, reason);
                    return "";
                });
    }

    private int corrections() {
        return jdbc.sql("select count(*) from attendance_correction").query(Integer.class).single();
    }
}
