package dev.rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/// Weekly reports come once, stay as they were, and carry notes nobody loses.
@ModuleTest
class WeeklyReportsTests {

    private static final LocalDate WEEK = Floor.TODAY.minusDays(7);
    private static final LocalDate FRIDAY = Floor.TODAY.minusDays(3);

    @Autowired private WeeklyReports reports;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Floor.Worker dana;

    @BeforeEach
    void aFriday() {
        dana =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00")
                        .at(FRIDAY, "08:30", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");
        floor.agent("kim");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void signIn(String role) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIns.session(signIns.user(Assignment.everywhere(role)).id()));
        SecurityContextHolder.setContext(context);
    }

    private List<WeeklyReport> week(LocalDate monday) {
        return access.asSystem(
                "test",
                () -> reports.week(monday, WeeklyReports.everybody(monday, ""), Scope.everyone()));
    }

    private WeeklyDetail open() {
        return access.asSystem(
                "test",
                () -> reports.open(dana.agent().id(), WEEK, Scope.everyone()).orElseThrow());
    }

    private void note(String text, int version) {
        reports.note(dana.agent().id(), WEEK, text, version, Scope.everyone());
    }

    private int changes() {
        return database.sql("select count(*) from audit_entry where what = 'weekly note'")
                .query(Integer.class)
                .single();
    }

    @Test
    void comeOnceForWhoeverHadAPlanHoweverOftenOneLooks() {
        assertThat(reports.prepare()).isEqualTo(1);
        assertThat(reports.prepare()).isZero();

        assertThat(week(WEEK))
                .extracting(report -> report.agent().externalId())
                .containsExactly("dana");
        assertThat(week(WEEK).getFirst().prepared().figures().score().out())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(week(WEEK.plusDays(7))).as("goes on").isEmpty();
    }

    @Test
    void comeWhenTheWeekIsOverWhereThePersonIs() {
        floor.unit("samoa", "Pacific/Pago_Pago");
        var lee = floor.agent("lee", "samoa");
        lee.onShift(FRIDAY, "WORK 08:00-16:00").at(FRIDAY, "08:00", "AVAILABLE");

        reports.prepare();
        assertThat(week(WEEK)).as("still Sunday there").hasSize(1);

        clock.advance(Duration.ofHours(5));
        reports.prepare();
        assertThat(week(WEEK)).hasSize(2);
    }

    @Test
    void areMadeUpForWhenTheProductWasAway() {
        clock.advance(Duration.ofDays(15));

        reports.prepare();

        assertThat(week(WEEK)).hasSize(1);
    }

    @Test
    void stayAsTheyWereAndSayWhatBecameKnownLater() {
        reports.prepare();
        dana.at(FRIDAY, "15:00", "UNAVAILABLE/MEETING");
        reports.prepare();

        var detail = open();

        assertThat(detail.report().prepared().figures().score().out())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(detail.now().figures().score().out()).isEqualTo(Duration.ofMinutes(90));
        assertThat(detail.days().keySet()).containsExactly(FRIDAY);
    }

    @Test
    void keepEveryVersionOfANoteAndWhoWroteIt() {
        reports.prepare();
        signIn(Role.SUPERVISOR);
        note("Begin on time", 0);
        note("Begin on time; the bus comes late", 1);
        note("", 2);

        var detail = open();

        assertThat(detail.report().note()).as("taken back").isNull();
        assertThat(detail.report().noteVersion()).isEqualTo(3);
        assertThat(detail.notes())
                .extracting(WeeklyNote::text)
                .containsExactly("", "Begin on time; the bus comes late", "Begin on time");
        assertThat(changes()).isEqualTo(3);
        assertThat(week(WEEK).getFirst().note()).isNull();
    }

    @Test
    void refuseANoteOfWhoeverHasNotSeenTheNewest() {
        reports.prepare();
        signIn(Role.SUPERVISOR);
        note("First", 0);

        assertThatThrownBy(() -> note("Second", 0)).isInstanceOf(EditConflict.class);
        assertThatThrownBy(() -> note("x".repeat(4001), 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/note");
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void takeNotesOnlyAboutOthersInScope() {
        reports.prepare();
        signIn(Role.SUPERVISOR);
        assertThatThrownBy(
                        () -> reports.note(dana.agent().id(), WEEK, "Far away", 0, Scope.nobody()))
                .isInstanceOf(NotFound.class);
        assertThat(reports.open(dana.agent().id(), WEEK, Scope.nobody())).isEmpty();

        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                SignIns.session(
                        signIns.user(dana.agent().id(), Assignment.everywhere(Role.SUPERVISOR))
                                .id()));
        SecurityContextHolder.setContext(context);
        assertThatThrownBy(() -> note("All is well", 0)).isInstanceOf(AccessDeniedException.class);
        assertThat(changes()).isZero();
    }

    @Test
    void areNamedByTheirMonday() {
        assertThatThrownBy(() -> week(FRIDAY))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/week");
    }

    @Test
    void areRewrittenByNobody() {
        reports.prepare();
        assertThatThrownBy(() -> database.sql("update weekly_report set late = 0").update())
                .hasMessageContaining("prepared once");
        assertThatThrownBy(() -> database.sql("delete from weekly_report").update())
                .hasMessageContaining("kept");
    }
}
