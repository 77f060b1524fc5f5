package dev.rollcall.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.messages.Answer;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.mydata.OwnData;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Sue coaches Dana and others. It is Monday, 2 March 2026, 8 o'clock.
@ModuleTest
class CoachingTests {

    private static final LocalDate TUESDAY = Floor.TODAY.plusDays(1);

    @Autowired private Coaching coaching;
    @Autowired private OwnCoaching own;
    @Autowired private Effects effects;
    @Autowired private CoachingReminders reminders;
    @Autowired private Schedules schedules;
    @Autowired private Adherence adherence;
    @Autowired private QuickMessages messages;
    @Autowired private OwnNotices notices;
    @Autowired private OwnData ownData;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Agent dana;
    private UserId danaHerself;
    private UserId sue;

    @BeforeEach
    void people() {
        dana =
                floor.agent("dana")
                        .onShift(TUESDAY, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                        .agent();
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        sue = signIns.user(Assignment.everywhere(Role.SUPERVISOR)).id();
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

    private static TimeSpan on(LocalDate day, String from, String to) {
        return TimeSpan.of(
                day.atTime(LocalTime.parse(from)).toInstant(ZoneOffset.UTC),
                day.atTime(LocalTime.parse(to)).toInstant(ZoneOffset.UTC));
    }

    private static SessionDraft draft(@Nullable TimeSpan span, AgentId... people) {
        return new SessionDraft(
                people.length > 1 ? SessionKind.GROUP : SessionKind.ONE_ON_ONE,
                "Openings",
                Set.of(people),
                span,
                "How a call begins",
                null,
                "",
                TUESDAY.plusDays(7),
                true);
    }

    private Session session(long number) {
        return as(sue, () -> coaching.open(number).orElseThrow()).session();
    }

    private DayPlan plan() {
        return schedules.plan(dana.id(), TUESDAY).orElseThrow();
    }

    // ------------------------------------------------------------------ the plan

    @Test
    void aSessionStandsInThePlanMovesWithItAndLeavesItAsItWas() {
        var before = plan();
        long number =
                as(sue, () -> coaching.prepare(draft(on(TUESDAY, "10:00", "10:30"), dana.id())));
        assertThat(plan().version()).isEqualTo(2);
        assertThat(plan().activities().getLast().activity()).isEqualTo("COACHING");
        assertThat(session(number).of(dana.id()).orElseThrow().plannedOn()).isEqualTo(TUESDAY);

        // Inside of itself it has room.
        doAs(sue, () -> coaching.change(number, 1, draft(on(TUESDAY, "10:15", "11:00"))));
        assertThat(plan().activities().getLast().span()).isEqualTo(on(TUESDAY, "10:15", "11:00"));
        assertThat(plan().activities()).hasSize(3);

        assertThatThrownBy(() ->
                        doAs(
                                sue,
                                () ->
                                        coaching.change(
                                                number, 2, draft(on(TUESDAY, "12:15", "12:45")))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Lunch");
        assertThat(plan().version()).isEqualTo(3);

        doAs(sue, () -> coaching.cancel(number, 2, "Sick"));
        assertThat(plan().activities()).isEqualTo(before.activities());
        assertThat(session(number).state()).isEqualTo(SessionState.CANCELLED);
        assertThatThrownBy(() -> doAs(sue, () -> coaching.held(number, 3)))
                .isInstanceOf(EditConflict.class);
        assertThat(as(danaHerself, () -> notices.list(false, null)))
                .filteredOn(notice -> notice.address().equals("my-coaching"))
                .hasSize(3);
    }

    @Test
    void whoeverIsInASessionIsInAdherence() {
        as(sue, () -> coaching.prepare(draft(on(TUESDAY, "10:00", "10:30"), dana.id())));
        clock.setTo(TUESDAY.atTime(11, 0).toInstant(ZoneOffset.UTC));
        floor.of(dana)
                .at(TUESDAY, "08:00", "AVAILABLE")
                .at(TUESDAY, "10:00", "UNAVAILABLE/COACHING")
                .at(TUESDAY, "10:30", "AVAILABLE");
        var figures =
                access.asSystem(
                        "test",
                        () ->
                                adherence.total(
                                        Set.of(dana.id()), TUESDAY, TUESDAY, Scope.everyone()));
        assertThat(figures.raw().out()).isZero();
        assertThat(figures.raw().in()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aGroupIsPlannedForThoseWhoHaveRoomAndSaysForWhomNot() {
        var ben = floor.agent("ben").agent();
        long number =
                as(
                        sue,
                        () ->
                                coaching.prepare(
                                        draft(on(TUESDAY, "10:00", "10:30"), dana.id(), ben.id())));
        assertThat(session(number).of(dana.id()).orElseThrow().plannedOn()).isEqualTo(TUESDAY);
        assertThat(session(number).of(ben.id()).orElseThrow().plannedOn()).isNull();
        assertThatThrownBy(() ->
                        as(
                                sue,
                                () ->
                                        coaching.prepare(
                                                draft(on(TUESDAY, "10:00", "10:30"), ben.id()))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("do not work");
    }

    @Test
    void whatIsNotRightIsNamedFieldByField() {
        assertThatThrownBy(() ->
                        as(
                                sue,
                                () ->
                                        coaching.prepare(
                                                new SessionDraft(
                                                        SessionKind.E_LEARNING,
                                                        " ",
                                                        Set.of(),
                                                        null,
                                                        "",
                                                        null,
                                                        "http://example.com",
                                                        null,
                                                        true))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid ->
                                assertThat(invalid.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly("/title", "/people", "/link"));
    }

    // ------------------------------------------------------------------ the talk

    @Test
    void thePersonReadsWhatIsSharedAndNeverWhatTheCoachNotedForThemselves() {
        long number = held();
        doAs(sue, () -> coaching.note(number, 2, "We listened to a call", "Tired lately"));
        doAs(
                sue,
                () ->
                        coaching.action(
                                number, ActionItem.Owner.AGENT, "Name the customer", TUESDAY));
        var mine = as(danaHerself, own::list).getFirst();
        assertThat(mine.session().notes()).isEqualTo("We listened to a call");
        doAs(danaHerself, () -> own.acknowledge(number, "Not my best week"));
        doAs(danaHerself, () -> own.tick(mine.actions().getFirst().number(), true));
        assertThat(as(sue, () -> coaching.openActions(null))).isEmpty();
        assertThat(session(number).of(dana.id()).orElseThrow().word())
                .isEqualTo("Not my best week");
        assertThat(as(sue, () -> coaching.open(number)).orElseThrow().privateNote())
                .isEqualTo("Tired lately");
        // Another coach of hers reads the talk, and no note of Sue's.
        var tom = signIns.user(Assignment.everywhere(Role.UNIT_MANAGER)).id();
        assertThat(as(tom, () -> coaching.open(number)).orElseThrow().privateNote()).isNull();
        assertThat(file())
                .contains("We listened to a call", "Not my best week", "Name the customer")
                .doesNotContain("Tired lately");
        assertThat(
                        database.sql(
                                        "select count(*) from audit_entry where kind = 'LOOK' and which = 'dana' and screen = ?")
                                .param("coaching " + number)
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    private long held() {
        long number =
                as(sue, () -> coaching.prepare(draft(on(TUESDAY, "10:00", "10:30"), dana.id())));
        clock.setTo(TUESDAY.atTime(11, 0).toInstant(ZoneOffset.UTC));
        doAs(sue, () -> coaching.held(number, 1));
        return number;
    }

    private String file() {
        var bytes = new ByteArrayOutputStream();
        doAs(
                danaHerself,
                () -> {
                    try {
                        ownData.export(bytes);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Test
    void nobodyCoachesThemselvesOrWhomTheyDoNotLookAfter() {
        var elsewhere = floor.unit("north", "UTC");
        floor.agent("nora", "north");
        var lead = floor.agent("lead").agent();
        var leader = signIns.user(lead.id(), Assignment.everywhere(Role.SUPERVISOR)).id();
        assertThatThrownBy(() -> as(leader, () -> coaching.prepare(draft(null, lead.id()))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        as(
                                leader,
                                () ->
                                        coaching.prepare(
                                                draft(on(TUESDAY, "10:00", "10:30"), lead.id()))))
                .isInstanceOf(AccessDeniedException.class);
        var northern = signIns.user(Assignment.inUnit(Role.SUPERVISOR, elsewhere.id())).id();
        assertThatThrownBy(() ->
                        as(
                                northern,
                                () ->
                                        coaching.prepare(
                                                draft(on(TUESDAY, "10:00", "10:30"), dana.id()))))
                .isInstanceOf(NotFound.class);
        long number = held();
        assertThat(as(northern, () -> coaching.open(number))).isEmpty();
        assertThat(as(northern, () -> coaching.list(null, 10))).isEmpty();
        assertThatThrownBy(() -> doAs(northern, () -> coaching.note(number, 2, "x", "")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(danaHerself, () -> coaching.open(number)))
                .isInstanceOf(AccessDeniedException.class);
    }

    // ------------------------------------------------------------------ tips, reminders, effect

    @Test
    void aTipIsAMessageInTheMomentAndItsAnswerComesBack() {
        doAs(sue, () -> coaching.tip(Set.of(dana.id()), "Smile first"));
        var waiting = as(danaHerself, messages::waiting);
        assertThat(waiting).hasSize(1);
        doAs(
                danaHerself,
                () -> messages.answer(waiting.getFirst().number(), Answer.Kind.TEXT, "I will try"));
        for (var tip :
                new Tip[] {
                    as(sue, () -> coaching.tips(dana.id(), 5)).getFirst(),
                    as(danaHerself, () -> own.tips(5)).getFirst()
                }) {
            assertThat(tip.text()).isEqualTo("Smile first");
            assertThat(Objects.requireNonNull(tip.answer()).text()).isEqualTo("I will try");
        }
    }

    @Test
    void peopleAreRemindedOnceOnTheDayBefore() {
        long number = held();
        doAs(
                sue,
                () -> {
                    coaching.action(number, ActionItem.Owner.AGENT, "Read", TUESDAY.plusDays(2));
                    coaching.action(number, ActionItem.Owner.COACH, "Ask", TUESDAY.plusDays(9));
                });
        assertThat(remind()).isZero();
        clock.setTo(TUESDAY.plusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC));
        assertThat(remind()).isEqualTo(1);
        assertThat(remind()).isZero();
        assertThat(as(danaHerself, () -> notices.list(true, null)).getFirst().address())
                .isEqualTo("my-coaching");
        clock.setTo(TUESDAY.plusDays(8).atTime(9, 0).toInstant(ZoneOffset.UTC));
        assertThat(remind()).isEqualTo(2);
        assertThat(as(sue, () -> notices.list(true, null))).hasSize(2);
    }

    private int remind() {
        return access.asSystem("test", reminders::remind);
    }

    @Test
    void theEffectStandsBesidePeersWhoWereNotCoachedAndSaysWhenThereIsTooLittle() {
        // Five weekdays before, five after; six colleagues who are never late, Dana who was.
        var day = Floor.TODAY.minusDays(8);
        for (int i = 0; i < 6; i++) {
            var peer = floor.agent("peer-" + i);
            workDays(peer, day, i, i);
        }
        workDays(floor.of(dana).onShift(day, "WORK 08:00-16:00"), day, 60, 10);
        clock.setTo(day.atTime(7, 0).toInstant(ZoneOffset.UTC));
        long number = as(sue, () -> coaching.prepare(draft(on(day, "09:00", "09:30"), dana.id())));
        clock.setTo(day.atTime(10, 0).toInstant(ZoneOffset.UTC));
        doAs(sue, () -> coaching.held(number, 1));
        doAs(
                sue,
                () ->
                        coaching.goal(
                                number, new GoalDraft(Metric.ADHERENCE, "On time", null, null)));
        assertThat(effect(number))
                .isEqualTo(
                        new EffectFound.TooLittle(
                                EffectFound.Missing.DAYS_AFTER, 0, Effects.LEAST_DAYS));

        clock.setTo(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(effect(number))
                .isInstanceOfSatisfying(
                        EffectFound.Measured.class,
                        found -> {
                            assertThat(found.countBefore()).isEqualTo(5);
                            assertThat(found.countAfter()).isEqualTo(5);
                            assertThat(found.effect().peers()).isEqualTo(6);
                            assertThat(found.effect().peersAfter())
                                    .isEqualTo(found.effect().peersBefore());
                            assertThat(found.effect().difference()).isGreaterThan(5);
                            assertThat(found.effect().isClear()).isTrue();
                        });
        // The same for Dana herself, from her own figures.
        var mine = as(danaHerself, own::list).getFirst();
        assertThat(as(danaHerself, () -> effects.of(mine.session(), mine.goals().getFirst())))
                .isEqualTo(effect(number));

        // Two more who were coached on it leave four to stand beside.
        for (int i = 0; i < 2; i++) {
            var peer = floor.agent("peer-" + i).agent();
            long other =
                    as(
                            sue,
                            () ->
                                    coaching.prepare(
                                            draft(
                                                    on(day.plusDays(2), "09:00", "09:30"),
                                                    peer.id())));
            doAs(sue, () -> coaching.held(other, 1));
            doAs(
                    sue,
                    () ->
                            coaching.goal(
                                    other, new GoalDraft(Metric.ADHERENCE, "On time", null, null)));
        }
        assertThat(effect(number))
                .isEqualTo(new EffectFound.TooLittle(EffectFound.Missing.PEERS, 4, 5));
    }

    /// Five days before a day and five after it, late by some minutes.
    private static void workDays(Floor.Worker worker, LocalDate day, int before, int after) {
        for (int i = 1; i <= 5; i++) {
            workDay(worker, day.minusDays(6L - i), before);
        }
        for (int i = 1; i <= 5; i++) {
            workDay(worker, day.plusDays(i), after);
        }
    }

    private static void workDay(Floor.Worker worker, LocalDate day, int minutesLate) {
        worker.onShift(day, "WORK 08:00-16:00")
                .at(day, LocalTime.of(8, 0).plusMinutes(minutesLate).toString(), "AVAILABLE")
                .at(day, "16:00", "AWAY");
    }

    private EffectFound effect(long number) {
        return as(
                sue,
                () -> {
                    var file = coaching.open(number).orElseThrow();
                    return effects.of(file.session(), file.goals().getFirst());
                });
    }
}
