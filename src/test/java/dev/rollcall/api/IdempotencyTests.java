package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A write that carries a key is carried out once, however often it is sent.
class IdempotencyTests extends ApiFixture {

    private static final String DAY = "/api/v1/agents/agent-017/schedule/2026-03-02";
    private static final String EMPTY_DAY = "{\"activities\":[]}";
    private static final int AT_ONCE = 32;
    private static final int KEYS = 6;

    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;

    @Test
    void carriesOutOneOfManyEqualRequestsAndAnswersAllOfThemAlike() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int key = 1; key <= KEYS; key++) {
                var answers = together(threads, "key-" + key);
                assertThat(answers).extracting(ApiClient.Answer::status).containsOnly(200);
                assertThat(answers)
                        .extracting(ApiClient.Answer::text)
                        .containsOnly(answers.getFirst().text());
                assertThat(answers)
                        .extracting(answer -> answer.header("ETag"))
                        .containsOnly("\"" + key + "\"");
                assertThat(answers)
                        .extracting(answer -> "" + answer.header("Idempotency-Replayed"))
                        .containsOnlyOnce("null");
            }
        }
        assertThat(api.get(admin, DAY).at("/version").intValue()).isEqualTo(KEYS);
        assertThat(jdbc.sql("select count(*) from day_plan").query(Integer.class).single())
                .isEqualTo(KEYS);
    }

    private List<ApiClient.Answer> together(
            java.util.concurrent.ExecutorService threads, String key) throws Exception {
        var start = new CountDownLatch(1);
        Callable<ApiClient.Answer> writer =
                () -> {
                    start.await();
                    return send(key, EMPTY_DAY);
                };
        var asked = IntStream.range(0, AT_ONCE).mapToObj(_ -> threads.submit(writer)).toList();
        start.countDown();
        var answers = new java.util.ArrayList<ApiClient.Answer>();
        for (var one : asked) {
            answers.add(one.get());
        }
        return answers;
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        assertThat(send("key", EMPTY_DAY).status()).isEqualTo(200);

        var otherBody = send("key", "{\"activities\":[],\"note\":\"x\"}");
        var otherPath =
                api.put(
                        admin,
                        DAY.replace("017", "018"),
                        EMPTY_DAY,
                        Map.of("Idempotency-Key", "key"));

        for (var answer : List.of(otherBody, otherPath)) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.at("/code").stringValue()).isEqualTo("idempotency-key-reused");
        }
        assertThat(api.get(admin, DAY).at("/version").intValue()).isEqualTo(1);
        assertThat(api.get(admin, DAY.replace("017", "018")).status()).isEqualTo(404);
    }

    @Test
    void replaysRefusalsOfTheRequestToo() {
        var first = send("key", "{}");
        assertThat(first.status()).isEqualTo(400);
        assertThat(send("key", "{}").text()).isEqualTo(first.text());
        assertThat(send("key", "{}").header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void keepsNoRefusalOfAToken() {
        var useless = api.token(TokenScope.KPI_READ);
        var headers = Map.of("Idempotency-Key", "key");
        assertThat(api.put(useless, DAY, EMPTY_DAY, headers).status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from api_idempotency").query(Integer.class).single())
                .isZero();
    }

    @Test
    void letsEachTokenHaveItsOwnKeys() {
        assertThat(send("key", EMPTY_DAY).status()).isEqualTo(200);
        var other = api.token(TokenScope.SCHEDULE_WRITE);
        var answer =
                api.put(
                        other,
                        DAY.replace("017", "018"),
                        EMPTY_DAY,
                        Map.of("Idempotency-Key", "key"));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void forgetsAKeyAfterADay() {
        assertThat(send("key", EMPTY_DAY).at("/version").intValue()).isEqualTo(1);
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(send("key", EMPTY_DAY).at("/version").intValue()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(send("key", EMPTY_DAY).at("/version").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void refusesKeysWithoutSense(int length) {
        var answer = send("k".repeat(length), EMPTY_DAY);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail").stringValue())
                .isEqualTo("An Idempotency-Key has 1 to 255 characters.");
    }

    private ApiClient.Answer send(String key, String body) {
        return api.put(admin, DAY, body, Map.of("Idempotency-Key", key));
    }
}
