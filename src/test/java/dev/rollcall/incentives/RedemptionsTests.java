package dev.rollcall.incentives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.incentives.LedgerEntry.Kind;
import dev.rollcall.incentives.Redemption.State;
import dev.rollcall.people.Agent;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.AbsenceTypes;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Dana has a hundred points; Mona decides. It is Monday, 2 March 2026, 8 o'clock.
@ModuleTest
class RedemptionsTests {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    @Autowired private Rewards rewards;
    @Autowired private OwnRedemptions own;
    @Autowired private Redemptions redemptions;
    @Autowired private Accounts accounts;
    @Autowired private AbsenceTypes absences;
    @Autowired private Schedules schedules;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient database;

    private Agent dana;
    private UserId danaHerself;
    private UserId mona;

    @BeforeEach
    void people() {
        dana = floor.agent("dana").onShift(FRIDAY, "WORK 09:00-17:00").agent();
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        mona = signIns.user(Assignment.everywhere(Role.UNIT_MANAGER)).id();
        access.asSystem(
                "test",
                () ->
                        absences.save(
                                new AbsenceType(
                                        "REWARD_DAY",
                                        "Reward day",
                                        "TIME_OFF",
                                        dev.rollcall.requests.Measure.DAYS,
                                        AbsenceType.Limit.NONE,
                                        true,
                                        0)));
        database.sql("insert into incentives_scheme (code) values ('t')").update();
        database.sql(
                        "insert into incentives_scheme_version (scheme, number, rules, starts, edits) values ('t', 1, '{}', '2026-01-01', 1)")
                .update();
        database.sql(
                        "insert into incentives_run (id, scheme, version, period_from, period_to, made_at, made_kind, made_id, made_name, checked_at) values (1, 't', 1, '2026-01-01', '2026-01-31', now(6), 'SYSTEM', 't', 't', now(6))")
                .update();
        hundred(dana);
    }

    private void hundred(Agent agent) {
        database.sql(
                        "insert into incentives_award (run_id, agent_id, revision, unit_id, points, reason, made_at) values (1, ?, 1, 1, 100, '{}', now(6))")
                .param(agent.id().value())
                .update();
        accounts.write(
                agent.id(), Kind.AWARD, 100, Accounts.Origin.award(1, 1), Actor.system("test"));
    }

    private static <T extends @Nullable Object> T as(UserId user, Supplier<T> work) {
        return SignIns.as(user, work);
    }

    private static void doAs(UserId user, Runnable work) {
        SignIns.<@Nullable Object>as(
                user,
                () -> {
                    work.run();
                    return null;
                });
    }

    private Reward reward(Reward.Kind kind, long price, @Nullable Integer stock) {
        long number =
                as(
                        mona,
                        () ->
                                rewards.save(
                                        new Reward(
                                                0,
                                                "Something",
                                                "",
                                                kind,
                                                price,
                                                stock,
                                                null,
                                                kind == Reward.Kind.TIME_OFF ? "REWARD_DAY" : null,
                                                null,
                                                null,
                                                true,
                                                0)));
        return as(mona, rewards::all).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private Redemption mine() {
        return as(danaHerself, own::mine).getFirst();
    }

    private List<String> friday() {
        return schedules.plan(dana.id(), FRIDAY).stream()
                .flatMap(plan -> plan.activities().stream())
                .map(PlannedActivity::activity)
                .toList();
    }

    @Test
    void pointsAreKeptWhileSomebodyDecidesAndComeBackWhenDeclined() {
        var perk = reward(Reward.Kind.PERK, 60, 1);
        as(danaHerself, () -> own.ask(perk.number(), perk.version(), null));
        assertThat(accounts.balance(dana.id())).isEqualTo(40);
        assertThat(as(danaHerself, own::choices)).as("the only one is kept, too").isEmpty();
        var waiting = as(mona, redemptions::waiting).getFirst();
        assertThatThrownBy(() ->
                        doAs(
                                mona,
                                () ->
                                        redemptions.decline(
                                                waiting.number(), waiting.version(), " ")))
                .isInstanceOf(InvalidInput.class);
        doAs(mona, () -> redemptions.decline(waiting.number(), waiting.version(), "Sold out"));
        assertThat(accounts.balance(dana.id())).isEqualTo(100);
        assertThat(mine().state()).isEqualTo(State.DECLINED);
        assertThat(mine().answer()).isEqualTo("Sold out");
        assertThat(as(danaHerself, own::choices)).hasSize(1);
        assertThatThrownBy(() ->
                        doAs(
                                mona,
                                () -> redemptions.approve(waiting.number(), waiting.version(), "")))
                .isInstanceOf(EditConflict.class);
        assertThat(LedgerEntry.replay(accounts.page(dana.id(), Long.MAX_VALUE, 100)))
                .isEqualTo(accounts.balance(dana.id()));
    }

    @Test
    void aDayOffIsInThePlanWhenItIsApproved() {
        var day = reward(Reward.Kind.TIME_OFF, 80, null);
        assertThatThrownBy(() -> as(danaHerself, () -> own.ask(day.number(), day.version(), null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        as(
                                danaHerself,
                                () -> own.ask(day.number(), day.version(), FRIDAY.plusDays(1))))
                .as("nothing is planned on Saturday")
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems().getFirst().pointer()).isEqualTo("/day"));
        as(danaHerself, () -> own.ask(day.number(), day.version(), FRIDAY));
        assertThat(friday()).doesNotContain("TIME_OFF");
        var waiting = as(mona, redemptions::waiting).getFirst();
        doAs(mona, () -> redemptions.approve(waiting.number(), waiting.version(), ""));
        assertThat(friday()).contains("TIME_OFF");
        assertThat(mine().timeOff()).isNotNull();
        assertThat(accounts.balance(dana.id())).isEqualTo(20);
    }

    @Test
    void twoWishesAtOnceNeverSpendTheSamePoints() throws Exception {
        var perk = reward(Reward.Kind.PERK, 60, null);
        Callable<Boolean> wish =
                () -> {
                    try {
                        as(danaHerself, () -> own.ask(perk.number(), perk.version(), null));
                        return true;
                    } catch (InvalidInput e) {
                        return false;
                    }
                };
        try (var threads = Executors.newFixedThreadPool(4)) {
            long got = 0;
            for (var each : threads.invokeAll(List.of(wish, wish, wish, wish))) {
                got += each.get() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        }
        assertThat(accounts.balance(dana.id())).isEqualTo(40);
    }

    @Test
    void onesOwnWishIsDecidedBySomebodyElse() {
        var perk = reward(Reward.Kind.PERK, 60, null);
        var erik = floor.agent("erik").agent();
        hundred(erik);
        var both = signIns.user(erik.id(), Assignment.everywhere(Role.UNIT_MANAGER)).id();
        as(both, () -> own.ask(perk.number(), perk.version(), null));
        assertThat(as(both, redemptions::waiting)).isEmpty();
        var known = as(both, own::mine).getFirst();
        assertThatThrownBy(() ->
                        doAs(both, () -> redemptions.approve(known.number(), known.version(), "")))
                .isInstanceOf(AccessDeniedException.class);
        doAs(both, () -> own.withdraw(known.number(), known.version()));
        assertThat(accounts.balance(erik.id())).isEqualTo(100);
    }
}
