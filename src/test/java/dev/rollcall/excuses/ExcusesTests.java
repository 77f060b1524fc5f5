package dev.rollcall.excuses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.AdherenceSettings;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Excusal;
import dev.rollcall.adherence.Excusals;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.FiguresLine;
import dev.rollcall.adherence.FiguresQuery;
import dev.rollcall.adherence.FiguresQuery.GroupBy;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.audit.Actor;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Statuses;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people are excused for, and that figures, the board and the explanation of a minute follow.
/// Dana was on a break for twenty minutes on Friday that nobody had planned; today she is out.
@ModuleTest
class ExcusesTests {

    private static final LocalDate FRIDAY = Floor.TODAY.minusDays(3);

    @Autowired private Excuses excuses;
    @Autowired private ExcuseReasons reasons;
    @Autowired private Deeds deeds;
    @Autowired private Adherence adherence;
    @Autowired private AdherenceSettings settings;
    @Autowired private LiveBoard board;
    @Autowired private Excusals excusals;
    @Autowired private Directory directory;
    @Autowired private Register register;
    @Autowired private ExcuseTable table;
    @Autowired private Statuses statuses;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private AgentId dana;
    private User sam;

    @BeforeEach
    void danaWasOut() {
        clock.setTo(at(FRIDAY, "07:00"));
        var worker = floor.agent("dana").onShift(FRIDAY, "WORK 08:00-16:00");
        clock.setTo(at(FRIDAY, "16:00"));
        worker.at(FRIDAY, "08:00", "AVAILABLE")
                .at(FRIDAY, "10:00", "UNAVAILABLE/BREAK")
                .at(FRIDAY, "10:20", "AVAILABLE")
                .at(FRIDAY, "16:00", "AWAY");
        clock.setTo(at(Floor.TODAY, "08:00"));
        worker.onShift("WORK 06:00-14:00")
                .at("06:00", "AVAILABLE")
                .at("07:30", "UNAVAILABLE/BREAK");
        dana = worker.agent().id();
        sam = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
        board.settle();
    }

    private static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private static Instant today(String time) {
        return at(Floor.TODAY, time);
    }

    private <T extends @Nullable Object> T asSam(Supplier<T> work) {
        return SignIns.as(sam.id(), work);
    }

    private Excuses.Done give(@Nullable Instant from, @Nullable Instant until) {
        return asSam(() ->
                excuses.give(
                        ExcuseDraft.of(
                                Set.of(dana),
                                Objects.requireNonNull(from),
                                until,
                                "CALL_OVERRAN",
                                "")));
    }

    private void undo(OptionalLong deed) {
        asSam(() -> {
            deeds.undo(deed.orElseThrow());
            return true;
        });
    }

    private Figures figures(LocalDate date) {
        return figures(dana, date);
    }

    private Figures figures(AgentId agent, LocalDate date) {
        var query = new FiguresQuery(date, date, null, agent, GroupBy.AGENT);
        return access.asSystem("test", () -> adherence.figures(query, Scope.everyone())).stream()
                .map(FiguresLine::figures)
                .findFirst()
                .orElseThrow();
    }

    private BoardRow row(AgentId agent) {
        board.settle();
        return access.asSystem("test", () -> board.rows(Scope.everyone())).stream()
                .filter(row -> row.agent().id().equals(agent))
                .findFirst()
                .orElseThrow();
    }

    private State state(AgentId agent) {
        return row(agent).state().orElseThrow().state();
    }

    @Test
    void takesTimeOutOfTheScoreAndLeavesTheRawFigure() {
        assertThat(figures(FRIDAY).score().out()).isEqualTo(Duration.ofMinutes(20));

        give(at(FRIDAY, "10:05"), at(FRIDAY, "10:15"));

        var after = figures(FRIDAY);
        assertThat(after.raw().out()).isEqualTo(Duration.ofMinutes(20));
        assertThat(after.tolerated().out()).isEqualTo(Duration.ofMinutes(20));
        assertThat(after.score().out()).isEqualTo(Duration.ofMinutes(10));
        assertThat(after.afterwards().changed()).isEqualTo(Duration.ofMinutes(10));
        assertThat(figures(FRIDAY)).as("the same from records").isEqualTo(after);
        database.sql("delete from adherence_day").update();
        assertThat(figures(FRIDAY)).as("the same from the log").isEqualTo(after);
    }

