package dev.rollcall.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.demand.RequiredHeads.HalfHour;
import dev.rollcall.demand.Volumes.Kind;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/// Required heads of units and groups, from volumes, promises and decisions, on a real database.
@ModuleTest
@RecordApplicationEvents
class DemandTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final TimeSpan MORNING =
            TimeSpan.of(EIGHT, Instant.parse("2026-03-02T10:00:00Z"));

    @Autowired private Demand demand;
    @Autowired private Volumes volumes;
    @Autowired private AssumptionBook book;
    @Autowired private VolumeImport imports;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEvents events;

    private Unit care;
    private Unit sales;
    private Group calls;
    private Group tickets;
    private UserId planner;

    @BeforeEach
    void peopleHandleCallsAndTickets() {
        care = floor.unit("care", "UTC");
        sales = floor.unit("sales", "UTC");
        calls = group("care-calls", "care", "CALL");
        tickets = group("care-tickets", "care", "TICKET");
        group("sales-calls", "sales", "CALL");
        planner = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, care.id())).id();
    }

    private Group group(String code, String unit, String channel) {
        return register.putGroup(
                code,
                new GroupDraft(code, unit, null, channel),
                null,
                Scope.everyone(),
                Actor.system("test"));
    }

    private <T> T plan(Supplier<T> deed) {
        return SignIns.as(planner, deed);
    }

    private static Volume volume(Instant start, double contacts) {
        return new Volume(start, contacts, Duration.ofMinutes(3));
    }

    private long expect(Group group, Volume... expected) {
        return plan(
                () -> volumes.replace(group.id(), Kind.EXPECTED, MORNING, List.of(expected), null));
    }

    private RequiredHeads heads(Group group) {
        return plan(() -> demand.requiredHeads(care.id(), group.id(), MORNING));
    }

    @Test
    void computesTheHeadsOfAGroupFromWhatIsExpected() {
        expect(calls, volume(EIGHT, 100));

        assertThat(heads(calls).halfHours())
                .containsExactly(
                        new HalfHour(EIGHT, 20),
                        new HalfHour(EIGHT.plus(HalfHours.LENGTH), null),
                        new HalfHour(EIGHT.plus(HalfHours.LENGTH.multipliedBy(2)), null),
                        new HalfHour(EIGHT.plus(HalfHours.LENGTH.multipliedBy(3)), null));
        assertThat(heads(calls).at(EIGHT.plusSeconds(1_799))).hasValue(20);
        assertThat(heads(calls).at(EIGHT.plusSeconds(1_800))).isEmpty();
        assertThat(heads(calls).at(EIGHT.minusSeconds(1))).isEmpty();
    }

    @Test
    void addsUpTheGroupsOfAUnit() {
        expect(calls, volume(EIGHT, 100));
        plan(() -> volumes.decideHeads(tickets.id(), MORNING, Map.of(EIGHT, 5), null));

        var all = plan(() -> demand.requiredHeads(care.id(), null, MORNING));

        assertThat(all.at(EIGHT)).hasValue(25);
    }

    @Test
    void countsWholeDaysInTheZoneOfTheUnit() {
        floor.unit("care", "Europe/Berlin");

        var day =
                plan(() ->
                        demand.requiredHeads(
                                care.id(),
                                null,
                                LocalDate.of(2026, 3, 29),
                                LocalDate.of(2026, 3, 29)));

        assertThat(day.halfHours()).hasSize(46);
        assertThat(day.halfHours().getFirst().start())
                .isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    }

    @Test
    void looksBackForTicketsThatAreStillToBeDone() {
        var night = Instant.parse("2026-03-02T04:00:00Z");
        plan(() ->
                volumes.replace(
                        tickets.id(),
                        Kind.EXPECTED,
                        TimeSpan.of(night, EIGHT),
                        List.of(new Volume(night, 160, Duration.ofMinutes(3))),
                        null));

        // Eight hours of work over eight hours, from four o'clock on: until noon.
        assertThat(heads(tickets).at(EIGHT)).hasValue(3);
    }

    @Test
    void letsNewAssumptionsHoldFromTheirDateOn() {
        expect(calls, volume(EIGHT, 100));
        var harder = assumptions(MONDAY.plusDays(1), 95);
        plan(() -> book.decide(calls.id(), harder, null));
        assertThat(heads(calls).at(EIGHT)).hasValue(20);

        plan(() -> book.decide(calls.id(), assumptions(MONDAY, 95), null));
        assertThat(heads(calls).at(EIGHT)).hasValue(23);

        plan(() -> book.takeBack(calls.id(), MONDAY, null));
        assertThat(heads(calls).at(EIGHT)).hasValue(20);
        assertThat(plan(() -> book.read(calls.id())).on(MONDAY.plusDays(3))).isEqualTo(harder);
    }

    private static Assumptions assumptions(LocalDate from, double target) {
        return new Assumptions(
                from,
                Share.ofPercent(target),
                Duration.ofSeconds(20),
                Share.ofPercent(30),
                Share.ofPercent(85),
                1,
                Duration.ofHours(8));
    }

    @Test
    void letsDecidedHeadsCountUntilTheyAreTakenBack() {
        expect(calls, volume(EIGHT, 100));
        plan(() -> volumes.decideHeads(calls.id(), MORNING, Map.of(EIGHT, 3), null));
        assertThat(heads(calls).at(EIGHT)).hasValue(3);

        plan(() -> volumes.decideHeads(calls.id(), MORNING, Map.of(), null));
        assertThat(heads(calls).at(EIGHT)).hasValue(20);
    }

    @Test
    void tellsThatOtherHeadsMayBeNeeded() {
        expect(calls, volume(EIGHT, 100));

        assertThat(events.stream(RequirementsChanged.class))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.groups()).containsExactly(calls.id());
                    assertThat(change.concerns(MORNING)).isTrue();
                    assertThat(
                                    change.concerns(
                                            TimeSpan.of(
                                                    MORNING.end(), MORNING.end().plusSeconds(1))))
                            .isFalse();
                });
    }

    @Test
    void tellsNothingOfWhatCame() {
        plan(() ->
                volumes.replace(
                        calls.id(), Kind.ARRIVED, MORNING, List.of(volume(EIGHT, 90)), null));

        assertThat(events.stream(RequirementsChanged.class)).isEmpty();
        assertThat(heads(calls).isKnown()).isFalse();
    }

    @Test
    void overwritesNobodyWhoWasFirst() {
        long version = expect(calls, volume(EIGHT, 100));
        expect(calls, volume(EIGHT, 110));

        assertThatThrownBy(() ->
                        plan(() ->
                                volumes.replace(
                                        calls.id(), Kind.EXPECTED, MORNING, List.of(), version)))
                .isInstanceOf(EditConflict.class);
        assertThat(heads(calls).isKnown()).isTrue();
    }

    @Test
    void namesEveryBadVolume() {
        assertThatThrownBy(() ->
                        expect(
                                calls,
                                volume(EIGHT.plusSeconds(60), 1),
                                volume(EIGHT, -1),
                                volume(MORNING.end(), 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly(
                                                "/volumes/0/start",
                                                "/volumes/1",
                                                "/volumes/2/start"));
    }

    @Test
    void hidesTheDemandOfOthers() {
        assertThatThrownBy(() -> plan(() -> demand.requiredHeads(sales.id(), null, MORNING)))
                .isInstanceOf(NotFound.class);
        assertThat(plan(demand::groups))
                .extracting(Group::code)
                .containsExactlyInAnyOrder("care-calls", "care-tickets");
    }

    @Test
    void importsAllOrNothing() {
        var file =
                VolumeImport.VOLUMES
                        + "\ncare-calls,2026-03-02T08:00,100,180\nsales-calls,2026-03-02T08:00,1,60";

        var refused = plan(() -> imports.importVolumes(file, Kind.EXPECTED, false, false));
        assertThat(refused.written()).isFalse();
        assertThat(refused.rejected())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.line()).isEqualTo(3);
                    assertThat(line.problem()).isEqualTo(LineProblem.UNKNOWN_GROUP);
                });
        assertThat(heads(calls).isKnown()).isFalse();

        var partly = plan(() -> imports.importVolumes(file, Kind.EXPECTED, true, false));
        assertThat(partly.written()).isTrue();
        assertThat(heads(calls).at(EIGHT)).hasValue(20);
    }

    @Test
    void writesNothingInADryRun() {
        var report =
                plan(() ->
                        imports.importHeads(
                                VolumeImport.HEADS + "\ncare-calls,2026-03-02T08:00,7",
                                false,
                                true));

        assertThat(report.written()).isFalse();
        assertThat(report.imported()).isEqualTo(1);
        assertThat(heads(calls).isKnown()).isFalse();
    }

    @Test
    void writesDownWhoChangedWhat() {
        expect(calls, volume(EIGHT, 100));

        assertThat(
                        jdbc.sql(
                                        "select after_state from audit_entry where what = 'demand' and which = 'care-calls'")
                                .query(String.class)
                                .list())
                .containsExactly(
                        "expected: 1 half hours from 2026-03-02T08:00:00Z until 2026-03-02T10:00:00Z");
    }

    @Test
    void isKeptFromQuarterHoursByTheDatabaseItself() {
        assertThatThrownBy(() ->
                        jdbc.sql(
                                        "insert into demand_heads (group_id, start_at, heads) values (1, '2026-03-02 08:15:00', 1)")
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
