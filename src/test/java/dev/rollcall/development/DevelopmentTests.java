package dev.rollcall.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.coaching.Coaching;
import dev.rollcall.coaching.SessionDraft;
import dev.rollcall.coaching.SessionKind;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.review.Period;
import dev.rollcall.review.Reviews;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Sue looks after Dana, Otto is elsewhere. It is Monday, 2 March 2026, 8 o'clock.
@ModuleTest
class DevelopmentTests {

    private static final LocalDate TODAY = Floor.TODAY;

    @Autowired private Development development;
    @Autowired private OwnDevelopment own;
    @Autowired private DevelopmentOf of;
    @Autowired private DevelopmentJobs jobs;
    @Autowired private CheckIns checkIns;
    @Autowired private Wellbeing wellbeing;
    @Autowired private WellbeingUnits units;
    @Autowired private Coaching coaching;
    @Autowired private Reviews reviews;
    @Autowired private OwnNotices notices;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Agent dana;
    private UserId danaHerself;
    private UserId sue;
    private UserId admin;

    @BeforeEach
    void people() {
        dana = floor.agent("dana").agent();
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        sue = signIns.user(Assignment.everywhere(Role.SUPERVISOR)).id();
        admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
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

    private void later() {
        clock.setTo(clock.instant().plusSeconds(60));
    }

    private long begin() {
        return as(sue, () -> development.begin(dana.id(), "Second level", TODAY.plusDays(14)));
    }

    private PlanFile sues() {
        return as(sue, () -> development.open(dana.id(), null)).orElseThrow();
    }

    private PlanFile danas() {
        return as(danaHerself, () -> own.open(null)).orElseThrow();
    }

    private void lead(PlanEdit edit) {
        later();
        var plan = sues().plan();
        doAs(sue, () -> development.edit(plan.number(), plan.version(), edit));
    }

    private void person(PlanEdit edit) {
        later();
        var plan = danas().plan();
        doAs(danaHerself, () -> own.edit(plan.number(), plan.version(), edit));
    }

    private PlanGoal goal() {
        return sues().goals().getFirst();
    }

    private List<String> told(UserId user) {
        return as(user, () -> notices.list(true, null)).stream().map(Object::toString).toList();
    }

    // ------------------------------------------------------------------ both own it

    @Test
    void bothWriteThePlanAndEachChangeSaysWhoAndWhen() {
        begin();
        person(new PlanEdit.AddGoal("Say it back", null, null));
        lead(
                new PlanEdit.AddObjective(
                        goal().number(),
                        "Quality",
                        new BigDecimal("78"),
                        new BigDecimal("90"),
                        "%"));
        lead(new PlanEdit.Measure(goal().objectives().getFirst().number(), new BigDecimal("84")));
        person(
                new PlanEdit.AddStep(
                        PlanStep.Kind.TRAINING,
                        null,
                        Side.LEAD,
                        "The refund desk",
                        null,
                        "https://learning.example.com",
                        null));
        lead(new PlanEdit.AddRemark(Remark.Kind.STRENGTH, "Calm", TODAY, null));
        var file = danas();
        assertThat(file.progress()).hasValue(25);
        assertThat(file.changes())
                .extracting(each -> each.side() + " " + each.what())
                .containsExactly(
                        "LEAD STRENGTH_ADDED",
                        "PERSON STEP_ADDED",
                        "LEAD OBJECTIVE_MEASURED",
                        "LEAD OBJECTIVE_ADDED",
                        "PERSON GOAL_ADDED",
                        "LEAD REVIEW_SET",
                        "LEAD BEGUN");
        assertThat(file.changes()).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThatThrownBy(
                        () -> database.sql("update development_change set by_name = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays written down");
        assertThatThrownBy(() -> begin()).isInstanceOf(EditConflict.class);
        assertThatThrownBy(() ->
                        doAs(
                                sue,
                                () ->
                                        development.edit(
                                                file.plan().number(),
                                                1,
                                                new PlanEdit.Aim("Older"))))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void whatBothAgreedOnIsNotChangedWithoutTheOtherSeeingIt() {
        begin();
        lead(new PlanEdit.AddGoal("Say it back", null, null));
        assertThat(goal().standing()).isEqualTo(PlanGoal.Standing.OFFERED);
        person(new PlanEdit.Agree(goal().number()));
        assertThat(goal().standing()).isEqualTo(PlanGoal.Standing.AGREED);
        as(danaHerself, () -> own.open(null));
        assertThat(told(danaHerself)).isEmpty();

        lead(new PlanEdit.ChangeGoal(goal().number(), "Say it back twice", null));
        assertThat(goal())
                .satisfies(each -> {
                    assertThat(each.standing()).isEqualTo(PlanGoal.Standing.CHANGED);
                    assertThat(each.agreedAs()).isEqualTo("Say it back");
                    assertThat(each.agreement().waitsFor()).contains(Side.PERSON);
                });
        assertThat(told(danaHerself)).anyMatch(each -> each.contains("GOAL"));
        assertThatThrownBy(() -> lead(new PlanEdit.Agree(goal().number())))
                .isInstanceOf(NotFound.class);
        person(new PlanEdit.Agree(goal().number()));
        assertThat(goal().agreedAs()).isEqualTo("Say it back twice");

        lead(new PlanEdit.DropGoal(goal().number()));
        assertThat(goal().standing()).isEqualTo(PlanGoal.Standing.TO_DROP);
        assertThatThrownBy(() -> lead(new PlanEdit.Agree(goal().number())))
                .isInstanceOf(NotFound.class);
        person(new PlanEdit.KeepGoal(goal().number()));
        assertThat(goal().standing()).isEqualTo(PlanGoal.Standing.AGREED);
        lead(new PlanEdit.DropGoal(goal().number()));
        person(new PlanEdit.Agree(goal().number()));
        assertThat(sues().goals()).isEmpty();
        assertThat(sues().changes())
                .anySatisfy(each -> assertThat(each.before()).isEqualTo("Say it back twice"));
    }

    @Test
    void whatTheOtherChangedIsNewUntilItWasRead() {
        begin();
        assertThat(told(danaHerself)).hasSize(1);
        assertThat(danas().isNewTo(Side.PERSON)).isTrue();
        assertThat(danas().isNewTo(Side.PERSON)).isFalse();
        assertThat(told(danaHerself)).isEmpty();
        person(new PlanEdit.AddGoal("Say it back", null, null));
        assertThat(as(sue, development::list))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.isNew()).isTrue();
                    assertThat(each.asked()).isTrue();
                });
        person(new PlanEdit.AddGoal("And smile", null, null));
        assertThat(told(sue)).hasSize(1);
        assertThat(sues().isNewTo(Side.LEAD)).isTrue();
        assertThat(as(sue, development::list).getFirst().isNew()).isFalse();
    }