    @Test
    void isUndoneAsIfItHadNeverBeenAndStaysOnRecord() {
        var before = figures(FRIDAY);
        var given = give(at(FRIDAY, "10:00"), at(FRIDAY, "10:20"));
        assertThat(figures(FRIDAY).score().out()).isZero();

        undo(given.deed());

        assertThat(figures(FRIDAY)).isEqualTo(before);
        var kept =
                asSam(() -> excuses.find(given.excuse().number(), Scope.everyone())).orElseThrow();
        assertThat(kept.holds()).isFalse();
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from audit_entry
                                        where what = 'excuse' and which = ?
                                        """)
                                .param("" + kept.number())
                                .query(Integer.class)
                                .single())
                .as("given, taken back")
                .isEqualTo(2);
        assertThatExceptionOfType(EditConflict.class).isThrownBy(() -> undo(given.deed()));
        assertThatThrownBy(() -> database.sql("delete from excuse").update())
                .hasMessageContaining("kept");
    }

    @Test
    void isUndoneByWhoeverDidItWithinADayAndByNobodyElse() {
        var given = give(at(FRIDAY, "10:00"), at(FRIDAY, "10:20"));
        var other = signIns.user(Assignment.everywhere(Role.UNIT_MANAGER));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        SignIns.as(
                                other.id(),
                                () -> {
                                    deeds.undo(given.deed().orElseThrow());
                                    return true;
                                }));
        clock.advance(Duration.ofHours(24));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> undo(given.deed()));
        assertThat(asSam(deeds::own)).isEmpty();
    }

    @Test
    void bringsSomebodyBackInOnTheBoardUntilItEnds() {
        assertThat(state(dana)).isEqualTo(State.SEVERE);

        var given = give(today("07:30"), today("08:10"));

        assertThat(state(dana)).isEqualTo(State.IN);
        assertThat(row(dana).figures().score().out()).isZero();
        clock.advance(Duration.ofMinutes(13));
        assertThat(state(dana)).isEqualTo(State.OUT);
        undo(given.deed());
        assertThat(state(dana)).isEqualTo(State.SEVERE);
    }

    @Test
    void explainsTheMinuteByItsName() {
        give(today("07:30"), today("08:10"));

        var minute =
                access.asSystem(
                                "test",
                                () -> adherence.explain(dana, today("07:45"), Scope.everyone()))
                        .orElseThrow();

        var excuse = Objects.requireNonNull(minute.excuse());
        assertThat(excuse.reason().name((key, _) -> key)).isEqualTo("excuses.reason.CALL_OVERRAN");
        assertThat(excuse.by()).isEqualTo(sam.name());
        assertThat(Objects.requireNonNull(minute.finding()).judgement())
                .isEqualTo(Judgement.EXCUSED);
    }

    @Test
    void coversEverybodyAnIncidentReachesAndWhoComesLater() {
        var unit = floor.agent("kim").onShift("WORK 06:00-14:00").agent().unit();
        floor.unit("elsewhere", "UTC");
        var other = floor.agent("other", "elsewhere").onShift("WORK 06:00-14:00").agent().id();
        var kim = floor.agent("kim").agent().id();
        var draft = ExcuseDraft.in(unit, today("07:20"), null, "SYSTEM_OUTAGE", "Telephones");

        var effect = asSam(() -> excuses.preview(draft));
        assertThat(effect.covered()).isEqualTo(2);
        assertThat(effect.byPerson().get(dana)).isEqualTo(Duration.ofMinutes(30));
        assertThat(effect.byPerson().get(kim)).isEqualTo(Duration.ofMinutes(40));
        var given = asSam(() -> excuses.give(draft));

        assertThat(state(dana)).isEqualTo(State.IN);
        assertThat(state(kim)).isEqualTo(State.IN);
        assertThat(state(other)).isEqualTo(State.SEVERE);
        var late = floor.agent("late").onShift("WORK 06:00-14:00").agent().id();
        assertThat(state(late)).isEqualTo(State.IN);

        clock.advance(Duration.ofMinutes(10));
        assertThat(figures(late, Floor.TODAY).score().out())
                .as("what was before they came is no part of the incident")
                .isEqualTo(Duration.ofHours(2));
        var ended =
                asSam(() ->
                        excuses.end(
                                given.excuse().number(), given.excuse().version(), today("08:05")));
        assertThat(ended.excuse().goesOn()).isFalse();
        assertThat(state(dana)).isEqualTo(State.OUT);
        undo(ended.deed());
        assertThat(state(dana)).isEqualTo(State.IN);
        undo(given.deed());
        assertThat(state(dana)).isEqualTo(State.SEVERE);
        assertThat(state(late)).isEqualTo(State.SEVERE);
    }

    @Test
    void coversNobodyAnyLongerWhoLeftWhatAnIncidentReaches() {
        var kim = floor.agent("kim").onShift("WORK 06:00-14:00").agent();
        asSam(() ->
                excuses.give(
                        ExcuseDraft.in(kim.unit(), today("06:00"), null, "SYSTEM_OUTAGE", "")));
        assertThat(figures(kim.id(), Floor.TODAY).score().out()).isZero();

        floor.unit("elsewhere", "UTC");
        floor.agent("kim", "elsewhere");
        clock.advance(Duration.ofMinutes(10));

        assertThat(state(kim.id())).isEqualTo(State.OUT);
        assertThat(figures(kim.id(), Floor.TODAY).score().out()).isEqualTo(Duration.ofMinutes(10));
        assertThat(state(dana)).isEqualTo(State.IN);
        floor.agent("kim");
        assertThat(state(kim.id())).as("back again").isEqualTo(State.IN);
        assertThat(figures(kim.id(), Floor.TODAY).score().out()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void coversVisitorsAsLongAsTheyWorkWhereTheIncidentIs() {
        var care = directory.agent(dana).orElseThrow().unit();
        floor.unit("elsewhere", "UTC");
        var worker = floor.agent("visitor", "elsewhere").onShift("WORK 06:00-14:00");
        var home = worker.agent();
        register.putAgent(
                "visitor",
                new AgentDraft("visitor", null, "elsewhere", Set.of("care"), null, null, null),
                null,
                Scope.everyone(),
                Actor.system("test"));
        var incident =
                asSam(() ->
                                excuses.give(
                                        ExcuseDraft.in(
                                                care, today("07:00"), null, "SYSTEM_OUTAGE", "")))
                        .excuse();
        assertThat(table.stillCovered(incident.number())).doesNotContain(home.id());

        clockIn(home.id(), care);
        assertThat(table.stillCovered(incident.number())).contains(home.id());
        clockIn(home.id(), home.unit());
        assertThat(table.stillCovered(incident.number())).doesNotContain(home.id());
    }

    private void clockIn(AgentId agent, UnitId unit) {
        clock.advance(Duration.ofMinutes(1));
        access.asSystem(
                "test",
                () ->
                        statuses.set(
                                agent,
                                PresenceState.AVAILABLE,
                                null,
                                unit,
                                access.viewer().actor()));
    }

    @Test
    void severalAreExcusedEachForTheirOwnTimeAndAllOfItIsTakenBackAtOnce() {
        var erin =
                floor.agent("erin")
                        .onShift("WORK 06:00-14:00")
                        .at("06:00", "AVAILABLE")
                        .at("07:50", "UNAVAILABLE/BREAK")
                        .agent()
                        .id();
        var given =
                asSam(() ->
                        excuses.giveEach(
                                List.of(
                                        ExcuseDraft.of(
                                                Set.of(dana),
                                                today("07:30"),
                                                today("08:00"),
                                                "CALL_OVERRAN",
                                                ""),
                                        ExcuseDraft.of(
                                                Set.of(erin),
                                                today("07:50"),
                                                today("08:00"),
                                                "CALL_OVERRAN",
                                                ""))));
        assertThat(figures(dana, Floor.TODAY).score().out()).isZero();
        assertThat(figures(erin, Floor.TODAY).score().out()).isZero();

        undo(given.deed());

        assertThat(figures(dana, Floor.TODAY).score().out()).isEqualTo(Duration.ofMinutes(30));
        assertThat(figures(erin, Floor.TODAY).score().out()).isPositive();
    }

    @Test
    void remembersEachEndItWasSaidToHave() {
        var given = give(today("07:20"), null).excuse();
        clock.setTo(today("08:10"));
        var ended =
                asSam(() -> excuses.end(given.number(), given.version(), today("08:05"))).excuse();
        clock.setTo(today("08:20"));
        asSam(() -> excuses.end(ended.number(), ended.version(), today("07:40")));

        assertThat(knownAt("08:00")).isEqualTo(Excusal.OPEN);
        assertThat(knownAt("08:15")).isEqualTo(today("08:05"));
        assertThat(knownAt("08:20")).isEqualTo(today("07:40"));
        assertThat(changedAfter("08:15", "07:40", "08:05")).containsExactly(dana);
        assertThat(changedAfter("08:15", "06:00", "07:40")).isEmpty();
        assertThat(changedAfter("08:20", "06:00", "14:00")).isEmpty();
    }

    private Instant knownAt(String time) {
        return excusals.asKnownAt(
                        List.of(dana), TimeSpan.of(today("06:00"), today("14:00")), today(time))
                .getOrDefault(dana, List.of())
                .getFirst()
                .span()
                .end();
    }

    private Set<AgentId> changedAfter(String time, String from, String until) {
        return excusals.changedAfter(
                List.of(dana), TimeSpan.of(today(from), today(until)), today(time));
    }

    private void join(String externalId, String unit) {
        register.putAgent(
                externalId,
                new AgentDraft(externalId, null, unit, null, Set.of("mixed"), null, true),
                null,
                Scope.everyone(),
                Actor.system("test"));
    }

    @Test
    void reachesThoseOfAGroupTheGiverMayActOn() {
        floor.unit("elsewhere", "UTC");
        var stranger = floor.agent("stranger", "elsewhere").onShift("WORK 06:00-14:00").agent();
        var care = directory.agent(dana).orElseThrow().unit();
        var group =
                register.putGroup(
                                "mixed",
                                new GroupDraft("Mixed", "care", null, "CALL"),
                                null,
                                Scope.everyone(),
                                Actor.system("test"))
                        .id();
        join("dana", "care");
        join("stranger", "elsewhere");
        var boss = signIns.user(Assignment.inUnit(Role.SUPERVISOR, care));
        var draft =
                new ExcuseDraft(
                        Reach.GROUP,
                        Set.of(),
                        null,
                        group,
                        today("07:30"),
                        null,
                        "SYSTEM_OUTAGE",
                        "");

        var given = SignIns.as(boss.id(), () -> excuses.give(draft)).excuse();

        assertThat(given.covered()).isEqualTo(1);
        assertThat(state(dana)).isEqualTo(State.IN);
        assertThat(state(stranger.id())).isEqualTo(State.SEVERE);
        var wide = asSam(() -> excuses.give(draft)).excuse();
        assertThat(wide.covered()).isEqualTo(2);
    }

    @Test
    void takesBackAndGivesAgain() {
        var given = give(at(FRIDAY, "10:00"), at(FRIDAY, "10:20")).excuse();

        var back = asSam(() -> excuses.takeBack(given.number(), given.version()));
        assertThat(figures(FRIDAY).score().out()).isEqualTo(Duration.ofMinutes(20));
        undo(back.deed());

        assertThat(figures(FRIDAY).score().out()).isZero();
        assertThatExceptionOfType(EditConflict.class)
                .isThrownBy(() -> asSam(() -> excuses.takeBack(given.number(), given.version())));
    }

    @Test
    void recomputesTheDaysItTouchesAndNoOther() {
        figures(FRIDAY);
        figures(FRIDAY.minusDays(5));

        give(at(FRIDAY, "10:00"), at(FRIDAY, "10:20"));

        assertThat(
                        database.sql("select work_date from adherence_day where agent_id = ?")
                                .param(dana.value())
                                .query(LocalDate.class)
                                .list())
                .containsExactly(FRIDAY.minusDays(5));
    }

    @Test
    void isGivenToPeopleInScopeOnly() {
        floor.unit("elsewhere", "UTC");
        var stranger = floor.agent("stranger", "elsewhere").agent();
        var boss = signIns.user(Assignment.inUnit(Role.SUPERVISOR, stranger.unit()));
        var draft =
                ExcuseDraft.of(Set.of(dana), today("07:30"), today("08:10"), "CALL_OVERRAN", "");
        var given = give(today("07:30"), today("08:10")).excuse();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> SignIns.as(boss.id(), () -> excuses.give(draft)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> SignIns.as(boss.id(), () -> excuses.preview(draft)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        SignIns.as(
                                boss.id(),
                                () -> excuses.takeBack(given.number(), given.version())));
        var scope = Scope.ofUnits(Set.of(stranger.unit()));
        assertThat(SignIns.as(boss.id(), () -> excuses.find(given.number(), scope))).isEmpty();
        assertThat(SignIns.as(boss.id(), () -> excuses.page(null, null, Long.MAX_VALUE, 10, scope)))
                .isEmpty();
    }

    @Test
    void nobodyExcusesThemselves() {
        var own = signIns.user(dana, Assignment.everywhere(Role.SUPERVISOR));
        var draft =
                ExcuseDraft.of(Set.of(dana), today("07:30"), today("08:10"), "CALL_OVERRAN", "");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> SignIns.as(own.id(), () -> excuses.give(draft)))
                .withMessageContaining("Somebody else decides");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var draft = ExcuseDraft.of(Set.of(), today("08:00"), today("07:00"), "OTHER", " ");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> asSam(() -> excuses.give(draft)))
                .satisfies(e ->
                        assertThat(e.problems())
                                .extracting(InvalidInput.Problem::pointer)
                                .containsExactly("/people", "/until", "/note"));
    }

    @Test
    void retiresAReasonAndKeepsItWithWhatNamesIt() {
        var given = give(at(FRIDAY, "10:00"), at(FRIDAY, "10:20")).excuse();
        access.asSystem("test", () -> reasons.save("CALL_OVERRAN", "Too long", false, true, null));

        assertThat(reasons.offered()).noneMatch(each -> each.code().equals("CALL_OVERRAN"));
        assertThat(reasons.find(given.reason()).orElseThrow().ownName()).isEqualTo("Too long");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> give(today("07:30"), today("08:10")))
                .withMessageContaining("/reason");
    }

    @Test
    void listsWhatTouchesATime() {
        var given = give(at(FRIDAY, "10:00"), at(FRIDAY, "10:20")).excuse();
        var touching = TimeSpan.of(at(FRIDAY, "10:10"), at(FRIDAY, "11:00"));
        var later = TimeSpan.of(at(FRIDAY, "10:20"), at(FRIDAY, "11:00"));

        assertThat(asSam(() -> page(touching))).containsExactly(given);
        assertThat(asSam(() -> page(later))).isEmpty();
    }

    private List<Excuse> page(TimeSpan span) {
        return excuses.page(false, span, Long.MAX_VALUE, 10, Scope.everyone());
    }

    @Test
    void givesBackABreakThatACallRanIntoWhereThatIsSwitchedOn() {
        var kim =
                floor.agent("kim")
                        .onShift("WORK 06:00-14:00", "LUNCH 07:00-07:15")
                        .at("06:00", "AVAILABLE")
                        .startsCall("06:50", "call-1")
                        .endsCall("07:07", "call-1")
                        .at("07:07", "UNAVAILABLE/LUNCH")
                        .at("07:22", "AVAILABLE")
                        .agent();
        assertThat(row(kim.id()).figures().score().out()).isEqualTo(Duration.ofMinutes(14));

        chain(null, true);
        var day =
                access.asSystem(
                                "test",
                                () -> adherence.timeline(kim.id(), Floor.TODAY, Scope.everyone()))
                        .orElseThrow();
        assertThat(day.credits()).singleElement().matches(credit -> credit.left().isZero());
        assertThat(day.assessment().raw().out()).isEqualTo(Duration.ofMinutes(14));
        assertThat(row(kim.id()).figures().score().out()).isZero();

        chain(kim.unit(), false);
        assertThat(row(kim.id()).figures().score().out()).isEqualTo(Duration.ofMinutes(14));
    }

    private void chain(@Nullable UnitId unit, boolean on) {
        var form = new SettingsForm(null, null, null, null, null, null, null, on, Floor.TODAY);
        access.asSystem(
                "test",
                () ->
                        settings.save(
                                unit, form, null, null, Scope.everyone(), Actor.system("test")));
    }
}
