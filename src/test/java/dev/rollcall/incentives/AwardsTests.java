package dev.rollcall.incentives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.incentives.LedgerEntry.Kind;
import dev.rollcall.incentives.Reason.Outcome;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.KpiLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Dana and Erik sold things in January and February 2026; Mona manages. It is Monday, 2 March.
@ModuleTest
class AwardsTests {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

    @Autowired private Schemes schemes;
    @Autowired private DryRuns dryRuns;
    @Autowired private Awards awards;
    @Autowired private AwardJob job;
    @Autowired private Accounts accounts;
    @Autowired private OwnRewards own;
    @Autowired private KpiLog log;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Agent dana;
    private Agent erik;
    private UserId danaHerself;
    private UserId mona;

    @BeforeEach
    void people() {
        dana = floor.agent("dana").agent();
        erik = floor.agent("erik").agent();
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        mona = signIns.user(Assignment.everywhere(Role.UNIT_MANAGER)).id();
        sale("dana", 1, "1000.50", "2026-01-15");
        sale("erik", 1, "500", "2026-01-16");
    }

    private static <T extends @Nullable Object> T as(UserId user, Supplier<T> work) {
        return SignIns.as(user, work);
    }

    private void sale(String agent, long version, String amount, String day) {
        var result =
                access.asSystem(
                        "test",
                        () ->
                                log.take(
                                        List.of(
                                                new KpiFact(
                                                        "/shop",
                                                        agent + day,
                                                        version,
                                                        agent,
                                                        Instant.parse(day + "T09:00:00Z"),
                                                        FactKind.SALE,
                                                        new BigDecimal(amount),
                                                        null,
                                                        Currency.getInstance("EUR"),
                                                        null,
                                                        null,
                                                        null,
                                                        null)),
                                        Actor.system("test"),
                                        Scope.everyone()));
        assertThat(result).hasSize(1);
    }

    private static Rules commission(@Nullable Long cap) {
        return new Rules(
                "Sales",
                "",
                Measure.SALES,
                null,
                Rhythm.MONTH,
                List.of(),
                List.of(new Rate("EUR", new BigDecimal("0.1"))),
                List.of(),
                cap,
                0,
                List.of(),
                List.of(),
                5);
    }

    private void live(@Nullable Long cap) {
        var draft = as(mona, () -> schemes.save("sales", commission(cap), JANUARY, 0));
        as(
                mona,
                () -> {
                    schemes.publish("sales", draft.edits());
                    return "";
                });
    }

    private long january(@Nullable Long cap) {
        live(cap);
        return as(mona, () -> awards.award("sales", JANUARY)).orElseThrow();
    }

    private List<LedgerEntry> entries(Agent agent) {
        return accounts.page(agent.id(), Long.MAX_VALUE, 100).reversed();
    }

    @Test
    void aPeriodIsAwardedOnceWithTheReasonForEachPoint() {
        long run = january(null);
        assertThat(as(mona, () -> awards.award("sales", JANUARY))).isEmpty();
        job.look();
        assertThat(as(danaHerself, own::balance)).isEqualTo(100);
        var entry = as(danaHerself, () -> own.entries(Long.MAX_VALUE)).getFirst();
        assertThat(entry.scheme()).isEqualTo("Sales");
        assertThat(entry.period()).isEqualTo(new Period(JANUARY, LocalDate.of(2026, 1, 31)));
        var reason = entry.reason();
        assertThat(reason).isNotNull();
        assertThat(reason.sold()).containsEntry("EUR", new BigDecimal("1000.5"));
        assertThat(as(mona, () -> awards.people(run)))
                .as("what somebody sold is theirs, and so are the points that tell it")
                .hasSize(2)
                .allMatch(line -> line.award() == null);
        assertThat(as(mona, awards::list).getFirst().sums().points()).isNull();
    }

    @Test
    void aPeriodWaitsForItsLateFacts() {
        live(null);
        assertThatThrownBy(() -> as(mona, () -> awards.award("sales", FEBRUARY)))
                .isInstanceOf(InvalidInput.class);
        assertThat(as(mona, awards::waiting)).hasSize(2);
        clock.setTo(Instant.parse("2026-03-06T08:00:00Z"));
        access.asSystem("awards", () -> awards.awardDue(() -> true));
        assertThat(as(mona, awards::waiting)).isEmpty();
    }

    @Test
    void otherFactsAreReversedAndAwardedAnew() {
        long run = january(null);
        sale("dana", 2, "800", "2026-01-15");
        assertThat(as(mona, () -> awards.check(run))).isEqualTo(1);
        assertThat(as(mona, () -> awards.check(run))).as("nothing is left to change").isZero();
        var entries = entries(dana);
        assertThat(entries)
                .extracting(LedgerEntry::kind)
                .containsExactly(Kind.AWARD, Kind.REVERSAL, Kind.AWARD);
        assertThat(entries).extracting(LedgerEntry::points).containsExactly(100L, -100L, 80L);
        assertThat(LedgerEntry.replay(entries))
                .isEqualTo(80)
                .isEqualTo(accounts.balance(dana.id()));
    }