    @Test
    void aRemarkIsTakenBackByItsOwnSideOnly() {
        begin();
        lead(new PlanEdit.AddRemark(Remark.Kind.FAILURE, "A forgotten call", TODAY, null));
        long number = danas().remarks().getFirst().number();
        assertThatThrownBy(() -> person(new PlanEdit.DropRemark(number)))
                .isInstanceOf(NotFound.class);
        lead(new PlanEdit.DropRemark(number));
        assertThat(danas().remarks()).isEmpty();
    }

    @Test
    void bothAreToldOnTheDayAndTheOutcomeIsTakenNoteOf() {
        begin();
        danas();
        assertThat(access.asSystem("test", () -> jobs.remind())).isZero();
        clock.setTo(TODAY.plusDays(14).atTime(8, 0).toInstant(ZoneOffset.UTC));
        assertThat(access.asSystem("test", () -> jobs.remind())).isEqualTo(1);
        assertThat(access.asSystem("test", () -> jobs.remind())).isZero();
        assertThat(told(danaHerself)).anyMatch(each -> each.contains("REVIEW"));
        assertThat(told(sue)).anyMatch(each -> each.contains("REVIEW"));
        assertThat(as(sue, development::list).getFirst().reviewDue()).isTrue();
        lead(new PlanEdit.HoldReview(PlanReview.Outcome.BEHIND, "More time", TODAY.plusDays(40)));
        var held = danas().reviews().getLast();
        assertThat(held.outcome()).isEqualTo(PlanReview.Outcome.BEHIND);
        assertThatThrownBy(() -> lead(new PlanEdit.NoteReview(held.number())))
                .isInstanceOf(NotFound.class);
        person(new PlanEdit.NoteReview(held.number()));
        assertThat(danas().reviews().getLast().notedAt()).isNotNull();
        assertThat(danas().nextReview().orElseThrow().due()).isEqualTo(TODAY.plusDays(40));
    }

