package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.BadLineTest;
import dev.rollcall.support.Floor;
import dev.rollcall.support.History;
import dev.rollcall.support.TcpProxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A bad line between the application and its database: what was acknowledged is there once,
/// programs get their answer in time, and nobody is accused.
@BadLineTest
@Timeout(120)
class BadLineTests {

    private static final Duration IN_TIME = Duration.ofSeconds(5);

    @Autowired private TcpProxy line;
    @Autowired private MockMvcTester http;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient jdbc;
    @Autowired private Floor floor;
    @Autowired private LiveBoard board;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;

    private String token = "";

    @BeforeEach
    void beginWithAGoodLine() {
        line.heal();
        await(Duration.ofSeconds(30), () -> status("/actuator/health/readiness") == 200);
        token = signIns.token(TokenScope.values());
        floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "UNAVAILABLE/BREAK");
    }

    @AfterEach
    void heal() {
        line.heal();
    }

    @Test
    void answersInTimeWhenTheDatabaseFallsSilentAndRecoversWithIt() {
        try (var history = new History("bad-line-silence")) {
            line.fallSilent();
            for (int i = 0; i < 3; i++) {
                long begin = System.nanoTime();
                var answer = send(history, "e-" + i);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(IN_TIME);
                assertRefusedForNow(answer);
            }
            assertThat(status("/actuator/health/liveness")).isEqualTo(200);
            assertThat(status("/actuator/health/readiness")).isEqualTo(503);

            line.heal();
            history.note("healed");
            await(IN_TIME, () -> send(history, "e-0").getResponse().getStatus() == 200);
            for (int i = 1; i < 3; i++) {
                assertThat(send(history, "e-" + i).getResponse().getStatus()).isEqualTo(200);
            }
            await(IN_TIME, () -> status("/actuator/health/readiness") == 200);
            assertEverythingAcknowledgedIsThereOnce(history);
        }
    }

    @Test
    void answersInTimeWhenTheDatabaseIsGone() {
        try (var history = new History("bad-line-gone")) {
            line.cut();
            long begin = System.nanoTime();
            assertRefusedForNow(send(history, "e-0"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(IN_TIME);
            assertThat(status("/actuator/health/readiness")).isEqualTo(503);

            line.heal();
            await(IN_TIME, () -> send(history, "e-0").getResponse().getStatus() == 200);
            assertEverythingAcknowledgedIsThereOnce(history);
        }
    }

    @Test
    void writesNothingTwiceWhenConnectionsBreakInTheMiddle() {
        try (var history = new History("bad-line-resets")) {
            line.breakSome(0.03);
            for (int i = 0; i < 60; i++) {
                var id = "e-" + i;
                await(
                        Duration.ofSeconds(30),
                        () -> send(history, id).getResponse().getStatus() == 200);
            }
            line.heal();
            assertThat(history.acknowledged()).hasSize(60);
            assertEverythingAcknowledgedIsThereOnce(history);
        }
    }

    /// A break ends, and nobody can say so because the database is away: the board keeps still, and
    /// when it can judge again the feed has told.
    @Test
    void accusesNobodyOfWhatTheyCouldNotReport() {
        clock.advance(Duration.ofMinutes(1));
        floor.agent("kim").onShift("WORK 07:00-16:00", "BREAK 07:30-08:05");
        var kim = floor.agent("kim").at("07:30", "UNAVAILABLE/BREAK");
        await(Duration.ofSeconds(30), () -> !isCatchingUp());
        assertThat(stateOf("kim")).isEqualTo(State.IN);

        line.cut();
        clock.advance(Duration.ofMinutes(10));
        var seen = new HashSet<State>();
        for (int i = 0; i < 3; i++) {
            settleAsFarAsPossible();
            seen.add(stateOf("kim"));
        }
        line.heal();
        for (int i = 0; i < 3; i++) {
            settleAsFarAsPossible();
            seen.add(stateOf("kim"));
        }
        await(IN_TIME, () -> status("/actuator/health/readiness") == 200);
        kim.at("08:05", "AVAILABLE");
        await(
                Duration.ofSeconds(30),
                () -> {
                    settleAsFarAsPossible();
                    seen.add(stateOf("kim"));
                    return !isCatchingUp();
                });
        settleAsFarAsPossible();
        seen.add(stateOf("kim"));

        assertThat(seen).isEqualTo(Set.of(State.IN));
    }

    private boolean isCatchingUp() {
        var before = board.settledAt();
        clock.advance(Duration.ofMillis(1));
        settleAsFarAsPossible();
        return board.settledAt().equals(before);
    }

    private void settleAsFarAsPossible() {
        try {
            board.settle();
        } catch (org.springframework.dao.DataAccessException e) {
            // That is the fault of this test.
        }
    }

    private State stateOf(String agent) {
        return access.asSystem("test", () -> board.rows(Scope.everyone())).stream()
                .filter(row -> row.agent().externalId().equals(agent))
                .map(row -> Objects.requireNonNull(row.live()).state())
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult send(History history, String id) {
        long begin = history.now();
        var answer =
                http.post()
                        .uri("/api/v1/presence-events")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"specversion":"1.0","id":"%s","source":"/pbx","type":"dev.rollcall.presence.changed",
                                 "subject":"dana","time":"2026-03-02T07:30:00Z","data":{"status":"AVAILABLE"}}
                                """
                                        .formatted(id))
                        .exchange();
        int status = answer.getResponse().getStatus();
        history.note("append", id, begin, "" + status, status == 200);
        return answer;
    }

    private int status(String path) {
        return http.get().uri(path).exchange().getResponse().getStatus();
    }

    private static void assertRefusedForNow(MvcTestResult answer) {
        var response = answer.getResponse();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    private void assertEverythingAcknowledgedIsThereOnce(History history) {
        var there =
                jdbc.sql("select event_id from presence_event where source = '/pbx'")
                        .query(String.class)
                        .list();
        assertThat(there).doesNotHaveDuplicates().containsAll(history.acknowledged());
        assertThat(history.tried()).containsAll(there);
    }

    private static void await(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", patience).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
