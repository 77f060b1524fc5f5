package dev.rollcall.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.attendance.Correction.Kind;
import dev.rollcall.attendance.Correction.Progress;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Timelines;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// What people say about their own days, and who decides about it.
@ModuleTest
class CorrectionsTests {

    private static final LocalDate FRIDAY = Floor.TODAY.minusDays(3);

    @Autowired private Corrections corrections;
    @Autowired private Attendance attendance;
    @Autowired private Timelines timelines;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Floor.Worker worker;
    private User dana;
    private User sam;

    @BeforeEach
    void danaCameLateByTheRecord() {
        worker =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00")
                        .at(FRIDAY, "08:40", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");
        dana = signIns.user(worker.agent().id(), Assignment.everywhere(Role.AGENT));
        sam = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
    }

    @Test
    void countsOnceSomebodyElseApproved() {
        var asked = asDana(() -> corrections.ask(clockIn("08:00", "08:40")));
        assertThat(day().late()).isEqualTo(Duration.ofMinutes(40));

        var approved = asSam(() -> corrections.approve(asked.number(), asked.version(), ""));

        assertThat(approved.progress()).isEqualTo(Progress.APPROVED);
        assertThat(day().late()).isZero();
        assertThat(day().firstIn()).isEqualTo(friday("08:00"));
        var read = person().days().getFirst();
        assertThat(read.corrections()).containsExactly(approved);
        assertThat(read.segments().getFirst().isCorrected()).isTrue();
        assertThat(read.segments().getFirst().eventId()).isEqualTo("" + asked.number());
        assertThat(report().lines().getFirst().corrected()).isEqualTo(1);
    }

    @Test
    void stillShowsWhatWasReported() {
        var asked = asDana(() -> corrections.ask(clockIn("08:00", "08:40")));
        clock.advance(Duration.ofMinutes(1));
        asSam(() -> corrections.approve(asked.number(), asked.version(), ""));

        var reported =
                asSam(() ->
                        corrections.reported(
                                corrections.find(asked.number(), Scope.everyone()).orElseThrow(),
                                Scope.everyone()));

        assertThat(reported)
                .extracting(PresenceSegment::state)
                .doesNotContain(PresenceState.AVAILABLE);
    }

    @Test
    void leavesTheRecordWhenItIsRefused() {
        var asked = asDana(() -> corrections.ask(clockIn("08:00", "08:40")));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        asSam(() -> corrections.refuse(asked.number(), asked.version(), " ")));
        var refused = asSam(() -> corrections.refuse(asked.number(), asked.version(), "Not seen"));

        assertThat(refused.note()).isEqualTo("Not seen");
        assertThat(day().late()).isEqualTo(Duration.ofMinutes(40));
        assertThat(report().lines().getFirst().corrected()).isZero();
    }

