package dev.rollcall.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.attendance.AttendanceQuery.GroupBy;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Attendance over days and people, and what stands behind it.
@ModuleTest
class AttendanceTests {

    private static final LocalDate TODAY = Floor.TODAY;
    private static final LocalDate FRIDAY = TODAY.minusDays(3);

    @Autowired private Attendance attendance;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    @Test
    void addsUpEachPersonsDays() {
        dana(FRIDAY);
        dana(FRIDAY.minusDays(1));
        floor.agent("kim");

        var report = report(query(FRIDAY.minusDays(1), FRIDAY, GroupBy.AGENT), Scope.everyone());

        assertThat(report.lines()).extracting(this::name).containsExactly("dana", "kim");
        var total = report.lines().getFirst().total();
        assertThat(total.worked()).isEqualTo(Duration.ofMinutes(2 * 470));
        assertThat(total.lateArrivals()).isEqualTo(2);
        assertThat(total.late()).isEqualTo(Duration.ofMinutes(20));
        assertThat(total.breaks()).isEqualTo(2);
        assertThat(report.lines().getLast().total()).isEqualTo(AttendanceTotal.NONE);
        assertThat(report.total()).isEqualTo(total);
    }

    @Test
    void makesTheSameTotalOfUnitsAndOfDays() {
        dana(FRIDAY);
        floor.unit("north", "Europe/Berlin");
        floor.agent("nina", "north")
                .onShift(FRIDAY, "WORK 22:00-06:00")
                .at(FRIDAY, "22:00", "AVAILABLE")
                .at(FRIDAY.plusDays(1), "06:00", "AWAY");
        var to = FRIDAY.plusDays(1);

        var byAgent = report(query(FRIDAY, to, GroupBy.AGENT), Scope.everyone());
        var byUnit = report(query(FRIDAY, to, GroupBy.UNIT), Scope.everyone());
        var byDay = report(query(FRIDAY, to, GroupBy.DAY), Scope.everyone());

        assertThat(byUnit.total()).isEqualTo(byAgent.total()).isEqualTo(byDay.total());
        assertThat(byUnit.lines()).extracting(this::name).containsExactly("care", "north");
        assertThat(byDay.lines()).extracting(AttendanceLine::date).containsExactly(FRIDAY, to);
        // The night belongs to the day it began on.
        assertThat(byDay.lines().getLast().total().worked()).isZero();
        assertThat(byDay.lines().getFirst().people()).isEqualTo(2);
    }

    @Test
    void countsUpToThisMoment() {
        var dana = floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE");
        var query = query(TODAY, TODAY, GroupBy.AGENT);
        assertThat(report(query, Scope.everyone()).total().worked()).isEqualTo(Duration.ofHours(1));

        clock.advance(Duration.ofMinutes(30));

        var line = report(query, Scope.everyone()).lines().getFirst();
        assertThat(line.total().worked()).isEqualTo(Duration.ofMinutes(90));
        assertThat(line.firstIn())
                .isEqualTo(TODAY.atTime(7, 0).atZone(dana.agent().zone()).toInstant());
        assertThat(line.lastOut()).isNull();
    }

