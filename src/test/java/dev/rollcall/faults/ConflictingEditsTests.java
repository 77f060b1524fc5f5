package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.SignIns;
import dev.rollcall.security.TokenScope;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Two who change one record at the same moment: one wins, the other is told, nothing is lost.
@ModuleTest
@Timeout(120)
class ConflictingEditsTests {

    private static final int PAIRS = 200;

    @Autowired private MockMvcTester http;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private JdbcClient jdbc;

    @Test
    void loseNothing() throws Exception {
        var token = signIns.token(TokenScope.values());
        floor.agent("dana");
        assertThat(jdbc.sql("select @@innodb_snapshot_isolation").query(Integer.class).single())
                .isOne();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int pair = 0; pair < PAIRS; pair++) {
                var version =
                        http.get()
                                .uri("/api/v1/agents/dana")
                                .header("Authorization", "Bearer " + token)
                                .exchange()
                                .getResponse()
                                .getHeader("ETag");
                var names = List.of("First " + pair, "Second " + pair);
                var answers =
                        threads
                                .invokeAll(
                                        names.stream()
                                                .<Callable<MvcTestResult>>map(name ->
                                                        () -> {
                                                            start.await();
                                                            return rename(
                                                                    token,
                                                                    Objects.requireNonNull(version),
                                                                    name);
                                                        })
                                                .toList())
                                .stream()
                                .map(java.util.concurrent.Future::resultNow)
                                .toList();
                var statuses = answers.stream().map(a -> a.getResponse().getStatus()).toList();
                assertThat(statuses).as("pair " + pair).containsExactlyInAnyOrder(200, 409);
                int winner = statuses.indexOf(200);
                assertThat(
                                jdbc.sql("select name from agent where external_id = 'dana'")
                                        .query(String.class)
                                        .single())
                        .isEqualTo(names.get(winner));
                assertThat(answers.get(1 - winner).getResponse().getContentAsString())
                        .contains("\"code\":\"conflict\"");
            }
        }
    }

    private MvcTestResult rename(String token, String version, String name) {
        return http.put()
                .uri("/api/v1/agents/dana")
                .header("Authorization", "Bearer " + token)
                .header("If-Match", version)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"%s\",\"unit\":\"care\"}".formatted(name))
                .exchange();
    }
}
