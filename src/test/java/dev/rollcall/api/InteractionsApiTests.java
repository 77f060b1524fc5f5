package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InteractionsApiTests extends ApiFixture {

    private static final String INTERACTIONS = "/api/v1/interactions";

    private static String call(String id, String agent, String more) {
        return quoted(
                "{'id': '%s', 'source': '/pbx', 'agent': '%s', 'channel': 'CALL', 'startedAt': '2026-03-02T06:58:11.250Z'%s}"
                        .formatted(id, agent, more));
    }

    @Test
    void takesInteractionsAndAnswersWithWhatBecameOfEach() {
        var token = api.token(TokenScope.QUALITY_WRITE);
        var answer =
                api.post(
                        token,
                        INTERACTIONS,
                        "["
                                + String.join(
                                        ",",
                                        call(
                                                "c1",
                                                "agent-017",
                                                ", 'transferredTo': ['l2'], 'version': 1"),
                                        call("c1", "agent-017", ""),
                                        call("c2", "nobody", ""),
                                        "17",
                                        call(
                                                "c3",
                                                "agent-017",
                                                ", 'link': 'http://x.example', 'zone': 'Mars'"))
                                + "]");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("/accepted").intValue()).isEqualTo(1);
        assertThat(answer.at("/duplicates").intValue()).isEqualTo(1);
        assertThat(answer.at("/rejected").intValue()).isEqualTo(3);
        assertThat(answer.at("/results/0").toString())
                .isEqualTo(quoted("{'id':'c1','outcome':'ACCEPTED'}"));
        assertThat(answer.at("/results/2/problem/code").stringValue()).isEqualTo("unknown-agent");
        assertThat(answer.at("/results/2/problem/errors/0/pointer").stringValue())
                .isEqualTo("/agent");
        assertThat(answer.at("/results/4/problem/errors/0/pointer").stringValue())
                .isEqualTo("/zone");
        assertThat(answer.at("/results/4/problem/errors/1/pointer").stringValue())
                .isEqualTo("/link");
    }

    @Test
    void refusesMoreThanAThousandAndWhatIsNoList() {
        var many =
                IntStream.rangeClosed(0, 1000)
                        .mapToObj(i -> call("c" + i, "agent-017", ""))
                        .collect(Collectors.joining(",", "[", "]"));
        assertThat(api.post(admin, INTERACTIONS, many).status()).isEqualTo(400);
        assertThat(api.post(admin, INTERACTIONS, "17").status()).isEqualTo(400);
        assertThat(api.post(admin, INTERACTIONS, "[]").at("/accepted").intValue()).isZero();
    }

    @Test
    void listsNothingOfWhatWasNotPublished() {
        api.post(admin, INTERACTIONS, call("c1", "agent-017", ""));
        var reader = api.token(TokenScope.QUALITY_READ);
        var list = api.get(reader, "/api/v1/evaluations?agent=agent-017");
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        assertThat(list.at("/items").size()).isZero();
        assertThat(api.get(reader, "/api/v1/evaluations?agent=nobody").status()).isEqualTo(404);
        assertThat(api.get(reader, "/api/v1/evaluations?limit=0").status()).isEqualTo(400);
        assertThat(api.post(reader, INTERACTIONS, "[]").status()).isEqualTo(403);
    }
}
