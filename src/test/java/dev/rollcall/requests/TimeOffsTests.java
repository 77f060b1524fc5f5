package dev.rollcall.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.Drafts;
import dev.rollcall.planner.Seen;
import dev.rollcall.requests.TimeOff.Progress;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Dana asks for time off, Kim plans her. It is Monday, 2 March 2026.
@ModuleTest
class TimeOffsTests {

    private static final LocalDate TUESDAY = Floor.TODAY.plusDays(1);
    private static final LocalDate THURSDAY = Floor.TODAY.plusDays(3);
    private static final String LEAVE = AbsenceType.ANNUAL_LEAVE;

    @Autowired private TimeOffs timeOffs;
    @Autowired private Allowances allowances;
    @Autowired private RequestRules rules;
    @Autowired private Schedules schedules;
    @Autowired private Drafts drafts;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient jdbc;

    private Floor.Worker worker;
    private Agent dana;
    private UserId self;
    private UserId kim;

    @BeforeEach
    void danaIsPlannedByKim() {
        worker = floor.agent("dana");
        dana = worker.agent();
        self = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        kim = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();
        for (int day = 1; day <= 3; day++) {
            worker.onShift(Floor.TODAY.plusDays(day), "WORK 08:00-16:00", "LUNCH 12:00-12:30");
        }
    }

    private TimeOff ask(LocalDate from, LocalDate to) {
        return SignIns.as(self, () -> timeOffs.ask(TimeOffDraft.days(LEAVE, from, to)));
    }

    private TimeOff approve(TimeOff asked) {
        return SignIns.as(kim, () -> timeOffs.approve(asked.number(), asked.version(), ""));
    }

    private TimeOff withdraw(TimeOff held) {
        return SignIns.as(self, () -> timeOffs.withdraw(held.number(), held.version()));
    }

    private void allow(String days) {
        SignIns.as(
                kim,
                () ->
                        allowances.set(
                                new Allowance(
                                        dana.id(),
                                        LEAVE,
                                        2026,
                                        new BigDecimal(days),
                                        BigDecimal.ZERO,
                                        0)));
    }

    private void rule(@Nullable Integer mostAway) {
        SignIns.as(
                kim,
                () -> rules.save(new RequestRule(dana.unit(), true, 1, false, mostAway, false, 0)));
    }

    private BigDecimal left() {
        return SignIns.as(self, () -> allowances.own(2026)).stream()
                .filter(each -> each.type().code().equals(LEAVE))
                .findFirst()
                .orElseThrow()
                .left();
    }

    private List<PlannedActivity> plan(LocalDate date) {
        return schedules.plan(dana.id(), date).map(DayPlan::activities).orElse(List.of());
    }

    private static List<PlannedActivity> entry(LocalDate date, String entry) {
        var parts = entry.split("[ -]");
        return List.of(
                new PlannedActivity(
                        parts[0],
                        TimeSpan.of(
                                date.atTime(LocalTime.parse(parts[1])).toInstant(ZoneOffset.UTC),
                                date.atTime(LocalTime.parse(parts[2])).toInstant(ZoneOffset.UTC))));
    }

    @Test
    void isInThePlanOnceItIsApproved() {
        allow("10");
        var asked = ask(TUESDAY, THURSDAY);

        assertThat(asked.progress()).isEqualTo(Progress.ASKED);
        assertThat(asked.amount()).isEqualByComparingTo("3");
        assertThat(left()).isEqualByComparingTo("7");
        assertThat(plan(TUESDAY)).hasSize(2);

        var approved = approve(asked);

        assertThat(approved.progress()).isEqualTo(Progress.APPROVED);
        assertThat(plan(TUESDAY)).isEqualTo(entry(TUESDAY, "TIME_OFF 08:00-16:00"));
        assertThat(schedules.plan(dana.id(), THURSDAY).orElseThrow().version()).isEqualTo(2);
        assertThat(left()).isEqualByComparingTo("7");
        assertThat(
                        SignIns.as(
                                kim,
                                () -> timeOffs.approvedDays(Set.of(dana.id()), TUESDAY, THURSDAY)))
                .isEqualTo(Map.of(dana.id(), Set.of(TUESDAY, TUESDAY.plusDays(1), THURSDAY)));
    }

