package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KpiFactsApiTests extends ApiFixture {

    private static final String FACTS = "/api/v1/kpi-facts";

    private static String call(String id, String agent) {
        return quoted(
                "{'id': '%s', 'source': '/pbx', 'version': 1, 'agent': '%s', 'at': '2026-03-02T06:58:11.250Z', 'kind': 'CALL', 'durationSeconds': 240}"
                        .formatted(id, agent));
    }

    @Test
    void takesFactsAndAnswersWithWhatBecameOfEach() {
        var kpi = api.token(TokenScope.KPI_WRITE);
        var answer =
                api.post(
                        kpi,
                        FACTS,
                        "["
                                + String.join(
                                        ",",
                                        call("f1", "agent-017"),
                                        call("f1", "agent-017"),
                                        call("f2", "nobody"),
                                        "17",
                                        quoted("{'id': 'f3', 'source': '/pbx'}"))
                                + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/accepted").intValue()).isEqualTo(1);
        assertThat(answer.at("/duplicates").intValue()).isEqualTo(1);
        assertThat(answer.at("/rejected").intValue()).isEqualTo(3);
        assertThat(answer.at("/results/0").toString())
                .isEqualTo(quoted("{'id':'f1','outcome':'ACCEPTED'}"));
        assertThat(answer.at("/results/2/problem/code").stringValue()).isEqualTo("unknown-agent");
        assertThat(answer.at("/results/2/problem/errors/0/pointer").stringValue())
                .isEqualTo("/agent");
        assertThat(answer.at("/results/3/id").isNull()).isTrue();
        assertThat(answer.at("/results/4/id").stringValue()).isEqualTo("f3");
        assertThat(answer.at("/results/4/problem/code").stringValue()).isEqualTo("bad-event");
        assertThat(answer.at("/results/4/problem/errors").size()).isEqualTo(3);
    }

    @Test
    void refusesMoreThanAThousandAndWhatIsNoList() {
        var many =
                IntStream.rangeClosed(0, 1000)
                        .mapToObj(i -> call("f" + i, "agent-017"))
                        .collect(Collectors.joining(",", "[", "]"));
        assertThat(api.post(admin, FACTS, many).status()).isEqualTo(400);
        assertThat(api.post(admin, FACTS, "17").status()).isEqualTo(400);
        assertThat(api.post(admin, FACTS, "[]").at("/accepted").intValue()).isZero();
        assertThat(api.post(admin, FACTS, call("f1", "agent-017")).at("/accepted").intValue())
                .isEqualTo(1);
    }

    @Test
    void hasNoWayToAnybodysFacts() {
        api.post(admin, FACTS, call("f1", "agent-017"));
        assertThat(api.get(admin, FACTS).status()).isEqualTo(405);
        assertThat(api.get(admin, "/api/v1/agents/agent-017/performance").status()).isEqualTo(404);
    }
}
