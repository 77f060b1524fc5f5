package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ModuleTest
@RecordApplicationEvents
class SchedulesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Actor PETRA = new Actor(Actor.Kind.USER, "7", "Petra Planner");

    @Autowired private Schedules schedules;
    @Autowired private Turns turns;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEvents events;
    @Autowired private Register register;

    private AgentId agent = new AgentId(0);
    private AgentId other = new AgentId(0);

    @BeforeEach
    void twoAgents() {
        register.putUnit(
                "berlin",
                new UnitDraft("Berlin", "Europe/Berlin", null, null),
                null,
                Scope.everyone(),
                PETRA);
        agent = hire("agent-017");
        other = hire("agent-018");
    }

    private AgentId hire(String externalId) {
        var draft = new AgentDraft(externalId, null, "berlin", null, null, null, null);
        return register.putAgent(externalId, draft, null, Scope.everyone(), PETRA).id();
    }

    @Test
    void keepsEveryVersionAndReadsTheLast() {
        assertThat(schedules.plan(agent, MONDAY)).isEmpty();
        var first = replace(MONDAY, 0, "WORK 08:00 16:00", "LUNCH 12:00 12:30");
        replace(MONDAY, 1, "WORK 09:00 17:00");

        assertThat(first.version()).isEqualTo(1);
        assertThat(schedules.plan(agent, MONDAY))
                .hasValueSatisfying(plan -> {
                    assertThat(plan.version()).isEqualTo(2);
                    assertThat(plan.activities()).containsExactly(planned("WORK 09:00 17:00"));
                    assertThat(plan.changedBy()).isEqualTo("Petra Planner");
                    assertThat(plan.changedAt()).isEqualTo(FreshStart.NOW);
                });
        assertThat(count("planned_activity")).isEqualTo(3);
    }

    @Test
    void keepsTheOrderOfEntries() {
        var entries = new String[] {"MEETING 10:00 11:00", "WORK 08:00 16:00", "BREAK 10:30 10:45"};
        replace(MONDAY, null, entries);
        assertThat(schedules.plan(agent, MONDAY).orElseThrow().activities())
                .containsExactly(planned(entries[0]), planned(entries[1]), planned(entries[2]));
    }

    @Test
    void clearsADayWithAnEmptyList() {
        replace(MONDAY, null, "WORK 08:00 16:00");
        replace(MONDAY, null);
        assertThat(schedules.plan(agent, MONDAY).orElseThrow().activities()).isEmpty();
        assertThat(schedules.plans(List.of(agent), MONDAY, MONDAY).get(agent)).isEmpty();
    }

    @Test
    void readsManyDaysOfManyPeopleAtOnce() {
        replace(MONDAY, null, "WORK 08:00 16:00", "LUNCH 12:00 12:30");
        replace(MONDAY.plusDays(1), null, "WORK 08:00 16:00");
        replace(MONDAY.minusDays(2), null, "WORK 08:00 16:00");
        var plans = schedules.plans(List.of(other, agent), MONDAY.minusDays(1), MONDAY.plusDays(1));
        assertThat(plans).containsOnlyKeys(other, agent);
        assertThat(plans.get(other)).isEmpty();
        assertThat(plans.get(agent))
                .extracting(DayPlan::date)
                .containsExactly(MONDAY, MONDAY.plusDays(1));
    }

    @Test
    void tellsWhoWasFirst() {
        replace(MONDAY, 0, "WORK 08:00 16:00");
        assertThatExceptionOfType(PlanConflict.class)
                .isThrownBy(() -> replace(MONDAY, 0, "WORK 09:00 17:00"))
                .withMessage(
                        "Petra Planner wrote version 1 of 2026-03-02 at 2026-03-02T08:00:00Z, and"
                                + " you expected none. Read the day again and repeat your change.");
        assertThatExceptionOfType(PlanConflict.class)
                .isThrownBy(() -> replace(MONDAY.plusDays(1), 4, "WORK 09:00 17:00"))
                .withMessageStartingWith("Nothing is planned for 2026-03-03 yet");
    }

    @Test
    void saysOnceWhichDaysChanged() {
        replace(MONDAY, null, "WORK 08:00 16:00");
        assertThat(events.stream(ScheduleChanged.class))
                .containsExactly(
                        new ScheduleChanged(
                                List.of(new ScheduleChanged.PlannedDay(agent, MONDAY, 1)), null));
    }

    @Test
    void namesEveryBadEntry() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        schedules.replace(
                                agent,
                                MONDAY,
                                List.of(
                                        planned("WORK 08:00 16:00"),
                                        planned("NAP 12:00 13:00"),
                                        new PlannedActivity(
                                                "WORK",
                                                TimeSpan.of(
                                                        at("2026-03-02T08:00:00Z"),
                                                        at("2026-03-04T08:00:01Z"))),
                                        new PlannedActivity(
                                                "WORK",
                                                TimeSpan.of(
                                                        at("2026-02-28T22:59:59Z"),
                                                        at("2026-03-01T08:00:00Z"))),
                                        new PlannedActivity(
                                                "WORK",
                                                TimeSpan.of(
                                                        at("2026-03-04T20:00:00Z"),
                                                        at("2026-03-04T23:00:01Z")))),
                                "x".repeat(1001).substring(0, 1000),
                                null,
                                PETRA))
                .satisfies(e ->
                        assertThat(e.problems())
                                .extracting(InvalidInput.Problem::pointer)
                                .containsExactly(
                                        "/activities/1/activity",
                                        "/activities/2/end",
                                        "/activities/3/start",
                                        "/activities/4/end"));
        assertThat(schedules.plan(agent, MONDAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1969-12-31", "2200-01-01", "+12026-03-02"})
    void plansNoDayOutsideTheYearsOfLivingPeople(LocalDate date) {
        assertThat(schedules.plan(agent, date)).isEmpty();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> schedules.replace(agent, date, List.of(), null, null, PETRA))
                .withMessageStartingWith("/date: A date to plan lies between 1970 and 2199");
    }

    @Test
    void takesAtMostTwoHundredEntriesADay() {
        schedules.replace(
                agent,
                MONDAY,
                Collections.nCopies(200, planned("WORK 08:00 16:00")),
                null,
                null,
                PETRA);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        schedules.replace(
                                agent,
                                MONDAY,
                                Collections.nCopies(201, planned("WORK 08:00 16:00")),
                                null,
                                null,
                                PETRA));
    }

    @Test
    void keepsFractionsOfSecondsToTheMicrosecond() {
        var entry =
                new PlannedActivity(
                        "WORK",
                        TimeSpan.of(
                                at("2026-03-02T08:00:00.123456789Z"),
                                at("2026-03-02T16:00:00.987654321Z")));
        var written = schedules.replace(agent, MONDAY, List.of(entry), null, null, PETRA);
        var read = schedules.plan(agent, MONDAY).orElseThrow();
        assertThat(read).isEqualTo(written);
        assertThat(read.activities().getFirst().span().start())
                .isEqualTo("2026-03-02T08:00:00.123456Z");
    }

    /// Many writers of one day, some who care and some who do not: nothing is lost in silence.
    @Test
    void losesNoVersionWhenManyWriteOneDay() throws Exception {
        int writers = 24;
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < writers; i++) {
            boolean cares = i % 2 == 0;
            work.add(() -> {
                try {
                    turns.take(() -> replace(MONDAY, cares ? 0 : null, "WORK 08:00 16:00"));
                    return true;
                } catch (PlanConflict e) {
                    return false;
                }
            });
        }
        long written = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var result : pool.invokeAll(work)) {
                written += result.get() ? 1 : 0;
            }
        }
        assertThat(written).isGreaterThanOrEqualTo(writers / 2);
        assertThat(count("day_plan")).isEqualTo(written);
        assertThat(schedules.plan(agent, MONDAY).orElseThrow().version()).isEqualTo((int) written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update day_plan set note = 'x'                         | Versions of plans are never overwritten
                    delete from day_plan                                   | Versions of plans are never deleted
                    update planned_activity set activity = 'LUNCH'         | Versions of plans are never overwritten
                    delete from planned_activity                           | Versions of plans are never deleted
                    update day_plan_current set version = version          | A day moves on to its next version
                    delete from day_plan_current                           | Versions of plans are never deleted
                    update activity set category = 'WORK' where code = 'LUNCH' | An activity keeps its code and its category
                    update activity set needs_presence = false where code = 'LUNCH' | An activity keeps its code and its category
                    insert into activity values ('OFF', 'x', 'TIME_OFF', 'x', true, 1, true) | activity_presence
                    insert into planned_activity select agent_id, plan_date, version, 7, activity, starts_at, ends_at from planned_activity | Nothing is added to a version of a plan that was published
                    insert into day_plan_current values (9, '2026-03-02', 1) | foreign key constraint fails
                    insert into day_plan values (1, '2026-03-02', 1, null, now(6), 'USER', '1', 'x') | Duplicate entry
                    insert into activity values ('work', 'x', 'WORK', 'x', true, 1, true) | activity_code
                    insert into activity values ('NAP', 'x', 'SLEEP', 'x', true, 1, true) | activity_category
                    """)
    void letsTheDatabaseRefuseWhatNobodyMayDo(String sql, String why) {
        replace(MONDAY, null, "WORK 08:00 16:00");
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }

    @Test
    void letsTheDatabaseRefuseAnEntryThatEndsBeforeItStarts() {
        jdbc.sql(
                        """
                        insert into day_plan values (1, '2026-03-02', 1, null, now(6), 'USER', '1', 'x')
                        """)
                .update();
        assertThatThrownBy(() ->
                        jdbc.sql(
                                        """
                                        insert into planned_activity values
                                        (1, '2026-03-02', 1, 0, 'WORK', '2026-03-02 08:00', '2026-03-02 08:00')
                                        """)
                                .update())
                .hasMessageContaining("planned_activity_span");
    }

    private DayPlan replace(LocalDate date, @Nullable Integer expected, String... entries) {
        return schedules.replace(
                agent,
                date,
                List.of(entries).stream().map(SchedulesTests::planned).toList(),
                null,
                expected,
                PETRA);
    }

    /// An entry on the Monday, in UTC.
    private static PlannedActivity planned(String entry) {
        var parts = entry.split(" ");
        return new PlannedActivity(
                parts[0],
                TimeSpan.of(
                        at(MONDAY + "T" + parts[1] + ":00Z"),
                        at(MONDAY + "T" + parts[2] + ":00Z")));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