    @Test
    void makesADraftOfTheDayOneThatWasOvertaken() {
        var key = new DayKey(dana.id(), TUESDAY);
        SignIns.as(
                kim,
                () ->
                        drafts.apply(
                                List.of(
                                        new DayEdit(
                                                key,
                                                entry(TUESDAY, "WORK 10:00-18:00"),
                                                new Seen(1, 0)))));

        approve(ask(TUESDAY, TUESDAY));

        assertThat(SignIns.as(kim, () -> drafts.days(List.of(key))).getFirst().isOvertaken())
                .isTrue();
    }

    @Test
    void isApprovedAtOnceWhereARuleHasNothingAgainstIt() {
        allow("10");
        rule(1);

        var approved = ask(TUESDAY, TUESDAY);

        assertThat(approved.progress()).isEqualTo(Progress.APPROVED);
        assertThat(approved.isByRule()).isTrue();
        assertThat(approved.findings())
                .containsExactly(
                        Finding.of(Finding.Kind.ENOUGH_NOTICE, 1, 1),
                        Finding.of(Finding.Kind.FEW_AWAY, 0, 1));
        assertThat(plan(TUESDAY)).isEqualTo(entry(TUESDAY, "TIME_OFF 08:00-16:00"));
    }

    @Test
    void keepsAsManyHeadsAsAreRequiredWithoutAnybody() {
        SignIns.as(
                kim, () -> rules.save(new RequestRule(dana.unit(), true, 0, true, null, false, 0)));

        var asked =
                SignIns.as(
                        self,
                        () -> timeOffs.ask(TimeOffDraft.days("SPECIAL_LEAVE", TUESDAY, TUESDAY)));

        assertThat(asked.progress()).isEqualTo(Progress.ASKED);
        assertThat(asked.findings()).startsWith(Finding.of(Finding.Kind.NO_DEMAND, TUESDAY));
        var day = SignIns.as(kim, () -> timeOffs.outlook(asked.number())).days().getFirst();
        assertThat(day.heads()).hasSize(16).allSatisfy(each -> assertThat(each.left()).isZero());
    }