    @Test
    void nobodyDecidesAboutTheirOwn() {
        var boss =
                signIns.user(
                        floor.agent("boss").agent().id(),
                        Assignment.everywhere(Role.SUPERVISOR),
                        Assignment.everywhere(Role.ADMIN));
        var asked = SignIns.as(boss.id(), () -> corrections.ask(clockIn("08:00", "08:40")));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        SignIns.as(
                                boss.id(),
                                () -> corrections.approve(asked.number(), asked.version(), "")));
        assertThat(SignIns.as(boss.id(), () -> corrections.mayDecide(asked))).isFalse();
        assertThatThrownBy(() ->
                        database.sql(
                                        """
                                        update attendance_correction set state = 'APPROVED',
                                            decided_at = asked_at, decided_kind = asked_kind,
                                            decided_id = asked_id, decided_name = asked_name
                                        """)
                                .update())
                .hasMessageContaining("attendance_correction_by_another");
    }

    @Test
    void isDecidedOnce() {
        var asked = asDana(() -> corrections.ask(clockIn("08:00", "08:40")));
        asSam(() -> corrections.refuse(asked.number(), asked.version(), "Not seen"));

        assertThatExceptionOfType(EditConflict.class)
                .isThrownBy(() ->
                        asSam(() -> corrections.approve(asked.number(), asked.version(), "")));
        assertThat(timelines.of(worker.agent().id(), day().period()))
                .noneMatch(PresenceSegment::isCorrected);
        assertThatThrownBy(() ->
                        database.sql("update attendance_correction set state = 'WITHDRAWN'")
                                .update())
                .hasMessageContaining("decided once");
        assertThatThrownBy(() -> database.sql("delete from attendance_correction").update())
                .hasMessageContaining("kept");
    }

    @Test
    void isTakenBackByWhoeverAskedAndNobodyElse() {
        var asked = asDana(() -> corrections.ask(clockIn("08:00", "08:40")));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        asSam(() -> {
                            corrections.withdraw(asked.number(), asked.version());
                            return "";
                        }));
        asDana(() -> {
            corrections.withdraw(asked.number(), asked.version());
            return "";
        });

        assertThat(asSam(() -> corrections.waiting(Scope.everyone()))).isZero();
        // The time is free to be asked about again.
        asDana(() -> corrections.ask(clockIn("08:10", "08:40")));
    }

    @Test
    void staysWithinAScope() {
        var north = floor.unit("north", "UTC");
        var stranger = signIns.user(Assignment.inUnit(Role.SUPERVISOR, north.id()));
        var asked = asDana(() -> corrections.ask(clockIn("08:00", "08:40")));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        SignIns.as(
                                stranger.id(),
                                () -> corrections.approve(asked.number(), asked.version(), "")));
        var scope = Scope.ofUnits(Set.of(north.id()));
        assertThat(SignIns.as(stranger.id(), () -> corrections.find(asked.number(), scope)))
                .isEmpty();
        assertThat(
                        SignIns.as(
                                stranger.id(),
                                () -> corrections.page(null, Long.MAX_VALUE, 10, scope)))
                .isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        refuses(draft(Kind.CLOCK_IN, "08:40", "08:00", PresenceState.AVAILABLE, "x"), "/until");
        refuses(draft(Kind.CLOCK_IN, "08:00", "08:40", PresenceState.AWAY, "x"), "/state");
        refuses(draft(Kind.STATUS, "08:00", "08:40", PresenceState.ACTIVE, "x"), "/state");
        refuses(draft(Kind.STATUS, "08:00", "08:40", PresenceState.AVAILABLE, " "), "/reason");
        refuses(
                new CorrectionDraft(
                        Kind.CLOCK_IN,
                        Instant.parse("2026-03-02T07:00:00Z"),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        PresenceState.AVAILABLE,
                        "x"),
                "/until");
        asDana(() -> corrections.ask(clockIn("08:00", "08:40")));
        refuses(clockIn("08:10", "08:20"), "/from");
    }

    @Test
    void writesDownWhoAskedAndWhoDecided() {
        var asked = asDana(() -> corrections.ask(clockIn("08:00", "08:40")));
        asSam(() -> corrections.approve(asked.number(), asked.version(), "Seen"));

        assertThat(
                        database.sql(
                                        "select concat(actor_name, ': ', after_state) from"
                                                + " audit_entry where what = 'correction' order by"
                                                + " id")
                                .query(String.class)
                                .list())
                .hasSize(2)
                .first()
                .asString()
                .contains("AVAILABLE from 2026-02-27T08:00:00Z");
    }

    private void refuses(CorrectionDraft draft, String pointer) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> asDana(() -> corrections.ask(draft)))
                .satisfies(e ->
                        assertThat(e.problems())
                                .extracting(InvalidInput.Problem::pointer)
                                .contains(pointer));
    }

    private CorrectionDraft clockIn(String from, String until) {
        return draft(Kind.CLOCK_IN, from, until, PresenceState.AVAILABLE, "The reader was broken");
    }

    private static CorrectionDraft draft(
            Kind kind, String from, String until, PresenceState state, String reason) {
        return new CorrectionDraft(kind, friday(from), friday(until), state, reason);
    }

    private static Instant friday(String time) {
        return FRIDAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private AttendanceDay day() {
        return person().days().getFirst().day();
    }

    private PersonAttendance person() {
        return asSam(() ->
                attendance
                        .person(worker.agent().id(), FRIDAY, FRIDAY, Scope.everyone())
                        .orElseThrow());
    }

    private AttendanceReport report() {
        var query =
                new AttendanceQuery(
                        FRIDAY, FRIDAY, null, null, null, "", AttendanceQuery.GroupBy.AGENT);
        return asSam(() -> attendance.report(query, Scope.everyone()));
    }

    private <T> T asDana(Supplier<T> work) {
        return SignIns.as(dana.id(), work);
    }

    private <T> T asSam(Supplier<T> work) {
        return SignIns.as(sam.id(), work);
    }
}
