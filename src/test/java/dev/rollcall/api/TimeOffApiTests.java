package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/// Time off as a system of records sees it. Today is 2 March 2026.
class TimeOffApiTests extends ApiFixture {

    private static final String REQUESTS = "/api/v1/time-off-requests";
    private static final String WEEK =
            "{'agent':'agent-017','type':'SPECIAL_LEAVE','from':'2026-03-16','to':'2026-03-18'}";

    private String schedule = "";

    @BeforeEach
    void token() {
        schedule = api.token(TokenScope.SCHEDULE_READ, TokenScope.SCHEDULE_WRITE);
    }

    private ApiClient.Answer post(String path, String form) {
        return api.post(schedule, REQUESTS + path, quoted(form));
    }

    @Test
    void isAskedForListedAndApproved() {
        var asked = post("", WEEK);

        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        long id = asked.at("/id").longValue();
        assertThat(asked.text())
                .isEqualTo(
                        quoted(
                                "{'id':"
                                        + id
                                        + ",'agent':'agent-017','type':'SPECIAL_LEAVE',"
                                        + "'from':'2026-03-16','to':'2026-03-18','start':null,"
                                        + "'end':null,'amount':3.00,'note':null,'progress':'ASKED',"
                                        + "'askedBy':'Test','askedAt':'2026-03-02T08:00:00Z',"
                                        + "'decidedBy':null,'decidedAt':null,'byRule':false,"
                                        + "'answer':null,'findings':[{'kind':'NO_RULE',"
                                        + "'against':true,'values':[]}],'version':1}"));
        assertThat(api.get(schedule, REQUESTS + "/" + id).text()).isEqualTo(asked.text());
        assertThat(list("?progress=ASKED&from=2026-03-18&to=2026-03-20")).isEqualTo(1);
        assertThat(list("?from=2026-03-19")).isZero();
        assertThat(list("?unit=berlin")).isEqualTo(1);

        var approved = post("/" + id + "/approve", "{}");

        assertThat(approved.at("/progress").stringValue()).isEqualTo("APPROVED");
        var plan = api.get(schedule, "/api/v1/agents/agent-017/schedule/2026-03-16");
        assertThat(plan.at("/activities/0/activity").stringValue()).isEqualTo("TIME_OFF");
        assertThat(post("/" + id + "/approve", "{}").status()).isEqualTo(409);

        var cancelled = post("/" + id + "/cancel", "{'answer':'Called back'}");

        assertThat(cancelled.at("/progress").stringValue()).isEqualTo("CANCELLED");
        plan = api.get(schedule, "/api/v1/agents/agent-017/schedule/2026-03-16");
        assertThat(plan.at("/activities").size()).isZero();
    }

    private int list(String query) {
        return api.get(schedule, REQUESTS + query).at("/items").size();
    }

    @Test
    void saysWhatIsWrongWithIt() {
        assertThat(post("", "{}").at("/errors").size()).isEqualTo(4);
        var bad =
                post(
                        "",
                        "{'agent':'agent-017','type':'NONE','from':'2026-03-18',"
                                + "'to':'2026-03-16'}");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.at("/errors").toString()).contains("/type").contains("/to");
        var part =
                post(
                        "",
                        "{'agent':'agent-017','type':'SPECIAL_LEAVE','from':'2026-03-16',"
                                + "'to':'2026-03-16','start':'noon','end':'13:00'}");
        assertThat(part.at("/errors/0/pointer").stringValue()).isEqualTo("/start");
    }

    @Test
    void keepsWhatSomebodySaidForWhoeverDecides() {
        long id =
                post(
                                "",
                                "{'agent':'agent-017','type':'SPECIAL_LEAVE','from':'2026-03-16',"
                                        + "'to':'2026-03-16','note':'My wedding'}")
                        .at("/id")
                        .longValue();
        var reader = api.token(TokenScope.SCHEDULE_READ);

        assertThat(api.get(schedule, REQUESTS + "/" + id).text()).contains("My wedding");
        assertThat(api.get(reader, REQUESTS + "/" + id).text())
                .contains("\"note\":null")
                .doesNotContain("wedding");
        assertThat(api.get(reader, REQUESTS).text())
                .contains("\"note\":null")
                .doesNotContain("wedding");
    }

    @Test
    void isAskedForOnceHoweverOftenItIsSent() {
        var key = Map.of("Idempotency-Key", "leave-1");
        var first = api.post(schedule, REQUESTS, quoted(WEEK), key);
        var second = api.post(schedule, REQUESTS, quoted(WEEK), key);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(list("")).isEqualTo(1);
    }

    @Test
    void isDecidedInTheVersionThatWasSeen() {
        long id = post("", WEEK).at("/id").longValue();

        var stale =
                api.post(
                        schedule,
                        REQUESTS + "/" + id + "/decline",
                        quoted("{'answer':'No'}"),
                        Map.of(HttpHeaders.IF_MATCH, "\"7\""));

        assertThat(stale.status()).isIn(409, 412);
        assertThat(post("/" + id + "/decline", "{}").status()).isEqualTo(400);
        assertThat(
                        post("/" + id + "/decline", "{'answer':'Inventory'}")
                                .at("/answer")
                                .stringValue())
                .isEqualTo("Inventory");
    }

    @Test
    void isNotThereForOtherUnits() {
        long id = post("", WEEK).at("/id").longValue();
        var elsewhere = api.tokenFor("lisbon", TokenScope.SCHEDULE_READ, TokenScope.SCHEDULE_WRITE);

        assertThat(api.get(elsewhere, REQUESTS + "/" + id).status()).isEqualTo(404);
        assertThat(api.post(elsewhere, REQUESTS, quoted(WEEK)).status()).isEqualTo(404);
    }
}
