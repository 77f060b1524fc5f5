package dev.rollcall.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import dev.rollcall.usage.UsageConsent.Answer;
import dev.rollcall.usage.UsageEvent.KpiCardView;
import dev.rollcall.usage.UsageEvent.Metric;
import dev.rollcall.usage.UsageReport.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Usage from what a page says to what an admin reads.
@ModuleTest
class UsageTests {

    private static final UsageEvent LOOK =
            new KpiCardView(Metric.CALLS, new BigDecimal("432"), new BigDecimal("86.4"));

    @Autowired private UsageSwitch usage;
    @Autowired private UsageConsent consent;
    @Autowired private UsageLog log;
    @Autowired private UsageReports reports;
    @Autowired private AuditLog audit;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private UserId admin = new UserId(0);
    private UserId danaUser = new UserId(0);

    @BeforeEach
    void people() {
        admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
        danaUser = user(floor.agent("dana").agent());
    }

    private UserId user(Agent agent) {
        return signIns.user(agent.id(), Assignment.everywhere(Role.AGENT)).id();
    }

    @Test
    void nothingIsKeptWhileItIsOffWhichItIsFromTheStart() {
        assertThat(usage.isOn()).isFalse();
        assertThat(answer(danaUser)).isEqualTo(Answer.OFF);
        give(danaUser);
        look(danaUser);
        assertThat(kept()).isZero();
    }

    @Test
    void nothingIsKeptOfWhoeverWasNotAskedOrDeclined() {
        switchOn();
        assertThat(answer(danaUser)).isEqualTo(Answer.NOT_ASKED);
        look(danaUser);
        withdraw(danaUser);
        assertThat(answer(danaUser)).isEqualTo(Answer.DECLINED);
        look(danaUser);
        assertThat(kept()).isZero();
    }

    @Test
    void whatHappenedBeforeSomebodyAgreedIsNotKept() {
        switchOn();
        say(danaUser);
        clock.advance(Duration.ofSeconds(1));
        give(danaUser);
        log.write();
        assertThat(kept()).isZero();
        look(danaUser);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void nobodyWithoutAnAgentIsKeptAndThePageNeverHearsOfIt() {
        switchOn();
        look(admin);
        log.record(LOOK);
        log.write();
        assertThat(kept()).isZero();
    }

    @Test
    void eventsKnowBandsAndAPseudonymThatIsAnotherEachWeek() {
        switchOn();
        give(danaUser);
        look(danaUser);
        look(danaUser);
        clock.advance(Duration.ofDays(7));
        look(danaUser);

        assertThat(database.sql("select distinct size, band from usage_event").query().listOfRows())
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .containsEntry("size", "200")
                                .containsEntry("band", "FROM_75"));
        assertThat(single("select count(distinct reader) from usage_event")).isEqualTo(2);
        assertThat(
                        single(
                                """
                                select count(*) from information_schema.key_column_usage
                                where table_schema = database() and table_name like 'usage%'
                                    and referenced_table_name not like 'usage%'
                                """))
                .as("references to other tables")
                .isZero();
    }

    @Test
    void withdrawingDeletesWhatIsKeptOfOneAndOfNobodyElse() {
        switchOn();
        var kim = user(floor.agent("kim").agent());
        give(danaUser);
        give(kim);
        look(danaUser);
        look(kim);
        clock.advance(Duration.ofDays(7));
        look(danaUser);
        say(danaUser);

        withdraw(danaUser);
        log.write();

        assertThat(kept()).isEqualTo(1);
        assertThat(answer(kim)).isEqualTo(Answer.GIVEN);
    }

    @Test
    void switchedOffEverythingGoesAndIsWrittenDown() {
        switchOn();
        give(danaUser);
        look(danaUser);
        reports.make();

        SignIns.as(admin, () -> usage.switchTo(false, usage.standing().version()));

        for (var table : List.of("event", "key", "consent", "report")) {
            assertThat(single("select count(*) from usage_" + table)).as(table).isZero();
        }
        assertThat(audit.lastChange("usage", "usage").orElseThrow().by().id())
                .isEqualTo("" + admin.value());
    }

    @Test
    void whoeverIsSecondIsToldSo() {
        switchOn();
        assertThatThrownBy(() -> SignIns.as(admin, () -> usage.switchTo(false, 1)))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void isSwitchedAndReadForTheWholeOrganisationOnly() {
        var north = floor.unit("north", "UTC");
        var partly = signIns.user(Assignment.inUnit(Role.ADMIN, north.id())).id();
        assertThatThrownBy(() -> SignIns.as(partly, () -> usage.switchTo(true, 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> SignIns.as(partly, () -> reports.latest()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void afterThirtyDaysEventsGoAndThenTheirSecret() {
        switchOn();
        give(danaUser);
        look(danaUser);
        clock.advance(Duration.ofDays(30));
        reports.drop();
        assertThat(kept()).isEqualTo(1);

        clock.advance(Duration.ofDays(1));
        reports.drop();
        assertThat(kept()).isZero();
        assertThat(single("select count(*) from usage_key")).isEqualTo(1);

        clock.advance(Duration.ofDays(7));
        reports.drop();
        assertThat(single("select count(*) from usage_key")).isZero();
    }

    @Test
    void answersComeOnceADayFromFivePeopleOnAndLinkTheirWeeks() {
        switchOn();
        var people = new ArrayList<UserId>();
        for (int i = 0; i < 5; i++) {
            var user = user(floor.agent("agent-" + i).agent());
            give(user);
            people.add(user);
        }
        people.forEach(this::look);
        clock.advance(Duration.ofDays(7));
        people.forEach(this::look);
        clock.advance(Duration.ofDays(1));

        reports.daily();

        var report = SignIns.as(admin, () -> reports.latest()).orElseThrow();
        assertThat(report.people()).isEqualTo(5);
        assertThat(report.connection()).isNull();
        assertThat(report.tables())
                .filteredOn(table -> table.topic() == Topic.FREQUENCY)
                .singleElement()
                .satisfies(table ->
                        assertThat(table.lines())
                                .containsExactly(new UsageReport.Line("SELDOM", 5, 100)));
        var first = report.madeAt();
        clock.advance(Duration.ofHours(1));
        reports.daily();
        assertThat(SignIns.as(admin, () -> reports.latest()).orElseThrow().madeAt())
                .isEqualTo(first);
    }

    // ------------------------------------------------------------------ what people do

    private void switchOn() {
        SignIns.as(admin, () -> usage.switchTo(true, usage.standing().version()));
    }

    private void give(UserId user) {
        SignIns.as(
                user,
                () -> {
                    consent.give();
                    return true;
                });
    }

    private void withdraw(UserId user) {
        SignIns.as(
                user,
                () -> {
                    consent.withdraw();
                    return true;
                });
    }

    private Answer answer(UserId user) {
        return SignIns.as(user, () -> consent.own().answer());
    }

    private void say(UserId user) {
        SignIns.as(
                user,
                () -> {
                    log.record(LOOK);
                    return true;
                });
    }

    private void look(UserId user) {
        say(user);
        log.write();
    }

    private int kept() {
        return single("select count(*) from usage_event");
    }

    private int single(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}
