package dev.rollcall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class AuditLogTests {

    private static final Actor KIM = new Actor(Actor.Kind.USER, "7", "Kim Meyer");

    @Autowired private AuditLog log;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;
    @Autowired private TransactionTemplate transaction;

    @Test
    void writesAChangeDownWithItsMoment() {
        transaction.executeWithoutResult(
                _ -> log.changed(KIM, "unit", "berlin", null, "{\"name\":\"Berlin\"}"));

        var entry = database.sql("select * from audit_entry").query().singleRow();
        assertThat(entry)
                .containsEntry("kind", "CHANGE")
                .containsEntry("actor_name", "Kim Meyer")
                .containsEntry("which", "berlin")
                .containsEntry("before_state", null)
                .containsEntry("after_state", "{\"name\":\"Berlin\"}");
        assertThat(log.lastChange("unit", "berlin"))
                .contains(new AuditLog.LastChange(KIM, FreshStart.NOW));
    }

    @Test
    void knowsTheLastOfSeveralChanges() {
        var lou = new Actor(Actor.Kind.TOKEN, "abc", "HR feed");
        transaction.executeWithoutResult(_ -> log.changed(KIM, "unit", "berlin", null, "1"));
        clock.advance(Duration.ofMinutes(6));
        transaction.executeWithoutResult(_ -> log.changed(lou, "unit", "berlin", "1", "2"));
        transaction.executeWithoutResult(_ -> log.changed(KIM, "unit", "Berlin", null, "other"));

        assertThat(log.lastChange("unit", "berlin"))
                .contains(new AuditLog.LastChange(lou, FreshStart.NOW.plus(Duration.ofMinutes(6))));
    }

    @Test
    void writesALookDownWithoutATransactionAroundIt() {
        log.looked(KIM, "agent-017", "timeline 2026-03-02");

        assertThat(database.sql("select screen from audit_entry").query(String.class).single())
                .isEqualTo("timeline 2026-03-02");
    }

    @Test
    void writesALookThatGoesOnDownOnceInFiveMinutes() {
        log.looked(KIM, "agent-017", "timeline 2026-03-02");
        clock.advance(Duration.ofMinutes(4));
        log.looked(KIM, "agent-017", "timeline 2026-03-02");
        assertThat(looks()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        log.looked(KIM, "agent-017", "timeline 2026-03-02");

        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void anotherPersonAnotherScreenAndAnotherPairOfEyesAreLooksOfTheirOwn() {
        log.looked(KIM, "agent-017", "timeline 2026-03-02");
        log.looked(KIM, "agent-018", "timeline 2026-03-02");
        log.looked(KIM, "agent-017", "timeline 2026-03-03");
        log.looked(new Actor(Actor.Kind.TOKEN, "7", "HR feed"), "agent-017", "timeline 2026-03-02");

        assertThat(looks()).isEqualTo(4);
    }

    private long looks() {
        return database.sql("select count(*) from audit_entry where kind = 'LOOK'")
                .query(Long.class)
                .single();
    }

    @Test
    void refusesAChangeOutsideATransaction() {
        assertThatThrownBy(() -> log.changed(KIM, "unit", "berlin", null, "1"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void forgetsTheEntryWhenTheChangeIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            log.changed(KIM, "unit", "berlin", null, "1");
            status.setRollbackOnly();
        });

        assertThat(log.lastChange("unit", "berlin")).isEmpty();
    }

    @Test
    void cannotBeRewritten() {
        log.looked(KIM, "agent-017", "timeline 2026-03-02");

        assertThatThrownBy(() -> database.sql("update audit_entry set actor_name = 'Lou'").update())
                .hasMessageContaining("The audit log only grows");
        assertThatThrownBy(() -> database.sql("delete from audit_entry").update())
                .hasMessageContaining("The audit log only grows");
    }
}
