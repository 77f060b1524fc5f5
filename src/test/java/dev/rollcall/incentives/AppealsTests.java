package dev.rollcall.incentives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.incentives.Appeal.State;
import dev.rollcall.incentives.LedgerEntry.Kind;
import dev.rollcall.incentives.Recognition.Choice;
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
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Dana sold something in January 2026 and got a hundred points of a budget of 120. Mona and Erik
/// decide; he takes part himself. It is Monday, 2 March.
@ModuleTest
class AppealsTests {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    @Autowired private Schemes schemes;
    @Autowired private Awards awards;
    @Autowired private OwnAppeals own;
    @Autowired private Appeals appeals;
    @Autowired private OwnRewards rewards;
    @Autowired private Recognition recognition;
    @Autowired private Accounts accounts;
    @Autowired private KpiLog log;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Agent dana;
    private UserId danaHerself;
    private UserId mona;
    private UserId erik;
    private long run;

    @BeforeEach
    void january() {
        dana = floor.agent("dana").agent();
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        mona = signIns.user(Assignment.everywhere(Role.UNIT_MANAGER)).id();
        sale(1, "1000");
        var rules =
                new Rules(
                        "Sales",
                        "",
                        Measure.SALES,
                        null,
                        Rhythm.MONTH,
                        List.of(),
                        List.of(new Rate("EUR", new BigDecimal("0.1"))),
                        List.of(),
                        120L,
                        0,
                        List.of(),
                        List.of(),
                        5);
        var draft = as(mona, () -> schemes.save("sales", rules, JANUARY, 0));
        doAs(mona, () -> schemes.publish("sales", draft.edits()));
        erik =
                signIns.user(
                                floor.agent("erik").agent().id(),
                                Assignment.everywhere(Role.UNIT_MANAGER))
                        .id();
        run = as(mona, () -> awards.award("sales", JANUARY)).orElseThrow();
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

    private void sale(long version, String amount) {
        access.asSystem(
                "test",
                () ->
                        log.take(
                                List.of(
                                        new KpiFact(
                                                "/shop",
                                                "one",
                                                version,
                                                "dana",
                                                Instant.parse("2026-01-15T09:00:00Z"),
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
    }

    private Appeal waiting() {
        return as(mona, appeals::waiting).getFirst().appeal();
    }

    private List<LedgerEntry> entries() {
        return accounts.page(dana.id(), Long.MAX_VALUE, 100).reversed();
    }

    @Test
    void whoeverAppealsShowsHowThePointsCameAboutAndNobodyElseDoes() {
        assertThat(as(mona, () -> awards.people(run)))
                .as("what somebody sold is theirs")
                .allMatch(line -> line.award() == null);
        assertThat(as(mona, () -> awards.told(Scope.everyone(), JANUARY, JANUARY)))
                .as("nor do programs in her name learn it")
                .isNotEmpty()
                .allMatch(line -> line.award() == null);
        assertThat(as(danaHerself, own::open)).containsExactly(run);
        as(danaHerself, () -> own.appeal(run, "One sale is missing"));
        var about = as(mona, appeals::waiting).getFirst();
        assertThat(about.reason().sold()).containsKey("EUR");
        assertThat(as(mona, () -> awards.people(run))).allMatch(line -> line.award() == null);
        assertThat(
                        database.sql("select count(*) from audit_entry where kind = 'LOOK'")
                                .query(Integer.class)
                                .single())
                .as("that Mona looked is written down")
                .isPositive();
        assertThat(as(danaHerself, own::open)).as("each result once").isEmpty();
        assertThatThrownBy(() -> as(danaHerself, () -> own.appeal(run, "Once more")))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void pointsAreAddedAsAnEntryOfTheirOwnWithinTheBudget() {
        as(danaHerself, () -> own.appeal(run, "One sale is missing"));
        var asked = waiting();
        assertThatThrownBy(() ->
                        doAs(
                                mona,
                                () ->
                                        appeals.correct(
                                                asked.number(),
                                                asked.version(),
                                                21,
                                                "You are right")))
                .as("the budget has twenty left")
                .isInstanceOf(InvalidInput.class);
        doAs(mona, () -> appeals.correct(asked.number(), asked.version(), 20, "You are right"));
        assertThat(entries())
                .extracting(LedgerEntry::kind)
                .containsExactly(Kind.AWARD, Kind.CORRECTION);
        assertThat(LedgerEntry.replay(entries()))
                .isEqualTo(120)
                .isEqualTo(accounts.balance(dana.id()));
        assertThat(as(danaHerself, () -> rewards.entries(Long.MAX_VALUE)).getFirst().scheme())
                .isEqualTo("Sales");
        assertThat(as(danaHerself, own::mine).getFirst().appeal().state())
                .isEqualTo(State.CORRECTED);
        assertThatThrownBy(() ->
                        doAs(mona, () -> appeals.leave(asked.number(), asked.version(), "No")))
                .as("it is decided once")
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void whatAppealsBroughtIsOfTheSameBudgetWhenThePeriodIsCheckedAgain() {
        as(danaHerself, () -> own.appeal(run, "One sale is missing"));
        var asked = waiting();
        doAs(mona, () -> appeals.correct(asked.number(), asked.version(), 20, "You are right"));
        sale(2, "5000");
        assertThat(as(mona, () -> awards.check(run))).as("a hundred are left, as before").isZero();
        assertThat(accounts.balance(dana.id())).isEqualTo(120);
    }

    @Test
    void anAppealNeverCostsPointsAndIsAnswered() {
        as(danaHerself, () -> own.appeal(run, "One sale is missing"));
        var asked = waiting();
        assertThatThrownBy(() ->
                        doAs(mona, () -> appeals.correct(asked.number(), asked.version(), 0, "x")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> doAs(mona, () -> appeals.leave(asked.number(), asked.version(), " ")))
                .isInstanceOf(InvalidInput.class);
        doAs(mona, () -> appeals.leave(asked.number(), asked.version(), "It was cancelled"));
        assertThat(accounts.balance(dana.id())).isEqualTo(100);
        assertThat(as(danaHerself, own::mine).getFirst().appeal().answer())
                .isEqualTo("It was cancelled");
    }

    @Test
    void whatIsWithdrawnCanBeAppealedAgainAndWhatIsOldCannot() {
        as(danaHerself, () -> own.appeal(run, "Wrong"));
        var asked = waiting();
        doAs(danaHerself, () -> own.withdraw(asked.number(), asked.version()));
        assertThat(as(danaHerself, own::open)).containsExactly(run);
        clock.setTo(clock.instant().plus(Duration.ofDays(43)));
        assertThat(as(danaHerself, own::open)).isEmpty();
        assertThatThrownBy(() -> as(danaHerself, () -> own.appeal(run, "Late")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void nobodyDecidesAboutTheirOwnAndNobodyElsesIsThereToAppeal() {
        as(erik, () -> own.appeal(run, "Nothing was sold?"));
        assertThat(as(erik, appeals::waiting)).isEmpty();
        assertThat(as(erik, appeals::countWaiting)).isZero();
        var asked = waiting();
        assertThatThrownBy(() ->
                        doAs(erik, () -> appeals.leave(asked.number(), asked.version(), "So")))
                .isInstanceOf(AccessDeniedException.class);
        var kim = floor.agent("kim").agent();
        var kimHerself = signIns.user(kim.id(), Assignment.everywhere(Role.AGENT)).id();
        assertThatThrownBy(() -> as(kimHerself, () -> own.appeal(999_999, "Theirs")))
                .isInstanceOf(NotFound.class);
    }

    // ------------------------------------------------------------------ recognition

    @Test
    void onlyWhatSomebodyPutThereStandsOnTheWallAndWithoutPoints() {
        assertThat(as(mona, recognition::wall)).isEmpty();
        var choice = as(danaHerself, recognition::choices).getFirst();
        doAs(danaHerself, () -> recognition.show(choice));
        assertThat(as(danaHerself, recognition::choices)).isEmpty();
        var shown = as(mona, recognition::wall).getFirst();
        assertThat(shown.name()).isEqualTo("Sales");
        assertThat(shown.own()).isFalse();
        assertThatThrownBy(() -> doAs(erik, () -> recognition.takeBack(shown.number())))
                .as("only she takes it off")
                .isInstanceOf(NotFound.class);
        doAs(danaHerself, () -> recognition.takeBack(shown.number()));
        assertThat(as(mona, recognition::wall)).isEmpty();
        assertThatThrownBy(() ->
                        doAs(
                                danaHerself,
                                () -> recognition.show(new Choice(999_999L, null, "Sales", null))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aUnitHasALeaderboardOnlyWhenItIsSwitchedOnAndPeopleJoinThemselves() {
        assertThat(as(danaHerself, recognition::boards)).isEmpty();
        doAs(mona, () -> recognition.decide(dana.unit(), true));
        var board = as(danaHerself, recognition::boards).getFirst();
        assertThat(board.board().people()).as("nobody joined").isZero();
        doAs(danaHerself, () -> recognition.join(true));
        for (int i = 1; i <= 4; i++) {
            var colleague = floor.agent("colleague" + i).agent();
            var user = signIns.user(colleague.id(), Assignment.everywhere(Role.AGENT)).id();
            doAs(user, () -> recognition.join(true));
        }
        var full = as(mona, recognition::boards).getFirst().board();
        assertThat(full.people()).isEqualTo(5);
        assertThat(full.places()).extracting(Leaderboard.Place::who).containsExactly(dana.id());
        doAs(danaHerself, () -> recognition.join(false));
        assertThat(as(mona, recognition::boards).getFirst().board().places()).isEmpty();
        doAs(mona, () -> recognition.decide(dana.unit(), false));
        assertThat(as(mona, recognition::boards)).isEmpty();
    }
}