    @Test
    void isRefusedBeyondTheAllowanceAndWhereNobodyWorks() {
        allow("2");

        assertThatThrownBy(() -> ask(TUESDAY, THURSDAY))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems().getFirst().detail())
                                        .isEqualTo(
                                                "Of Annual leave there are 2 left in 2026, and this"
                                                        + " takes 3."));
        assertThatThrownBy(() -> ask(THURSDAY.plusDays(1), THURSDAY.plusDays(1)))
                .hasMessageContaining("nothing to take");
        assertThat(left()).isEqualByComparingTo("2");
    }

    @Test
    void isRefusedWhereTheSameIsAskedForTwice() {
        ask(TUESDAY, TUESDAY);

        assertThatThrownBy(() -> ask(Floor.TODAY, THURSDAY))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("already");
    }

    @Test
    void isOutOfThePlanAgainWhenItIsTakenBack() {
        var before = plan(TUESDAY);
        var approved = approve(ask(TUESDAY, THURSDAY));
        worker.onShift(THURSDAY, "WORK 10:00-18:00");

        assertThatThrownBy(() -> withdraw(approved))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2026-03-05 was planned anew");
        assertThat(plan(TUESDAY)).isEqualTo(entry(TUESDAY, "TIME_OFF 08:00-16:00"));

        var cancelled =
                SignIns.as(
                        kim,
                        () ->
                                timeOffs.cancel(
                                        approved.number(), approved.version(), "Called back"));

        assertThat(cancelled.progress()).isEqualTo(Progress.CANCELLED);
        assertThat(plan(TUESDAY)).isEqualTo(before);
        assertThat(plan(THURSDAY)).isEqualTo(entry(THURSDAY, "WORK 10:00-18:00"));
        assertThat(cancelled.findings())
                .containsExactly(Finding.of(Finding.Kind.NOT_PUT_BACK, THURSDAY));
        assertThat(ask(TUESDAY, TUESDAY).progress()).isEqualTo(Progress.ASKED);
    }

    @Test
    void takesTheWorkingDaysOfAWeekNobodyHasPlanned() {
        var monday = Floor.TODAY.plusDays(14);
        var approved = approve(ask(monday, monday.plusDays(6)));

        assertThat(approved.amount()).isEqualByComparingTo("5");
        assertThat(plan(monday)).isEqualTo(entry(monday, "TIME_OFF 08:00-16:00"));
        assertThat(plan(monday.plusDays(5))).isEmpty();

        withdraw(approved);

        assertThat(plan(monday)).isEmpty();

        var again = ask(monday, monday.plusDays(6));
        var day = SignIns.as(kim, () -> timeOffs.outlook(again.number())).days().getFirst();

        assertThat(again.amount()).isEqualByComparingTo("5");
        assertThat(day.isPlanned()).isFalse();
        approve(again);
        assertThat(schedules.plan(dana.id(), monday).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void meansTheSameByItselfAndAmongMany() {
        var erin = floor.agent("erin").onShift(TUESDAY, "WORK 12:00-20:00").agent();
        var one = ask(TUESDAY, THURSDAY);
        var other =
                SignIns.as(
                        kim,
                        () ->
                                timeOffs.askFor(
                                        erin.id(),
                                        TimeOffDraft.days("SPECIAL_LEAVE", TUESDAY, TUESDAY)));
        var late = ask(TUESDAY.plusDays(28), TUESDAY.plusDays(28));

        var many = SignIns.as(kim, () -> timeOffs.outlooks(timeOffs.waiting(10)));

        assertThat(many)
                .containsOnlyKeys(one.number(), other.number(), late.number())
                .allSatisfy((number, outlook) ->
                        assertThat(outlook)
                                .isEqualTo(SignIns.as(kim, () -> timeOffs.outlook(number))));
        assertThat(Objects.requireNonNull(many.get(other.number())).days().getFirst().heads())
                .extracting(Outlook.Heads::left)
                .startsWith(1.0)
                .endsWith(0.0);
        assertThat(SignIns.as(kim, () -> timeOffs.decided(10))).isEmpty();
    }

    @Test
    void readsWhatLiesTogetherAtOnce() {
        var dates = new TreeSet<LocalDate>();
        for (int day : new int[] {0, 1, 4, 30, 31}) {
            dates.add(TUESDAY.plusDays(day));
        }

        assertThat(Outlooks.runs(dates)).extracting(List::size).containsExactly(3, 2);
    }

    @Test
    void takesHoursOfANightOnceAndNoHoursThatAreNone() {
        worker.onShift(THURSDAY, "WORK 22:00-06:00");
        var early = ask(THURSDAY, "02:00", "04:00");

        assertThat(early.amount()).isEqualByComparingTo("0.5");
        assertThatThrownBy(() -> ask(THURSDAY, "23:00", "03:00")).hasMessageContaining("already");
        assertThatThrownBy(() -> ask(TUESDAY, "08:00", "08:00"))
                .hasMessageContaining("end at another time");
    }

    private TimeOff ask(LocalDate date, String start, String end) {
        var part = new Hours(LocalTime.parse(start), LocalTime.parse(end));
        return SignIns.as(self, () -> timeOffs.ask(new TimeOffDraft(LEAVE, date, date, part, "")));
    }

    @Test
    void isDecidedBySomebodyElse() {
        var asked = ask(TUESDAY, TUESDAY);
        var lou = floor.agent("lou").onShift(TUESDAY, "WORK 08:00-16:00").agent();
        var both = signIns.user(lou.id(), Assignment.inUnit(Role.SUPERVISOR, lou.unit())).id();
        var own = SignIns.as(both, () -> timeOffs.ask(TimeOffDraft.days(LEAVE, TUESDAY, TUESDAY)));

        assertThatThrownBy(() ->
                        SignIns.as(both, () -> timeOffs.approve(own.number(), own.version(), "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        SignIns.as(
                                kim, () -> timeOffs.decline(asked.number(), asked.version(), " ")))
                .isInstanceOf(InvalidInput.class);

        var declined =
                SignIns.as(
                        kim, () -> timeOffs.decline(asked.number(), asked.version(), "Inventory"));

        assertThat(declined.answer()).isEqualTo("Inventory");
        assertThat(plan(TUESDAY)).hasSize(2);
        assertThatThrownBy(() -> approve(asked)).isInstanceOf(EditConflict.class);
        assertThatThrownBy(() ->
                        jdbc.sql("update time_off set state = 'APPROVED' where id = ?")
                                .param(asked.number())
                                .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void givesTheLastPlaceToOneOfTwoWhoAskAtOnce() throws Exception {
        rule(1);
        var erin = floor.agent("erin").onShift(TUESDAY, "WORK 08:00-16:00").agent();
        var other = signIns.user(erin.id(), Assignment.everywhere(Role.AGENT)).id();
        var draft = TimeOffDraft.days("SPECIAL_LEAVE", TUESDAY, TUESDAY);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var asked =
                    threads.invokeAll(
                            List.<Callable<TimeOff>>of(
                                    () -> SignIns.as(self, () -> timeOffs.ask(draft)),
                                    () -> SignIns.as(other, () -> timeOffs.ask(draft))));

            assertThat(List.of(asked.get(0).get(), asked.get(1).get()))
                    .extracting(TimeOff::progress)
                    .containsExactlyInAnyOrder(Progress.APPROVED, Progress.ASKED);
        }
    }

    @Test
    void forgetsWhatSomebodySaidWhenTheyWantItForgotten() {
        var asked =
                SignIns.as(
                        self,
                        () ->
                                timeOffs.ask(
                                        new TimeOffDraft(
                                                LEAVE, TUESDAY, TUESDAY, null, "My wedding")));

        SignIns.as(
                self,
                () -> {
                    timeOffs.eraseNote(asked.number());
                    return null;
                });

        assertThat(access.asSystem("test", () -> timeOffs.read(asked.number())).note()).isNull();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit_entry where after_state like '%wedding%'")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void namesOnlyThoseWhoAreOffWhomOnePlans() {
        floor.unit("elsewhere", "UTC");
        register.putGroup(
                "sales",
                new GroupDraft("sales", "care", null, "TEAM"),
                null,
                Scope.everyone(),
                Actor.system("test"));
        var erin = inSales("erin", "care");
        var lou = inSales("lou", "elsewhere");
        inSales("dana", "care");
        for (var other : List.of(erin, lou)) {
            floor.of(other).onShift(TUESDAY, "WORK 08:00-16:00");
            access.asSystem(
                    "test",
                    () -> {
                        var asked =
                                timeOffs.askFor(
                                        other.id(),
                                        TimeOffDraft.days("SPECIAL_LEAVE", TUESDAY, TUESDAY));
                        return timeOffs.approve(asked.number(), asked.version(), "");
                    });
        }
        var asked = ask(TUESDAY, TUESDAY);

        var day = SignIns.as(kim, () -> timeOffs.outlook(asked.number())).days().getFirst();

        assertThat(day.off()).isEqualTo(2);
        assertThat(day.away()).containsExactly(erin.id());
    }

    private Agent inSales(String name, String unit) {
        return register.putAgent(
                name,
                new AgentDraft(name, null, unit, null, Set.of("sales"), null, true),
                null,
                Scope.everyone(),
                Actor.system("test"));
    }

    @Test
    void isNotThereForWhoeverPlansOthers() {
        var asked = ask(TUESDAY, TUESDAY);
        var elsewhere = floor.unit("elsewhere", "UTC");
        var lee = signIns.user(Assignment.inUnit(Role.SUPERVISOR, elsewhere.id())).id();

        assertThatThrownBy(() ->
                        SignIns.as(
                                lee, () -> timeOffs.approve(asked.number(), asked.version(), "")))
                .isInstanceOf(NotFound.class);
        assertThat(
                        SignIns.as(
                                lee,
                                () ->
                                        timeOffs.page(
                                                TimeOffs.Filter.WAITING,
                                                Long.MAX_VALUE,
                                                10,
                                                access.scope(Permission.SCHEDULE_WRITE))))
                .isEmpty();
        assertThat(
                        SignIns.as(
                                kim,
                                () ->
                                        timeOffs.page(
                                                TimeOffs.Filter.WAITING,
                                                Long.MAX_VALUE,
                                                10,
                                                Scope.ofAgent(dana.id()))))
                .containsExactly(asked);
    }
}
