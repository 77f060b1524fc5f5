package dev.rollcall.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.backoffice.BackOfficeTask.State;
import dev.rollcall.backoffice.TaskFilter.Which;
import dev.rollcall.backoffice.TaskRefused.Why;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.StatusTopics;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tasks from creation to end, and what working on them does to a status. It is 8 o'clock.
@ModuleTest
class TaskWorkTests {

    @Autowired private BackOfficeTasks tasks;
    @Autowired private TaskWork work;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private LivePresence live;
    @Autowired private StatusTopics topics;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private Interruption interruption;

    private Agent joe;
    private UserId byJoe;
    private UserId byManager;

    @BeforeEach
    void joeIsThere() {
        floor.track();
        joe = floor.agent("joe").agent();
        byJoe = signIns.user(joe.id(), Assignment.everywhere(Role.AGENT)).id();
        byManager = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, joe.unit())).id();
        floor.of(joe).at("07:55", "AVAILABLE");
    }

    private BackOfficeTask task(String title) {
        return SignIns.as(byManager, () -> tasks.create(draft(title)));
    }

    private TaskDraft draft(String title) {
        return new TaskDraft(
                title, null, null, joe.id(), 30, clock.instant().plus(Duration.ofHours(4)));
    }

    private BackOfficeTask now(BackOfficeTask task) {
        return SignIns.as(byManager, () -> tasks.find(task.id())).orElseThrow();
    }

    private BackOfficeTask start(BackOfficeTask task) {
        return SignIns.as(byJoe, () -> work.start(task.id()));
    }

    private PresenceState status() {
        return live.of(joe.id()).orElseThrow().state();
    }

    private static void refuses(Why why, Supplier<?> deed) {
        assertThatThrownBy(deed::get)
                .isInstanceOfSatisfying(
                        TaskRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    // ------------------------------------------------------------------ working on one

    @Test
    void makesWhoeverStartsOneUnavailableAndGivesTheStatusBack() {
        var refunds = task("Refunds");

        start(refunds);
        assertThat(status()).isEqualTo(TaskWork.STATUS);

        clock.advance(Duration.ofMinutes(25));
        var finished = SignIns.as(byJoe, () -> work.finish(refunds.id()));

        assertThat(status()).isEqualTo(PresenceState.AVAILABLE);
        assertThat(finished.state()).isEqualTo(State.DONE);
        assertThat(finished.worked()).isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void namesTheTaskInTheStatus() {
        start(task("Refunds"));

        assertThat(jdbc.sql("select note from presence_note").query(String.class).list())
                .containsExactly("Refunds");
    }

    @Test
    void saysWhatSomebodyIsAboutToThoseWhoMaySeeTheirWork() {
        var here = Scope.ofUnits(Set.of(joe.unit()));
        var refunds = task("Refunds");
        interruption.atTheNextStatus(
                () -> assertThat(topics.of(joe, here)).as("as it is heard").contains("Refunds"));
        start(refunds);

        assertThat(topics.of(joe, here)).contains("Refunds");
        assertThat(topics.of(joe, Scope.nobody())).isEmpty();

        SignIns.as(
                byManager,
                () -> tasks.change(refunds.id(), draft("Late refunds"), now(refunds).version()));
        assertThat(topics.of(joe, here)).contains("Late refunds");
        start(task("Letters"));
        assertThat(topics.of(joe, here)).contains("Letters");
        work.load();
        assertThat(topics.of(joe, here)).as("after a restart").contains("Letters");

        clock.advance(Duration.ofMinutes(10));
        floor.of(joe).at("08:05", "UNAVAILABLE/LUNCH");
        assertThat(topics.of(joe, here)).isEmpty();
        floor.of(joe).at("08:06", "UNAVAILABLE/BACK_OFFICE");
        assertThat(topics.of(joe, here)).as("by hand").isEmpty();
    }

    @Test
    void addsUpWhatWasWorkedWithPausesLeftOut() {
        var refunds = task("Refunds");
        start(refunds);
        clock.advance(Duration.ofMinutes(10));
        SignIns.as(byJoe, () -> work.pause(refunds.id()));
        clock.advance(Duration.ofMinutes(60));
        start(now(refunds));
        clock.advance(Duration.ofMinutes(5));

        assertThat(now(refunds).workedUntil(clock.instant())).isEqualTo(Duration.ofMinutes(15));
        assertThat(SignIns.as(byManager, () -> tasks.intervals(refunds.id()))).hasSize(2);
    }

    @Test
    void countsOnlyUntilWhoeverWorkedBecameSomethingElse() {
        var refunds = task("Refunds");
        start(refunds);
        clock.advance(Duration.ofMinutes(30));
        floor.of(joe).at("08:20", "UNAVAILABLE/LUNCH");

        assertThat(now(refunds).state()).isEqualTo(State.OPEN);
        assertThat(now(refunds).worked()).isEqualTo(Duration.ofMinutes(20));
        assertThat(status()).isEqualTo(PresenceState.unavailable("LUNCH"));
    }

    @Test
    void isNotWorkedOnWhenWhoeverStartsItClocksOutAtThatMoment() {
        var refunds = task("Refunds");
        interruption.atTheNextStatus(() -> {
            clock.advance(Duration.ofSeconds(1));
            floor.of(joe).at("08:00:01", "AWAY");
        });

        assertThat(start(refunds).state()).isEqualTo(State.OPEN);

        assertThat(work.runningOf(joe.id())).isEmpty();
        assertThat(status()).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void goesFromOneToAnotherWithoutAStatusBetween() {
        var refunds = task("Refunds");
        var letters = task("Letters");
        start(refunds);
        clock.advance(Duration.ofMinutes(10));
        start(letters);
        assertThat(now(refunds).state()).isEqualTo(State.OPEN);
        assertThat(now(refunds).worked()).isEqualTo(Duration.ofMinutes(10));

        clock.advance(Duration.ofMinutes(5));
        SignIns.as(byJoe, () -> work.finish(letters.id()));

        assertThat(status()).isEqualTo(PresenceState.AVAILABLE);
    }

    @Test
    void isForWhoeverIsClockedInAndHasIt() {
        var refunds = task("Refunds");
        floor.of(joe).at("07:59", "AWAY");
        refuses(Why.CLOCK_IN_FIRST, () -> start(refunds));

        var kim = floor.agent("kim").agent();
        var byKim = signIns.user(kim.id(), Assignment.inUnit(Role.SUPERVISOR, kim.unit())).id();
        refuses(Why.NOT_YOURS, () -> SignIns.as(byKim, () -> work.start(refunds.id())));
        assertThat(now(refunds).state()).isEqualTo(State.OPEN);
    }

    @Test
    void isFinishedOnce() {
        var refunds = task("Refunds");
        SignIns.as(byJoe, () -> work.finish(refunds.id()));

        refuses(Why.ENDED, () -> SignIns.as(byJoe, () -> work.finish(refunds.id())));
        refuses(Why.ENDED, () -> start(refunds));
        refuses(Why.ENDED, () -> SignIns.as(byManager, () -> tasks.cancel(refunds.id())));
    }

    // ------------------------------------------------------------------ managing

    @Test
    void refusesWhoeverSavesOverAnother() {
        var refunds = task("Refunds");
        SignIns.as(byManager, () -> tasks.change(refunds.id(), draft("Refunds of May"), 1));

        assertThatThrownBy(() ->
                        SignIns.as(
                                byManager,
                                () -> tasks.change(refunds.id(), draft("Refunds of June"), 1)))
                .isInstanceOf(EditConflict.class);
        assertThat(now(refunds).title()).isEqualTo("Refunds of May");
    }

    @Test
    void namesEveryBadField() {
        assertThatThrownBy(() ->
                        SignIns.as(
                                byManager,
                                () -> tasks.create(new TaskDraft(" ", null, null, null, 0, null))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        bad ->
                                assertThat(bad.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly("/title", "/estimateMinutes", "/unit"));
    }

    @Test
    void letsAgentsMakeTasksForThemselvesOnly() {
        var kim = floor.agent("kim").agent();
        var own = SignIns.as(byJoe, () -> tasks.create(draft("Tidy up")));
        assertThat(own.agent()).isEqualTo(joe.id());

        assertThatThrownBy(() ->
                        SignIns.as(
                                byJoe,
                                () ->
                                        tasks.create(
                                                new TaskDraft(
                                                        "Do mine", null, null, kim.id(), null,
                                                        null))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void showsAgentsTheirOwnAndManagersThoseOfTheirUnits() {
        task("Refunds");
        floor.unit("elsewhere", "UTC");
        var eve = floor.agent("eve", "elsewhere").agent();
        var byEve = signIns.user(eve.id(), Assignment.everywhere(Role.AGENT)).id();
        var elsewhere = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, eve.unit())).id();
        var all = new TaskFilter(Which.OPEN, null, null);

        assertThat(SignIns.as(byJoe, () -> tasks.list(all))).hasSize(1);
        assertThat(SignIns.as(byManager, () -> tasks.list(all))).hasSize(1);
        assertThat(SignIns.as(byEve, () -> tasks.list(all))).isEmpty();
        assertThat(SignIns.as(elsewhere, () -> tasks.list(all))).isEmpty();
    }

    @Test
    void findsWhatShouldHaveBeenDone() {
        var refunds = task("Refunds");
        var overdue = new TaskFilter(Which.OVERDUE, null, joe.id());
        assertThat(SignIns.as(byManager, () -> tasks.list(overdue))).isEmpty();

        clock.advance(Duration.ofHours(5));

        assertThat(SignIns.as(byManager, () -> tasks.list(overdue)))
                .extracting(BackOfficeTask::id)
                .containsExactly(refunds.id());
        assertThat(now(refunds).isOverdue(clock.instant())).isTrue();
    }

    @Test
    void writesDownEveryChange() {
        var refunds = task("Refunds");
        start(refunds);
        SignIns.as(byJoe, () -> work.finish(refunds.id()));

        assertThat(
                        jdbc.sql("select count(*) from audit_entry where what = ?")
                                .param("back-office task")
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
    }

    // ------------------------------------------------------------------ the database itself

    @Test
    void letsNobodyWorkOnTwoAtOnce() {
        var refunds = start(task("Refunds"));
        var letters = task("Letters");

        assertThatThrownBy(() -> insertInterval(letters)).isInstanceOf(DataAccessException.class);
        assertThat(now(refunds).state()).isEqualTo(State.RUNNING);
    }

    private void insertInterval(BackOfficeTask task) {
        jdbc.sql(
                        "insert into backoffice_interval (task, agent_id, started_at,"
                                + " status_before) values (?, ?, now(6), 'AVAILABLE')")
                .params(task.id().value(), joe.id().value())
                .update();
    }

    @Test
    void keepsWhatHasEndedAsItIs() {
        var refunds = task("Refunds");
        start(refunds);
        SignIns.as(byJoe, () -> work.finish(refunds.id()));

        assertThatThrownBy(() ->
                        jdbc.sql("update backoffice_task set state = 'OPEN', ended_at = null")
                                .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> jdbc.sql("update backoffice_interval set ended_at = now(6)").update())
                .isInstanceOf(DataAccessException.class);
    }
}
