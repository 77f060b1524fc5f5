package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import org.junit.jupiter.api.Test;

class SurveyResponsesApiTests extends ApiFixture {

    private static final String RESPONSES = "/api/v1/survey-responses";

    private static String answer(String id, String agent, String more) {
        return quoted(
                "{'id': '%s', 'source': '/survey', 'agent': '%s', 'answeredAt': '2026-03-02T06:58:11Z'%s}"
                        .formatted(id, agent, more));
    }

    @Test
    void takesAnswersAndSaysWhatBecameOfEach() {
        var token = api.token(TokenScope.SURVEYS_WRITE);
        var answer =
                api.post(
                        token,
                        RESPONSES,
                        "["
                                + String.join(
                                        ",",
                                        answer(
                                                "s1",
                                                "agent-017",
                                                ", 'kind': 'NPS', 'score': 9, 'tags': ['tone'], 'comment': 'Two\\nlines'"),
                                        answer("s1", "agent-017", ", 'kind': 'NPS', 'score': 9"),
                                        answer("s2", "nobody", ", 'kind': 'CSAT', 'score': 5"),
                                        answer("s3", "agent-017", ", 'kind': 'CSAT', 'score': 0"),
                                        answer("s4", "agent-017", ", 'kind': 'MOOD', 'score': 1"),
                                        "17")
                                + "]");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("/accepted").intValue()).isEqualTo(1);
        assertThat(answer.at("/duplicates").intValue()).isEqualTo(1);
        assertThat(answer.at("/rejected").intValue()).isEqualTo(4);
        assertThat(answer.at("/results/2/problem/code").stringValue()).isEqualTo("unknown-agent");
        assertThat(answer.at("/results/3/problem/errors/0/pointer").stringValue())
                .isEqualTo("/score");
        assertThat(answer.at("/results/4/problem/errors/0/pointer").stringValue())
                .isEqualTo("/kind");
        assertThat(api.post(token, RESPONSES, "17").status()).isEqualTo(400);
    }

    @Test
    void asksForItsScope() {
        var other = api.token(TokenScope.QUALITY_WRITE);
        assertThat(api.post(other, RESPONSES, "[]").status()).isEqualTo(403);
    }
}