    @Test
    void aClosedPlanStaysAsItIsAndAnotherCanBegin() {
        long number = begin();
        person(new PlanEdit.Close("Reached it"));
        assertThat(as(danaHerself, () -> own.open(null))).isEmpty();
        var old = as(danaHerself, () -> own.open(number)).orElseThrow();
        assertThat(old.plan().closing()).isEqualTo("Reached it");
        assertThatThrownBy(() ->
                        doAs(
                                danaHerself,
                                () ->
                                        own.edit(
                                                number,
                                                old.plan().version(),
                                                new PlanEdit.Aim("Else"))))
                .isInstanceOf(EditConflict.class);
        as(danaHerself, () -> own.begin("The next", null));
        assertThat(as(sue, () -> development.plans(dana.id()))).hasSize(2);
        clock.setTo(clock.instant().plus(Duration.ofDays(1096)));
        jobs.drop();
        assertThat(as(danaHerself, own::plans)).hasSize(1);
    }

    @Test
    void whatCannotBeKeptIsRefusedInSentences() {
        begin();
        assertThatThrownBy(() ->
                        lead(
                                new PlanEdit.AddStep(
                                        PlanStep.Kind.ACTION,
                                        null,
                                        Side.LEAD,
                                        " ",
                                        null,
                                        "http://x",
                                        null)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly("/text", "/due", "/link"));
        lead(new PlanEdit.AddGoal("Say it back", null, null));
        assertThatThrownBy(() ->
                        lead(
                                new PlanEdit.AddObjective(
                                        goal().number(),
                                        "Quality",
                                        BigDecimal.ONE,
                                        BigDecimal.ONE,
                                        "")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        lead(
                                new PlanEdit.AddRemark(
                                        Remark.Kind.SUCCESS, "Soon", TODAY.plusDays(9), null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> lead(new PlanEdit.SetReview(TODAY.minusDays(1))))
                .isInstanceOf(InvalidInput.class);
    }

    // ------------------------------------------------------------------ who may

    @Test
    void plansAreOfTheirOwnersAndNobodyElse() {
        long number = begin();
        floor.unit("far", "Europe/Berlin");
        var otto = floor.agent("otto", "far").agent();
        var ottoHimself = signIns.user(otto.id(), Assignment.everywhere(Role.AGENT)).id();
        var elsewhere = signIns.user(Assignment.inUnit(Role.SUPERVISOR, otto.unit())).id();
        assertThat(as(elsewhere, () -> development.open(dana.id(), number))).isEmpty();
        assertThat(as(elsewhere, () -> development.plans(dana.id()))).isEmpty();
        assertThat(as(elsewhere, () -> development.person("dana"))).isEmpty();
        assertThat(as(elsewhere, () -> of.plan(dana.id()))).isEmpty();
        assertThat(as(elsewhere, development::list))
                .extracting(each -> each.agent().externalId())
                .containsExactly("otto");
        assertThat(as(ottoHimself, () -> own.open(number))).isEmpty();
        assertThat(as(ottoHimself, () -> of.plan(dana.id()))).isEmpty();
        for (var stranger : List.of(elsewhere, ottoHimself)) {
            assertThatThrownBy(() ->
                            doAs(
                                    stranger,
                                    () -> {
                                        if (stranger.equals(elsewhere)) {
                                            development.edit(number, 2, new PlanEdit.Aim("x"));
                                        } else {
                                            own.edit(number, 2, new PlanEdit.Aim("x"));
                                        }
                                    }))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> as(elsewhere, () -> development.begin(dana.id(), "x", null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(danaHerself, development::list))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(admin, development::list))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoeverLooksAfterOthersMeetsTheirOwnPlanOnTheirOwnPageOnly() {
        var lee = floor.agent("lee").agent();
        var lead = signIns.user(lee.id(), Assignment.everywhere(Role.SUPERVISOR)).id();
        as(sue, () -> development.begin(lee.id(), "Lead the huddle", null));
        assertThat(as(lead, () -> development.open(lee.id(), null))).isEmpty();
        assertThat(as(lead, development::list))
                .extracting(each -> each.agent().externalId())
                .containsExactly("dana");
        assertThat(as(lead, () -> own.open(null))).isPresent();
    }

    @Test
    void aLookIsWrittenDownAndReadingForATalkIsNoSeeing() {
        begin();
        sues();
        assertThat(
                        database.sql(
                                        "select count(*) from audit_entry where kind = 'LOOK' and screen = 'development plan'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(as(danaHerself, () -> of.plan(dana.id()))).isPresent();
        assertThat(danas().isNewTo(Side.PERSON)).isTrue();
    }

    @Test
    void somethingStartsFromASessionOfTheSamePersonOnly() {
        begin();
        var eli = floor.agent("eli").agent();
        long hers = session(dana.id());
        long his = session(eli.id());
        lead(new PlanEdit.AddGoal("Openings", null, new Source(Source.Kind.COACHING, hers)));
        person(
                new PlanEdit.AddRemark(
                        Remark.Kind.SUCCESS,
                        "It went well",
                        TODAY,
                        new Source(Source.Kind.COACHING, hers)));
        assertThat(goal().source()).isEqualTo(new Source(Source.Kind.COACHING, hers));
        for (var source :
                List.of(
                        new Source(Source.Kind.COACHING, his),
                        new Source(Source.Kind.EVALUATION, 99))) {
            assertThatThrownBy(() -> lead(new PlanEdit.AddGoal("Openings", null, source)))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(Source.parse("coaching-12")).contains(new Source(Source.Kind.COACHING, 12));
        assertThat(Source.parse("evaluation-7").orElseThrow().addressFor(Side.LEAD))
                .isEqualTo("quality/evaluations/7");
        assertThat(Source.parse("coaching-x")).isEmpty();
    }

    private long session(AgentId agent) {
        return as(
                sue,
                () ->
                        coaching.prepare(
                                new SessionDraft(
                                        SessionKind.E_LEARNING,
                                        "Openings",
                                        Set.of(agent),
                                        null,
                                        "",
                                        null,
                                        "https://learning.example.com",
                                        null,
                                        false)));
    }

    @Test
    void thePackSaysHowThePlanStands() {
        begin();
        lead(
                new PlanEdit.AddStep(
                        PlanStep.Kind.ACTION,
                        null,
                        Side.PERSON,
                        "Sit beside second level",
                        TODAY.plusDays(5),
                        "",
                        null));
        var reader = new Reader((key, _) -> key, Locale.ENGLISH, ZoneOffset.UTC);
        var pack =
                as(sue, () -> reviews.pack("dana", new Period(TODAY, TODAY), reader)).orElseThrow();
        assertThat(pack.parts())
                .filteredOn(each -> each.words().equals("development.chapter"))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.chapter().sentences())
                                .containsExactly("Second level", "development.chapter.step"));
        assertThat(pack.moments())
                .filteredOn(each -> each.kind().equals("development.moment"))
                .hasSize(1);
    }

    // ------------------------------------------------------------------ how weeks were

    private List<UserId> five(int count) {
        var found = new ArrayList<UserId>();
        for (int i = 0; i < count; i++) {
            var agent = floor.agent("person-" + i).agent();
            found.add(signIns.user(agent.id(), Assignment.everywhere(Role.AGENT)).id());
        }
        return found;
    }

    private int count() {
        return access.asSystem("test", () -> wellbeing.countDue());
    }

    private void weekIsOver() {
        clock.setTo(TODAY.plusDays(8).atTime(1, 0).toInstant(ZoneOffset.UTC));
    }

    @Test
    void nobodyIsAskedUntilAUnitSaysSo() {
        assertThat(as(danaHerself, checkIns::asked)).isEmpty();
        assertThatThrownBy(() -> doAs(danaHerself, () -> checkIns.say(4, 4, 4, "")))
                .isInstanceOf(NotFound.class);
        doAs(admin, () -> units.settle(dana.unit(), true));
        assertThat(as(danaHerself, checkIns::asked)).isEqualTo(Optional.of(TODAY));
        doAs(admin, () -> units.settle(dana.unit(), null));
        assertThat(as(danaHerself, checkIns::asked)).isEmpty();
        assertThatThrownBy(() -> doAs(sue, () -> units.settle(dana.unit(), true)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatSomebodySaysOfTheirWeekIsTheirsAndCanBeDeleted() {
        doAs(admin, () -> units.settle(dana.unit(), true));
        doAs(danaHerself, () -> checkIns.say(2, 3, 4, "Long queue"));
        doAs(danaHerself, () -> checkIns.say(3, 3, 4, "Long queue"));
        assertThat(as(danaHerself, () -> checkIns.mine(9)))
                .containsExactly(new CheckIn(TODAY, 3, 3, 4, "Long queue"));
        assertThatThrownBy(() -> doAs(danaHerself, () -> checkIns.say(0, 6, 4, "")))
                .isInstanceOf(InvalidInput.class);
        assertThat(as(five(1).getFirst(), () -> checkIns.mine(9))).isEmpty();
        assertThatThrownBy(() -> as(sue, () -> checkIns.mine(9)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(
                        database.sql("select count(*) from audit_entry where what like '%check%'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        doAs(danaHerself, () -> checkIns.forget(TODAY));
        assertThat(as(danaHerself, () -> checkIns.mine(9))).isEmpty();
    }

    @Test
    void fourAreNotToldOfFiveAreOnceAndNobodyByName() {
        doAs(admin, () -> units.settle(dana.unit(), true));
        var people = five(5);
        people.subList(0, 4).forEach(each -> doAs(each, () -> checkIns.say(4, 3, 5, "")));
        assertThat(count()).isZero();
        weekIsOver();
        assertThat(count()).isEqualTo(1);
        assertThat(as(sue, () -> wellbeing.sums(9))).isEmpty();

        people.forEach(each -> doAs(each, () -> checkIns.say(4, 3, 5, "mine")));
        clock.setTo(clock.instant().plus(Duration.ofDays(7)));
        assertThat(count()).isEqualTo(1);
        assertThat(count()).isZero();
        assertThat(as(sue, () -> wellbeing.sums(9)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.people()).isEqualTo(5);
                    assertThat(each.mood()).isEqualByComparingTo("4");
                });
        people.forEach(each -> doAs(each, () -> checkIns.forget(TODAY.plusWeeks(1))));
        assertThat(as(sue, () -> wellbeing.sums(9))).hasSize(1);
        assertThat(
                        database.sql(
                                        """
                                        select column_name from information_schema.columns
                                        where table_schema = database() and table_name = 'development_wellbeing_sum'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder("week", "unit_id", "people", "mood", "pace", "support");
        assertThatThrownBy(() ->
                        database.sql("update development_wellbeing_sum set people = 6").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        database.sql(
                                        "insert into development_wellbeing_sum values ('2026-03-09', 999, 4, 1, 1, 1)")
                                .update())
                .isInstanceOf(DataAccessException.class);
        floor.unit("far", "Europe/Berlin");
        var otto = floor.agent("otto", "far").agent();
        var elsewhere = signIns.user(Assignment.inUnit(Role.SUPERVISOR, otto.unit())).id();
        assertThat(as(elsewhere, () -> wellbeing.sums(9))).isEmpty();
        assertThatThrownBy(() -> as(sue, wellbeing::countDue))
                .isInstanceOf(AccessDeniedException.class);
    }
}