    @Test
    void theCapHoldsInTheLedger() {
        january(99L);
        assertThat(accounts.balance(dana.id())).isEqualTo(66);
        assertThat(accounts.balance(erik.id())).isEqualTo(33);
        var reason = as(danaHerself, own::periods).getFirst().reason();
        assertThat(reason.outcome()).isEqualTo(Outcome.CUT);
        assertThat(reason.earned()).isEqualTo(100);
    }

    @Test
    void theDatabaseRefusesWhatWouldNotAddUp() {
        january(null);
        for (var statement :
                List.of(
                        "update incentives_entry set points = 1",
                        "delete from incentives_entry",
                        "update incentives_award set points = 1",
                        "delete from incentives_award",
                        "update incentives_scheme_version set rules = '{}'",
                        "delete from incentives_scheme_version",
                        "insert into incentives_entry (agent_id, seq, kind, points, balance, redemption, at, by_kind, by_id, by_name) values ("
                                + dana.id().value()
                                + ", 2, 'REDEMPTION', -10, 95, 1, now(6), 'USER', '1', 'x')",
                        "insert into incentives_entry (agent_id, seq, kind, points, balance, redemption, at, by_kind, by_id, by_name) values ("
                                + dana.id().value()
                                + ", 2, 'REDEMPTION', -200, -100, 1, now(6), 'USER', '1', 'x')")) {
            assertThatThrownBy(() -> database.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatPeopleWorkTowardsNeverChanges() {
        live(null);
        assertThatThrownBy(() ->
                        as(
                                mona,
                                () ->
                                        schemes.save(
                                                "sales",
                                                commission(50L),
                                                LocalDate.of(2026, 3, 1),
                                                0)))
                .as("March has begun")
                .isInstanceOf(InvalidInput.class);
        var draft =
                as(mona, () -> schemes.save("sales", commission(50L), LocalDate.of(2026, 4, 1), 0));
        assertThatThrownBy(() ->
                        as(
                                mona,
                                () ->
                                        schemes.save(
                                                "sales",
                                                commission(60L),
                                                LocalDate.of(2026, 4, 1),
                                                0)))
                .isInstanceOf(EditConflict.class);
        as(
                mona,
                () -> {
                    schemes.publish("sales", draft.edits());
                    return "";
                });
        var scheme = as(mona, () -> schemes.find("sales")).orElseThrow();
        assertThat(scheme.on(Rhythm.MONTH.of(LocalDate.of(2026, 3, 5))).orElseThrow().number())
                .isEqualTo(1);
        assertThat(scheme.on(Rhythm.MONTH.of(LocalDate.of(2026, 4, 5))).orElseThrow().number())
                .isEqualTo(2);
        assertThat(as(mona, () -> schemes.end("sales"))).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void aDryRunSaysWhatItWouldHaveComeToAndWritesNothing() {
        as(mona, () -> schemes.save("sales", commission(null), JANUARY, 0));
        var tried = as(mona, () -> dryRuns.run("sales", 1, 3));
        assertThat(tried.periods()).hasSize(3);
        assertThat(tried.periods().get(1).sums().people()).isGreaterThanOrEqualTo(2);
        assertThat(tried.periods().get(1).sums().points()).as("of two people").isNull();
        assertThat(tried.periods().get(1).people()).isEmpty();
        assertThat(accounts.balance(dana.id())).isZero();
        assertThat(as(danaHerself, own::progress)).as("nobody sees a draft").isEmpty();
    }

    @Test
    void rulesThatMakeNoSenseAreRefusedWithAPlace() {
        var rules =
                new Rules(
                        "",
                        "",
                        Measure.ADHERENCE,
                        null,
                        Rhythm.MONTH,
                        List.of(
                                new Threshold(BigDecimal.valueOf(95), 10),
                                new Threshold(BigDecimal.valueOf(90), 5)),
                        List.of(),
                        List.of(
                                new dev.rollcall.incentives.Floor(
                                        Measure.ADHERENCE, BigDecimal.ONE)),
                        -1L,
                        0,
                        List.of("nowhere"),
                        List.of(),
                        0);
        assertThatThrownBy(() -> as(mona, () -> schemes.save("x", rules, JANUARY, 0)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .contains(
                                                "/name",
                                                "/units/0",
                                                "/thresholds/1/at",
                                                "/thresholds/1/points",
                                                "/floors/0/measure",
                                                "/cap",
                                                "/settleDays"));
    }
}
