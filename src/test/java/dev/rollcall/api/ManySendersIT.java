package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two hundred writes, each sent by 32 at once with the same key, and by one more with another
/// body: what [IdempotencyTests] shows of a few, of many.
@Tag("faults")
class ManySendersIT extends ApiFixture {

    private static final String DAY = "/api/v1/agents/agent-017/schedule/2026-03-02";
    private static final int AT_ONCE = 32;
    private static final int KEYS = 200;

    @Autowired private JdbcClient jdbc;

    @Test
    void eachKeyHasOneEffectHoweverManySendIt() throws Exception {
        int carriedOut = 0;
        int refused = 0;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE + 1)) {
            for (int key = 1; key <= KEYS; key++) {
                var name = "key-" + key;
                var body = "{\"activities\":[],\"note\":\"%d\"}".formatted(key);
                var start = new CyclicBarrier(AT_ONCE);
                var senders = new ArrayList<Callable<ApiClient.Answer>>();
                for (int sender = 0; sender < AT_ONCE; sender++) {
                    senders.add(() -> {
                        start.await();
                        return send(name, body);
                    });
                }
                var texts = new ArrayList<String>();
                for (var answer : threads.invokeAll(senders)) {
                    var got = answer.get();
                    // Who comes while the first is at work may be asked to come again.
                    assertThat(got.status()).isIn(200, 409);
                    if (got.status() == 200) {
                        texts.add(got.text());
                        carriedOut += got.header("Idempotency-Replayed") == null ? 1 : 0;
                    }
                }
                assertThat(texts).isNotEmpty().containsOnly(texts.getFirst());
                assertThat(send(name, body).text()).isEqualTo(texts.getFirst());
                refused += send(name, "{\"activities\":[]}").status() == 422 ? 1 : 0;
            }
        }

        assertThat(carriedOut).isEqualTo(KEYS);
        assertThat(refused).isEqualTo(KEYS);
        assertThat(jdbc.sql("select count(*) from day_plan").query(Integer.class).single())
                .isEqualTo(KEYS);
    }

    private ApiClient.Answer send(String key, String body) {
        return api.put(admin, DAY, body, Map.of("Idempotency-Key", key));
    }
}
