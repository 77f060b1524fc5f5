package dev.rollcall.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Dana and Eli work together, Ann looks after them, Otto elsewhere. It is Monday, 2 March 2026, 8
/// o'clock.
@ModuleTest
class FeedbackTests {

    @Autowired private GiveFeedback give;
    @Autowired private OwnFeedback own;
    @Autowired private FeedbackOfPeople people;
    @Autowired private ReportedFeedback reported;
    @Autowired private FeedbackTags tags;
    @Autowired private Cadences cadences;
    @Autowired private FeedbackJobs jobs;
    @Autowired private Rounds rounds;
    @Autowired private OwnRounds ownRounds;
    @Autowired private OwnNotices notices;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Agent dana;
    private Agent eli;
    private UserId danaHerself;
    private UserId eliHimself;
    private UserId ann;
    private UserId admin;

    @BeforeEach
    void everybody() {
        dana = floor.agent("dana").agent();
        eli = floor.agent("eli").agent();
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        eliHimself = signIns.user(eli.id(), Assignment.everywhere(Role.AGENT)).id();
        ann = signIns.user(Assignment.everywhere(Role.SUPERVISOR)).id();
        admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
    }

    private static void doAs(UserId user, Runnable work) {
        SignIns.as(
                user,
                () -> {
                    work.run();
                    return "";
                });
    }

    private static FeedbackDraft draft(AgentId to, Kind kind, String said) {
        return new FeedbackDraft(to, kind, said, " Ask once more ", Set.of("LISTENING"), null);
    }

    private long praise() {
        return SignIns.as(
                eliHimself,
                () -> give.toColleague(draft(dana.id(), Kind.PRAISE, "You stayed calm")));
    }

    private long fromAnn(Kind kind) {
        return SignIns.as(ann, () -> give.toPerson(draft(dana.id(), kind, "Good end")).number());
    }

    private List<Feedback> danas() {
        return SignIns.as(danaHerself, own::open);
    }

    private List<String> told(UserId user) {
        return SignIns.as(user, () -> notices.list(true, null)).stream()
                .map(each -> each.toString())
                .toList();
    }

