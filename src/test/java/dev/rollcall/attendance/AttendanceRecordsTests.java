package dev.rollcall.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.attendance.AttendanceQuery.GroupBy;
import dev.rollcall.attendance.Correction.Kind;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.ReasonDraft;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Tracking;
import dev.rollcall.presence.TrackingForm;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of days that are over says what the truth says, whatever is told or planned later.
@ModuleTest
class AttendanceRecordsTests {

    private static final LocalDate TODAY = Floor.TODAY;
    private static final LocalDate FRIDAY = TODAY.minusDays(3);
    private static final LocalDate MONDAY = TODAY.minusDays(7);

    @Autowired private Attendance attendance;
    @Autowired private AttendanceRecords records;
    @Autowired private Corrections corrections;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private Directory directory;
    @Autowired private Tracking tracking;
    @Autowired private Reasons reasons;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    @Test
    void keepsDaysThatAreLongOverAndReadsTheOthers() {
        dana(FRIDAY);
        floor.agent("kim").at(TODAY, "07:00", "AVAILABLE");

        assertThat(keep()).isPositive();

        assertThat(kept("dana")).contains(FRIDAY, TODAY.minusDays(2)).doesNotContain(TODAY);
        assertThat(kept("dana")).doesNotContain(TODAY.minusDays(1));
        sameAsTheTruth();
        assertThat(keep()).isZero();
    }

    @Test
    void readsNothingAgainThatIsKept() {
        dana(FRIDAY);
        keep();
        database.sql("update attendance_day set breaks = 77 where work_date = ?")
                .param(FRIDAY)
                .update();

        assertThat(report(FRIDAY, FRIDAY, GroupBy.AGENT).total().breaks()).isEqualTo(77);
    }

    @Test
    void dropsADayWhenALateEventTouchesIt() {
        var dana = dana(FRIDAY);
        dana(FRIDAY.minusDays(1));
        keep();

        dana.at(FRIDAY, "15:00", "UNAVAILABLE/BREAK");

        assertThat(kept("dana")).contains(FRIDAY.minusDays(1)).doesNotContain(FRIDAY);
        sameAsTheTruth();
        keep();
        assertThat(kept("dana")).contains(FRIDAY);
        sameAsTheTruth();
    }

    @Test
    void keepsADayAsItIsWhileItsPersonWorksOn() {
        var dana = dana(FRIDAY);
        keep();

        dana.at(TODAY, "07:30", "AVAILABLE").at(TODAY, "07:45", "UNAVAILABLE/BREAK");

        assertThat(kept("dana")).contains(FRIDAY);
        sameAsTheTruth();
    }

    @Test
    void dropsTheDayOfAClockOutThatLiesDaysLater() {
        var dana =
                floor.agent("dana")
                        .onShift(MONDAY, "WORK 08:00-16:00")
                        .at(MONDAY, "08:00", "AVAILABLE")
                        .at(FRIDAY, "10:00", "AWAY");
        keep();
        assertThat(kept("dana")).contains(MONDAY);

        dana.at(MONDAY.plusDays(2), "09:00", "AWAY");

        sameAsTheTruth();
        assertThat(days("dana", MONDAY).getFirst().day().lastOut())
                .isEqualTo(MONDAY.plusDays(2).atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    @Test
    void keepsNoDayFromWhichSomebodyIsStillClockedIn() {
        floor.agent("dana").onShift(MONDAY, "WORK 08:00-16:00").at(MONDAY, "08:00", "AVAILABLE");

        keep();

        assertThat(kept("dana")).doesNotContain(MONDAY, FRIDAY).contains(MONDAY.minusDays(1));
        sameAsTheTruth();
    }

    @Test
    void dropsADayAndItsNeighboursWhenItsPlanChanges() {
        var dana = dana(FRIDAY);
        dana(FRIDAY.minusDays(1));
        keep();

        // A night shift: where it ends the next day begins.
        dana.onShift(FRIDAY.minusDays(1), "WORK 22:00-06:00");

        assertThat(kept("dana"))
                .doesNotContain(FRIDAY.minusDays(2), FRIDAY.minusDays(1), FRIDAY)
                .contains(FRIDAY.plusDays(1));
        sameAsTheTruth();
        keep();
        sameAsTheTruth();
    }

    @Test
    void countsACorrectionFromTheMomentItIsApproved() {
        var dana = dana(FRIDAY).agent();
        keep();
        var self = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));
        var supervisor = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
        var asked =
                SignIns.as(
                        self.id(),
                        () ->
                                corrections.ask(
                                        new CorrectionDraft(
                                                Kind.CLOCK_OUT,
                                                at(FRIDAY, 15),
                                                at(FRIDAY, 16),
                                                PresenceState.AWAY,
                                                "Left early")));
        sameAsTheTruth();
        assertThat(kept("dana")).contains(FRIDAY);

        SignIns.as(supervisor.id(), () -> corrections.approve(asked.number(), asked.version(), ""));

        sameAsTheTruth();
        var line = report(FRIDAY, FRIDAY, GroupBy.AGENT).lines().getFirst();
        assertThat(line.corrected()).isEqualTo(1);
        assertThat(line.total().early()).isEqualTo(Duration.ofHours(1));
        keep();
        assertThat(report(FRIDAY, FRIDAY, GroupBy.AGENT).lines().getFirst()).isEqualTo(line);
    }