    @Test
    void countsWhatIsToldLater() {
        var dana = dana(FRIDAY);

        dana.at(FRIDAY, "15:00", "AWAY");

        var total = report(query(FRIDAY, FRIDAY, GroupBy.AGENT), Scope.everyone()).total();
        assertThat(total.worked()).isEqualTo(Duration.ofMinutes(410));
        assertThat(total.early()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void doesNotTakeTimeOffForAShift() {
        floor.agent("dana").onShift(FRIDAY, "WORK 08:00-16:00", "TIME_OFF 08:00-16:00");

        assertThat(report(query(FRIDAY, FRIDAY, GroupBy.AGENT), Scope.everyone()).total())
                .isEqualTo(AttendanceTotal.NONE);
    }

    @Test
    void showsNobodyOutOfScope() {
        var dana = dana(FRIDAY);
        floor.unit("north", "UTC");
        var north = floor.agent("nina", "north").agent();
        var scope = Scope.ofUnits(Set.of(north.unit()));

        assertThat(report(query(FRIDAY, FRIDAY, GroupBy.AGENT), scope).lines())
                .extracting(this::name)
                .containsExactly("nina");
        assertThat(person(dana.agent(), scope)).isEmpty();
        assertThat(
                        access.asSystem(
                                "test",
                                () -> attendance.days(query(FRIDAY, FRIDAY, GroupBy.AGENT), scope)))
                .extracting(each -> each.agent().externalId())
                .containsExactly("nina");
    }

    @Test
    void opensTheSegmentsBehindATotal() {
        var dana = dana(FRIDAY);

        var person = person(dana.agent(), Scope.everyone()).orElseThrow();

        var day = person.days().getFirst();
        assertThat(day.segments())
                .extracting(segment -> segment.state().toString())
                .containsExactly("AVAILABLE", "UNAVAILABLE/LUNCH", "AVAILABLE", "AWAY");
        assertThat(day.segments().getFirst().source()).isEqualTo("/telephony");
        var clockedIn =
                day.segments().stream()
                        .filter(segment -> segment.state().base() != PresenceState.Base.AWAY)
                        .map(segment -> {
                            var end = segment.end();
                            return end == null
                                    ? Duration.ZERO
                                    : Duration.between(segment.start(), end);
                        })
                        .reduce(Duration.ZERO, Duration::plus);
        assertThat(clockedIn).isEqualTo(person.total().worked());
    }

    @Test
    void writesDownWhoLookedAtWhoseDays() {
        var dana = dana(FRIDAY).agent();
        var supervisor = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
        var self = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));

        SignIns.as(
                self.id(),
                () -> attendance.person(dana.id(), FRIDAY, FRIDAY, Scope.ofAgent(dana.id())));
        assertThat(looks()).isZero();

        SignIns.as(
                supervisor.id(),
                () -> attendance.person(dana.id(), FRIDAY, FRIDAY, Scope.everyone()));
        assertThat(looks()).isEqualTo(1);

        SignIns.as(
                supervisor.id(),
                () ->
                        attendance.days(
                                query(FRIDAY.minusDays(1), FRIDAY, GroupBy.AGENT),
                                Scope.everyone()));
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void refusesPeriodsItCannotAnswer() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> report(query(TODAY, FRIDAY, GroupBy.AGENT), Scope.everyone()))
                .withMessageContaining("/to");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        report(query(TODAY, TODAY.plusDays(92), GroupBy.AGENT), Scope.everyone()))
                .withMessageContaining("92 days");
    }

    /// From ten past eight to four, with half an hour of lunch.
    private Floor.Worker dana(LocalDate day) {
        return floor.agent("dana")
                .onShift(day, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                .at(day, "08:10", "AVAILABLE")
                .at(day, "12:00", "UNAVAILABLE/LUNCH")
                .at(day, "12:30", "AVAILABLE")
                .at(day, "16:00", "AWAY");
    }

    private AttendanceReport report(AttendanceQuery query, Scope scope) {
        return access.asSystem("test", () -> attendance.report(query, scope));
    }

    private Optional<PersonAttendance> person(Agent agent, Scope scope) {
        return access.asSystem("test", () -> attendance.person(agent.id(), FRIDAY, FRIDAY, scope));
    }

    private static AttendanceQuery query(LocalDate from, LocalDate to, GroupBy by) {
        return new AttendanceQuery(from, to, null, null, null, "", by);
    }

    private String name(AttendanceLine line) {
        var agent = line.agent();
        var unit = line.unit();
        return agent != null ? agent.externalId() : unit != null ? unit.code() : "";
    }

    private int looks() {
        return database.sql(
                        "select count(*) from audit_entry where kind = 'LOOK' and screen like 'attendance %'")
                .query(Integer.class)
                .single();
    }
}
