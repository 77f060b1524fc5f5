package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What one pasted event would do, and that it does just that. Dana works; it is 8 o'clock.
@ModuleTest
class EventConsoleTests {

    @Autowired private EventConsole console;
    @Autowired private Adherence adherence;
    @Autowired private LiveBoard board;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private JdbcClient database;

    private Floor.Worker dana;
    private UserId admin;

    @BeforeEach
    void danaWorks() {
        dana = floor.agent("dana").onShift("WORK 06:00-14:00").at("06:00", "AVAILABLE");
        admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
    }

    private EventConsole.Outlook look(String text) {
        return SignIns.as(admin, () -> console.look(text));
    }

    private static String event(String id, String time, String data) {
        return """
        {"specversion": "1.0", "id": "%s", "source": "/test", "type": "dev.rollcall.presence.changed",
         "subject": "dana", "time": "2026-03-02T%s:00Z", "data": %s}
        """
                .formatted(id, time, data);
    }

    private int events() {
        return database.sql("select count(*) from presence_event").query(Integer.class).single();
    }

    private Figures figures() {
        return access.asSystem(
                        "test", () -> adherence.timeline(dana.agent().id(), null, Scope.everyone()))
                .map(day -> Figures.of(day.assessment()))
                .orElseThrow();
    }

    @Test
    void saysWhatAnEventWouldDoAndThenItDoesJustThat() {
        var text = event("1", "07:20", "{\"status\": \"UNAVAILABLE\", \"reason\": \"BREAK\"}");
        int known = events();

        var outlook = look(text);

        var before = Objects.requireNonNull(outlook.before());
        var after = Objects.requireNonNull(outlook.after());
        assertThat(Objects.requireNonNull(before.state()).state()).isEqualTo(State.IN);
        assertThat(before.verdict()).isEqualTo(Verdict.IN);
        assertThat(Objects.requireNonNull(after.state()).presence()).isEqualTo("UNAVAILABLE/BREAK");
        assertThat(after.verdict()).isEqualTo(Verdict.OUT);
        assertThat(events()).as("a dry run").isEqualTo(known);
        assertThat(figures()).isEqualTo(before.day());

        var sent = SignIns.as(admin, () -> console.send(text));

        assertThat(sent.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(figures()).isEqualTo(after.day());
        assertThat(look(text).trial().known()).as("sent twice it counts once").isTrue();
        assertThat(SignIns.as(admin, () -> console.send(text)).outcome())
                .isEqualTo(Outcome.DUPLICATE);
        assertThat(
                        database.sql("select count(*) from audit_entry where what = 'test event'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void saysWhyAnEventWouldBeRejectedAndWhatCannotBeRead() {
        assertThat(
                        look(event("1", "07:20", "{\"status\": \"AWAY\"}")
                                        .replace("dana", "nobody"))
                                .trial()
                                .problem())
                .isNotNull();
        assertThatThrownBy(() -> look(event("1", "07:20", "{\"status\": \"UNAVAILABLE\"}")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/data/reason");
        assertThatThrownBy(() -> look("{\n oops"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> look("[]")).isInstanceOf(InvalidInput.class);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void workMakesSomebodyActiveAndAHeartbeatIsAboutNobody() {
        var work =
                """
                {"specversion": "1.0", "id": "2", "source": "/test",
                 "type": "dev.rollcall.work.started", "subject": "dana",
                 "time": "2026-03-02T07:30:00Z",
                 "data": {"workItem": "case-1", "channel": "CALL", "group": "billing"}}
                """;
        var after = Objects.requireNonNull(look(work).after());
        assertThat(Objects.requireNonNull(after.state()).presence()).isEqualTo("ACTIVE");
        var heartbeat =
                """
                {"specversion": "1.0", "id": "3", "source": "/test",
                 "type": "dev.rollcall.heartbeat", "time": "2026-03-02T07:30:00Z",
                 "data": {"intervalSeconds": 30}}
                """;
        assertThat(look(heartbeat).agent()).isNull();
        board.settle();
    }
}
