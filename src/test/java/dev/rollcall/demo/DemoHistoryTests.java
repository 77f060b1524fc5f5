package dev.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.audit.Actor;
import dev.rollcall.database.Retries;
import dev.rollcall.organisation.People;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Timelines;
import dev.rollcall.presence.Tracking;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Tokens;
import dev.rollcall.security.Users;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// History is told in steps, through the front door, and goes on where it stopped. It is Monday, 8
/// o'clock in UTC.
@ModuleTest
class DemoHistoryTests {

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 3, 1);
    private static final Instant FOUNDED = FreshStart.NOW;
    private static final Person SOMEBODY =
            Roster.PEOPLE.stream()
                    .filter(person -> person.works(YESTERDAY))
                    .filter(person -> person.shiftStart().getHour() == 6)
                    .findFirst()
                    .orElseThrow();

    @Autowired private People people;
    @Autowired private Directory directory;
    @Autowired private Users users;
    @Autowired private Tokens tokens;
    @Autowired private Tracking tracking;
    @Autowired private Reasons reasons;
    @Autowired private Schedules schedules;
    @Autowired private PresenceLog log;
    @Autowired private Timelines timelines;
    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private Retries retries;

    private DemoPlans plans;
    private DemoProgress progress;

    @BeforeEach
    void foundTheOrganisation() {
        plans = new DemoPlans(directory, schedules, retries);
        progress = new DemoProgress(jdbc);
        access.asSystem(
                "demo",
                () ->
                        new DemoOrganisation(
                                        people,
                                        directory,
                                        users,
                                        tokens,
                                        tracking,
                                        reasons,
                                        transactions)
                                .settleIn());
    }

    @Test
    void goesOnWhereItStoppedAndTellsNothingTwice() {
        var first = history();
        steps(first, 7);
        var stopped = events();
        assertThat(first.isDone()).isFalse();
        assertThat(stopped).isPositive();

        var second = history();
        steps(second, 1_000);

        assertThat(second.isDone()).isTrue();
        assertThat(events()).isEqualTo(scripted());
        assertThat(rejected()).isZero();
        // Both dates have shifts that are not over yet, and the floor tells their rest.
        assertThat(progress.daysTold()).isEmpty();

        var third = history();
        steps(third, 1);
        steps(third, 1_000);
        assertThat(events()).isEqualTo(scripted());
    }

    @Test
    void leavesTheDaysAloneThatSomebodyPlannedThemselves() {
        access.asSystem(
                "test",
                () ->
                        schedules.replace(
                                plans.agent(SOMEBODY).id(),
                                YESTERDAY,
                                Rota.plan(SOMEBODY, YESTERDAY),
                                null,
                                null,
                                new Actor(Actor.Kind.USER, "7", "Kim Sørensen")));

        steps(history(), 1_000);

        var shift = Script.span(Rota.plan(SOMEBODY, YESTERDAY));
        assertThat(
                        timelines.of(
                                plans.agent(SOMEBODY).id(),
                                TimeSpan.of(shift.start(), shift.end())))
                .isEmpty();
        assertThat(events()).isPositive();
    }

    private DemoHistory history() {
        var history = new DemoHistory(plans, progress, log, timelines, new HistoryProgress());
        history.begin(new Script(FOUNDED), FreshStart.NOW, 1);
        return history;
    }

    private void steps(DemoHistory history, int most) {
        access.asSystem(
                "demo",
                () -> {
                    for (int i = 0; i < most && !history.isDone(); i++) {
                        history.step();
                    }
                });
    }

    private long events() {
        return jdbc.sql("select count(*) from presence_event").query(Long.class).single();
    }

    private long rejected() {
        return jdbc.sql("select count(*) from rejected_event").query(Long.class).single();
    }

    private long scripted() {
        var script = new Script(FOUNDED);
        var dates = List.of(YESTERDAY, YESTERDAY.plusDays(1));
        long people =
                Roster.PEOPLE.stream()
                        .flatMap(person ->
                                dates.stream()
                                        .flatMap(date ->
                                                script
                                                        .of(person, date, Rota.plan(person, date))
                                                        .stream()))
                        .map(PresenceEvent::time)
                        .filter(time -> !time.isAfter(FreshStart.NOW))
                        .count();
        var midnight = Instant.parse("2026-03-01T00:00:00Z");
        return people + script.beats(midnight.minusNanos(1), FreshStart.NOW).size();
    }
}