    @Test
    void aColleagueIsToldAtOnceByWhomAndThanksOnce() {
        long number = praise();
        assertThat(told(danaHerself)).hasSize(1);
        assertThat(danas())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.giver().id()).isEqualTo("" + eliHimself.value());
                    assertThat(each.next()).isEqualTo("Ask once more");
                    assertThat(each.fromLead()).isFalse();
                    assertThat(each.seenAt()).isNull();
                });
        assertThat(told(danaHerself)).isEmpty();
        doAs(danaHerself, () -> own.thank(number));
        assertThat(told(eliHimself)).hasSize(1);
        assertThatThrownBy(() -> doAs(danaHerself, () -> own.answer(number, "Again")))
                .isInstanceOf(EditConflict.class);
        assertThatThrownBy(() -> doAs(eliHimself, () -> own.thank(number)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        database.sql("update feedback_note set said = 'x' where id = ?")
                                .param(number)
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never rewritten");
    }

    @Test
    void nobodySaysAnythingToThemselvesToStrangersOrOutOfScope() {
        floor.unit("far", "Europe/Berlin");
        var otto = floor.agent("otto", "far").agent();
        var otherLead = signIns.user(Assignment.inUnit(Role.SUPERVISOR, otto.unit())).id();
        assertThatThrownBy(() ->
                        SignIns.as(
                                eliHimself,
                                () -> give.toColleague(draft(otto.id(), Kind.NOTE, "x"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        SignIns.as(
                                eliHimself,
                                () -> give.toColleague(draft(eli.id(), Kind.NOTE, "x"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        SignIns.as(
                                otherLead, () -> give.toPerson(draft(dana.id(), Kind.NOTE, "x"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        SignIns.as(
                                eliHimself, () -> give.toPerson(draft(dana.id(), Kind.NOTE, "x"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        SignIns.as(
                                ann,
                                () ->
                                        give.toPerson(
                                                new FeedbackDraft(
                                                        dana.id(),
                                                        Kind.NOTE,
                                                        " ",
                                                        "x".repeat(501),
                                                        Set.of("A", "B", "C", "D"),
                                                        null))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly("/said", "/next", "/tags", "/tags"));
        fromAnn(Kind.NOTE);
        assertThat(
                        SignIns.as(
                                otherLead,
                                () ->
                                        people.page(
                                                Long.MAX_VALUE,
                                                access.scope(Permission.FEEDBACK_VIEW))))
                .isEmpty();
        assertThat(
                        SignIns.as(
                                otherLead,
                                () ->
                                        people.of(
                                                dana.id(),
                                                clock.instant().minusSeconds(9),
                                                clock.instant().plusSeconds(9))))
                .isEmpty();
    }

    @Test
    void notesOfColleaguesAreTheirsAndPraiseIsShownByItsReceiverOnly() {
        long praise = praise();
        long note =
                SignIns.as(
                        eliHimself,
                        () -> give.toColleague(draft(dana.id(), Kind.NOTE, "Between us")));
        assertThat(SignIns.as(ann, () -> people.page(Long.MAX_VALUE, Scope.everyone()))).isEmpty();
        assertThat(SignIns.as(eliHimself, own::shownToTheTeam)).isEmpty();
        doAs(danaHerself, () -> own.show(praise, true));
        assertThat(SignIns.as(eliHimself, own::shownToTheTeam)).hasSize(1);
        assertThat(SignIns.as(ann, () -> people.page(Long.MAX_VALUE, Scope.everyone())))
                .extracting(Feedback::number)
                .containsExactly(praise);
        assertThatThrownBy(() -> doAs(danaHerself, () -> own.show(note, true)))
                .isInstanceOf(NotFound.class);
        doAs(danaHerself, () -> own.show(praise, false));
        assertThat(SignIns.as(eliHimself, own::shownToTheTeam)).isEmpty();
    }

    @Test
    void itIsTakenBackForADayByWhoeverSaidItOnly() {
        long number = fromAnn(Kind.PRAISE);
        assertThatThrownBy(() -> doAs(eliHimself, () -> give.takeBack(number)))
                .isInstanceOf(NotFound.class);
        doAs(ann, () -> give.takeBack(number));
        assertThat(danas()).isEmpty();
        assertThat(told(danaHerself)).isEmpty();
        assertThatThrownBy(() -> doAs(ann, () -> give.takeBack(number)))
                .isInstanceOf(EditConflict.class);
        long late = fromAnn(Kind.PRAISE);
        clock.setTo(clock.instant().plus(Duration.ofHours(25)));
        assertThatThrownBy(() -> doAs(ann, () -> give.takeBack(late))).isInstanceOf(NotFound.class);
    }

    @Test
    void whatHurtsIsHiddenUntilSomebodyNeutralHasDecided() {
        long number = fromAnn(Kind.NOTE);
        doAs(danaHerself, () -> own.report(number, "It is about my voice"));
        assertThat(danas()).isEmpty();
        assertThat(SignIns.as(ann, () -> people.page(Long.MAX_VALUE, Scope.everyone()))).isEmpty();
        assertThat(told(admin)).hasSize(1);
        assertThatThrownBy(() -> doAs(ann, () -> give.takeBack(number)))
                .isInstanceOf(NotFound.class);
        assertThat(SignIns.as(admin, reported::waiting)).hasSize(1);
        doAs(admin, () -> reported.decide(number, true));
        assertThat(danas()).hasSize(1);
        assertThat(told(danaHerself)).hasSize(1);
        assertThatThrownBy(() -> doAs(admin, () -> reported.decide(number, false)))
                .isInstanceOf(EditConflict.class);
        long other = fromAnn(Kind.NOTE);
        doAs(danaHerself, () -> own.report(other, "Again"));
        doAs(admin, () -> reported.decide(other, false));
        assertThat(danas()).extracting(Feedback::number).containsExactly(number);
    }

    @Test
    void whoHadNoneForLongIsDueByTheRhythmOfTheirUnit() {
        fromAnn(Kind.NOTE);
        assertThat(due()).containsExactly("eli");
        doAs(admin, () -> cadences.settle(dana.unit(), 3));
        clock.setTo(clock.instant().plus(Duration.ofDays(3)));
        assertThat(due()).containsExactly("eli", "dana");
        doAs(admin, () -> cadences.settle(dana.unit(), null));
        assertThat(due()).containsExactly("eli");
        assertThatThrownBy(() -> doAs(admin, () -> cadences.settle(dana.unit(), 0)))
                .isInstanceOf(InvalidInput.class);
        jobs.remind();
        jobs.remind();
        assertThat(told(ann)).hasSize(1);
        due();
        assertThat(told(ann)).isEmpty();
        praise();
        assertThat(due()).contains("eli");
    }

    private List<String> due() {
        return SignIns.as(ann, () -> people.due(Scope.everyone())).stream()
                .map(each -> each.agent().externalId())
                .toList();
    }

    @Test
    void tagsAreSettledForTheWholeOrganisation() {
        doAs(admin, () -> tags.save("UPSELL", "Selling", false, 0));
        assertThat(tags.offered()).extracting(FeedbackTag::code).contains("UPSELL", "PACE");
        doAs(admin, () -> tags.save("PACE", null, true, 1));
        assertThat(tags.offered()).extracting(FeedbackTag::code).doesNotContain("PACE");
        assertThatThrownBy(() -> doAs(admin, () -> tags.save("PACE", null, false, 1)))
                .isInstanceOf(EditConflict.class);
        assertThatThrownBy(() -> doAs(admin, () -> tags.save("b", "", false, 0)))
                .isInstanceOf(InvalidInput.class);
    }

    // ------------------------------------------------------------------ without names

    private final List<UserId> team = new ArrayList<>();

    private long review(int answers) {
        for (int i = 0; i < 6; i++) {
            var agent = floor.agent("member" + i).agent();
            team.add(signIns.user(agent.id(), Assignment.everywhere(Role.AGENT)).id());
        }
        long round =
                SignIns.as(
                        admin,
                        () ->
                                rounds.open(
                                        new RoundDraft(
                                                Round.Type.MANAGER,
                                                "Spring",
                                                ann,
                                                Set.of(dana.unit()),
                                                List.of("Fair?", "Clear?"),
                                                Floor.TODAY.plusDays(1))));
        for (int i = 0; i < answers; i++) {
            int mark = 1 + i % 5;
            doAs(team.get(i), () -> ownRounds.answer(round, List.of(mark, 5), "Word " + mark));
        }
        return round;
    }

    private void end() {
        clock.setTo(clock.instant().plus(Duration.ofDays(3)));
    }

    @Test
    void aReviewIsToldWhenItIsOverFromFiveAnswersUpAndAsAWhole() {
        long round = review(5);
        assertThat(SignIns.as(ann, () -> rounds.result(round))).isEmpty();
        assertThat(SignIns.as(admin, () -> rounds.result(round))).isEmpty();
        end();
        var result = SignIns.as(ann, () -> rounds.result(round)).orElseThrow();
        assertThat(result.lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.answers()).isEqualTo(5);
                    assertThat(line.means())
                            .extracting(Object::toString)
                            .containsExactly("3.0", "5.0");
                });
        assertThat(result.words()).hasSize(5);
        var other = signIns.user(Assignment.everywhere(Role.SUPERVISOR)).id();
        assertThat(SignIns.as(other, () -> rounds.result(round))).isEmpty();
        assertThat(SignIns.as(other, rounds::list)).isEmpty();
        assertThatThrownBy(
                        () -> doAs(team.get(5), () -> ownRounds.answer(round, List.of(1, 1), "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void fourAnswersTellNothing() {
        long round = review(4);
        end();
        var result = SignIns.as(admin, () -> rounds.result(round)).orElseThrow();
        assertThat(result.lines()).isEmpty();
        assertThat(result.words()).isEmpty();
    }

    @Test
    void anAnswerIsGivenOnceAndKeptWithoutAPersonOrATime() {
        long round = review(1);
        assertThatThrownBy(() ->
                        doAs(team.getFirst(), () -> ownRounds.answer(round, List.of(1, 1), "")))
                .isInstanceOf(EditConflict.class);
        assertThatThrownBy(
                        () -> doAs(team.get(1), () -> ownRounds.answer(round, List.of(0, 6), "")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> doAs(ann, () -> ownRounds.answer(round, List.of(1, 1), "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(
                        database.sql(
                                        """
                                        select column_name from information_schema.columns
                                        where table_schema = database() and table_name = 'feedback_round_answer'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder("round_id", "id", "piece", "marks", "words");
        assertThat(
                        database.sql(
                                        """
                                        select column_name from information_schema.columns
                                        where table_schema = database() and table_name = 'feedback_round_asked'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder("round_id", "agent_id", "piece", "answered");
        for (var sql :
                List.of(
                        "update feedback_round set closes_at = opened_at + interval 1 second",
                        "update feedback_round_answer set marks = '[1,1]'")) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aRoundThatCouldBeGuessedDoesNotBegin() {
        assertThatThrownBy(() ->
                        SignIns.as(
                                admin,
                                () ->
                                        rounds.open(
                                                new RoundDraft(
                                                        Round.Type.PULSE,
                                                        "Mood",
                                                        null,
                                                        Set.of(dana.unit()),
                                                        List.of("Well?"),
                                                        Floor.TODAY))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems().getFirst().pointer()).isEqualTo("/units"));
        assertThatThrownBy(() ->
                        SignIns.as(
                                admin,
                                () ->
                                        rounds.open(
                                                new RoundDraft(
                                                        Round.Type.MANAGER,
                                                        "",
                                                        danaHerself,
                                                        Set.of(dana.unit()),
                                                        List.of(),
                                                        Floor.TODAY.minusDays(1)))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly(
                                                "/title", "/questions", "/lastDay", "/manager"));
    }
}