    @Test
    void readsADayAnewInAnotherZoneOrByAnotherRule() {
        dana(FRIDAY).at(FRIDAY, "23:30", "AVAILABLE").at(FRIDAY.plusDays(1), "05:30", "AWAY");
        keep();

        move("dana", "Pacific/Auckland");
        sameAsTheTruth();
        keep();
        sameAsTheTruth();

        forgottenAfter(tracking.policy().forgottenAfter().plusHours(2));
        sameAsTheTruth();
        keep();
        sameAsTheTruth();
        assertThat(
                        database.sql("select count(distinct basis) from attendance_day")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void countsADayForTheUnitItsPersonIsInNow() {
        dana(FRIDAY);
        keep();
        floor.unit("north", "UTC");

        register.putAgent(
                "dana",
                new AgentDraft("dana", null, "north", null, null, null, true),
                null,
                Scope.everyone(),
                Actor.system("test"));

        assertThat(report(FRIDAY, FRIDAY, GroupBy.UNIT).lines())
                .extracting(line -> line.unit() == null ? "" : line.unit().code())
                .containsExactly("north");
        assertThat(kept("dana")).contains(FRIDAY);
    }

    @Test
    void addsUpNextWhatSomebodyMissed() {
        dana(MONDAY);
        records.takeWanted();
        report(MONDAY, TODAY, GroupBy.AGENT);

        // Of the days since Friday not all can be over everywhere.
        assertThat(records.takeWanted())
                .containsExactlyInAnyOrderElementsOf(MONDAY.datesUntil(FRIDAY).toList());
        assertThat(records.takeWanted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void saysTheSameAsTheTruthWhateverHappens(long seed) {
        var random = new Random(seed);
        floor.unit("berlin", "Europe/Berlin");
        var people =
                List.of(floor.agent("dana"), floor.agent("bela", "berlin"), floor.agent("kim"));
        var states = List.of("AVAILABLE", "ACTIVE", "AWAY", "UNAVAILABLE/BREAK", "AWAY");
        var plans = List.of("WORK 08:00-16:00", "WORK 22:00-06:00", "TIME_OFF 08:00-16:00");
        clock.setTo(FreshStart.NOW.minus(Duration.ofDays(2)));
        for (int step = 0; step < 60; step++) {
            var who = people.get(random.nextInt(people.size()));
            var day = TODAY.minusDays(2 + random.nextInt(7));
            switch (random.nextInt(8)) {
                case 0 -> who.onShift(day, plans.get(random.nextInt(plans.size())));
                case 1 -> keep();
                case 2 -> clock.advance(Duration.ofMinutes(random.nextInt(90)));
                default -> {
                    var at = day.atTime(random.nextInt(24), random.nextInt(60));
                    if (at.isBefore(TODAY.minusDays(2).atTime(6, 0))) {
                        who.at(
                                day,
                                at.toLocalTime().toString(),
                                states.get(random.nextInt(states.size())));
                    }
                }
            }
            if (step % 6 == 5) {
                sameAsTheTruth();
            }
        }
        keep();
        sameAsTheTruth();
    }

    @Test
    void losesNoLateEventToWhoeverAddsUpMeanwhile() throws Exception {
        var people = IntStream.range(0, 8).mapToObj(i -> dana("agent-" + i, FRIDAY)).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var futures = new ArrayList<Future<?>>();
            for (int round = 0; round < 12; round++) {
                int minute = 10 + round * 3;
                for (var who : people) {
                    var state = minute % 2 == 0 ? "UNAVAILABLE/BREAK" : "AVAILABLE";
                    futures.add(threads.submit(() -> who.at(FRIDAY, "09:" + minute, state)));
                }
                futures.add(threads.submit(() -> records.make(FRIDAY, () -> {})));
                futures.add(threads.submit(() -> records.make(FRIDAY, () -> {})));
            }
            for (var future : futures) {
                future.get();
            }
        }

        sameAsTheTruth();
        keep();
        sameAsTheTruth();
    }

    // ------------------------------------------------------------------

    private void sameAsTheTruth() {
        for (var by : GroupBy.values()) {
            var found = report(MONDAY.minusDays(2), TODAY, by);
            assertThat(found.lines()).as("by %s", by).isEqualTo(truth(by).lines());
            assertThat(found.total()).isEqualTo(truth(by).total());
        }
        for (var date = MONDAY.minusDays(2); date.isBefore(TODAY); date = date.plusDays(1)) {
            var found = report(date, date, GroupBy.AGENT);
            var truth = without(date);
            assertThat(found.lines()).as("on %s", date).isEqualTo(truth);
        }
    }

    private AttendanceReport truth(GroupBy by) {
        return withoutRecords(() -> report(MONDAY.minusDays(2), TODAY, by));
    }

    private List<AttendanceLine> without(LocalDate date) {
        return withoutRecords(() -> report(date, date, GroupBy.AGENT).lines());
    }

    /// What a report says when nothing is kept; what was is there again afterwards.
    private <T> T withoutRecords(Supplier<T> report) {
        database.sql("update attendance_day set basis = concat('-', basis)").update();
        try {
            return report.get();
        } finally {
            database.sql("update attendance_day set basis = substr(basis, 2)").update();
        }
    }

    private int keep() {
        int made = 0;
        for (int back = 0; back < 12; back++) {
            made += records.make(TODAY.minusDays(back), () -> {});
        }
        return made;
    }

    private List<@Nullable LocalDate> kept(String externalId) {
        return database.sql("select work_date from attendance_day where agent_id = ? order by 1")
                .param(directory.agent(externalId).orElseThrow().id().value())
                .query(LocalDate.class)
                .list();
    }

    private Floor.Worker dana(LocalDate day) {
        return dana("dana", day);
    }

    /// From ten past eight to four, with half an hour of lunch.
    private Floor.Worker dana(String name, LocalDate day) {
        return floor.agent(name)
                .onShift(day, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                .at(day, "08:10", "AVAILABLE")
                .at(day, "12:00", "UNAVAILABLE/LUNCH")
                .at(day, "12:30", "AVAILABLE")
                .at(day, "16:00", "AWAY");
    }

    private List<PersonAttendance.Day> days(String externalId, LocalDate date) {
        var id = directory.agent(externalId).orElseThrow().id();
        return access.asSystem("test", () -> attendance.person(id, date, date, Scope.everyone()))
                .orElseThrow()
                .days();
    }

    private void move(String externalId, String zone) {
        register.putAgent(
                externalId,
                new AgentDraft(externalId, null, "care", null, null, zone, true),
                null,
                Scope.everyone(),
                Actor.system("test"));
    }

    private void forgottenAfter(Duration time) {
        var form =
                new TrackingForm(
                        tracking.policy().enabled(),
                        Set.of(),
                        false,
                        time,
                        false,
                        reasons.everyReason().stream().map(ReasonDraft::of).toList());
        access.asSystem("test", () -> tracking.save(form, tracking.policy().version()));
    }

    private static Instant at(LocalDate date, int hour) {
        return date.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private AttendanceReport report(LocalDate from, LocalDate to, GroupBy by) {
        var query = new AttendanceQuery(from, to, null, null, null, "", by);
        return access.asSystem("test", () -> attendance.report(query, Scope.everyone()));
    }
}
