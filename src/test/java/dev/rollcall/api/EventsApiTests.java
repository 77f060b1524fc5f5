package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class EventsApiTests extends ApiFixture {

    private static final String PRESENCE = "/api/v1/presence-events";
    private static final String WORK = "/api/v1/work-events";

    @Test
    void takesAnEventAndAnswersWithWhatBecameOfIt() {
        var answer = api.post(admin, PRESENCE, "[" + status("e1", "agent-017", "AVAILABLE") + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        quoted(
                                "{'accepted':1,'duplicates':0,'rejected':0,'results':[{'id':'e1','outcome':'ACCEPTED'}]}"));
        assertThat(api.get(admin, "/api/v1/agents/agent-017/status").text())
                .isEqualTo(
                        quoted(
                                "{'status':'AVAILABLE','reason':null,'since':'2026-03-02T06:58:11.250Z','next':null,'source':'/pbx'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/cloudevents+json",
                "application/cloudevents-batch+json",
                "application/cloudevents+json; charset=utf-8"
            })
    void takesOneEventOrManyInEveryFormOfCloudEvents(String type) {
        var headers = Map.of(HttpHeaders.CONTENT_TYPE, type);
        var one = api.post(admin, PRESENCE, status("e1", "agent-017", "AVAILABLE"), headers);
        assertThat(one.at("/accepted").intValue()).as(one.toString()).isEqualTo(1);
        var many =
                api.post(
                        admin,
                        PRESENCE,
                        "["
                                + status("e1", "agent-017", "AVAILABLE")
                                + ","
                                + status("e2", "agent-017", "AWAY")
                                + "]",
                        headers);
        assertThat(many.at("/duplicates").intValue()).isEqualTo(1);
        assertThat(many.at("/accepted").intValue()).isEqualTo(1);
    }

    @Test
    void letsNoBadEventHarmItsNeighbours() {
        var answer =
                api.post(
                        admin,
                        PRESENCE,
                        "["
                                + String.join(
                                        ",",
                                        status("e1", "agent-017", "AVAILABLE"),
                                        status("e2", "nobody", "AVAILABLE"),
                                        status("e3", "agent-017", "DREAMING"),
                                        status("e4", "agent-017", "AWAY")
                                                .replace("2026-03-02T06", "2026-03-02T09"),
                                        "17",
                                        status("e5", "agent-018", "AVAILABLE"),
                                        status("e1", "agent-017", "AVAILABLE"))
                                + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/accepted").intValue()).isEqualTo(2);
        assertThat(answer.at("/duplicates").intValue()).isEqualTo(1);
        assertThat(answer.at("/rejected").intValue()).isEqualTo(4);
        assertThat(answer.at("/results/1/problem/code").stringValue()).isEqualTo("unknown-agent");
        assertThat(answer.at("/results/1/problem/type").stringValue())
                .isEqualTo("urn:rollcall:problem:unknown-agent");
        assertThat(answer.at("/results/2/problem/code").stringValue()).isEqualTo("bad-event");
        assertThat(answer.at("/results/2/problem/errors/0/pointer").stringValue())
                .isEqualTo("/data/status");
        assertThat(answer.at("/results/3/problem/code").stringValue()).isEqualTo("clock-skew");
        assertThat(answer.at("/results/4/id").isNull()).isTrue();
        assertThat(answer.at("/results/6/outcome").stringValue()).isEqualTo("DUPLICATE");
    }

    @Test
    void keepsWhatItRejectsForTheAdminWhoCanTryItAgain() {
        api.post(admin, PRESENCE, status("e1", "newcomer", "AVAILABLE"));
        api.post(admin, PRESENCE, "[{'id': 'e2', 'ünknown': '<b>'}]".replace('\'', '"'));
        var inbox = api.get(admin, "/api/v1/rejected-events");
        assertThat(inbox.at("/items").size()).as(inbox.toString()).isEqualTo(2);
        assertThat(inbox.at("/items/1/event").stringValue()).contains("\"e2\"", "ünknown", "<b>");

        var id = inbox.at("/items/0/id").asString();
        var replay = "/api/v1/rejected-events/" + id + "/replay";
        assertThat(api.post(admin, replay, "").at("/outcome").stringValue()).isEqualTo("REJECTED");
        hire("newcomer", "New Comer", "berlin");
        assertThat(api.post(admin, replay, "").at("/outcome").stringValue()).isEqualTo("ACCEPTED");
        assertThat(api.get(admin, "/api/v1/rejected-events").at("/items").size()).isEqualTo(1);
        assertThat(api.post(admin, "/api/v1/rejected-events/999999/replay", "").status())
                .isEqualTo(404);
    }

    @Test
    void pagesThroughTheInbox() {
        for (int i = 0; i < 5; i++) {
            api.post(admin, PRESENCE, status("e" + i, "nobody-" + i, "AVAILABLE"));
        }
        var first = api.get(admin, "/api/v1/rejected-events?limit=2");
        assertThat(first.at("/items").size()).isEqualTo(2);
        assertThat(first.header(HttpHeaders.LINK)).contains("rel=\"next\"", "limit=2");
        var second =
                api.get(
                        admin,
                        "/api/v1/rejected-events?limit=2&after=" + first.at("/next").stringValue());
        assertThat(second.at("/items/0/eventId").stringValue()).isEqualTo("e2");
    }

    @Test
    void takesAThousandEventsAndNotOneMore() {
        assertThat(api.post(admin, PRESENCE, many(1000)).at("/accepted").intValue())
                .isEqualTo(1000);
        var answer = api.post(admin, PRESENCE, many(1001));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail").stringValue())
                .isEqualTo(
                        "One request has at most 1000 events, not 1001. Send them in several"
                                + " requests.");
    }

    @Test
    void takesAnEmptyArray() {
        assertThat(api.post(admin, PRESENCE, "[]").text())
                .isEqualTo(quoted("{'accepted':0,'duplicates':0,'rejected':0,'results':[]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/v1/presence-events | dev.rollcall.work.started     | Events of the type dev.rollcall.work.started go to /api/v1/work-events.
                    /api/v1/work-events     | dev.rollcall.presence.changed | Events of the type dev.rollcall.presence.changed go to /api/v1/presence-events.
                    """)
    void sendsEventsOfTheOtherKindToTheirAddress(String path, String type, String sentence) {
        var event =
                status("e1", "agent-017", "AVAILABLE")
                        .replace("dev.rollcall.presence.changed", type);
        var answer = api.post(admin, path, event);
        assertThat(answer.at("/results/0/problem/detail").stringValue()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {PRESENCE, WORK})
    void takesHeartbeatsAtBothAddresses(String path) {
        var answer =
                api.post(
                        admin,
                        path,
                        quoted(
                                "{'specversion': '1.0', 'id': 'h1', 'source': '/pbx', 'type': 'dev.rollcall.heartbeat', 'time': '2026-03-02T07:59:59Z', 'data': {'intervalSeconds': 30}}"));
        assertThat(answer.at("/accepted").intValue()).as(answer.toString()).isEqualTo(1);
    }

    @Test
    void makesPeopleActiveWhileTheyWork() {
        api.post(admin, PRESENCE, status("e1", "agent-017", "AVAILABLE"));
        api.post(admin, WORK, work("w1", "started", "07:10:00"));
        assertThat(statusOf("agent-017")).isEqualTo("ACTIVE");
        api.post(admin, WORK, work("w2", "ended", "07:15:00"));
        assertThat(statusOf("agent-017")).isEqualTo("AVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAYER",
                "prayer",
                "Übergabe mit Kaffee ☕",
                "A reason of a hundred characters, as long as a reason may be before it is a note about it, or story."
            })
    void keepsReasonsNobodyListedAsTheyCome(String reason) {
        var event =
                status("e1", "agent-017", "UNAVAILABLE")
                        .replace("\"reason\":null", "\"reason\":\"" + reason + "\"");
        assertThat(api.post(admin, PRESENCE, event).at("/accepted").intValue()).isEqualTo(1);
        assertThat(api.get(admin, "/api/v1/agents/agent-017/status").at("/reason").stringValue())
                .isEqualTo(reason);
        assertThat(
                        api.get(admin, "/api/v1/agents/agent-017/timeline?date=2026-03-02")
                                .at("/presence/0/presence")
                                .stringValue())
                .isEqualTo("UNAVAILABLE/" + reason);
        var setByHand =
                put(
                        "/api/v1/agents/agent-018/status",
                        "{'status': 'UNAVAILABLE', 'reason': '%s'}".formatted(reason));
        assertThat(setByHand.at("/reason").stringValue()).isEqualTo(reason);
    }

    @Test
    void keepsTheNotesOfManyEventsSentTogether() {
        var noted =
                "{'specversion':'1.0','id':'noted-%1$d','source':'/pbx','type':'dev.rollcall.presence.changed','subject':'agent-017','time':'2026-03-02T06:0%1$d:00Z','data':{'status':'UNAVAILABLE','reason':'OTHER','note':'Note %1$d'}}";
        var three =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(noted::formatted)
                        .collect(Collectors.joining(",", "[", "]"));

        var answer = api.post(admin, "/api/v1/presence-events", quoted(three));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("/accepted").intValue()).isEqualTo(3);
    }

    @Test
    void setsAStatusNow() {
        var answer =
                put(
                        "/api/v1/agents/agent-017/status",
                        "{'status': 'UNAVAILABLE', 'reason': 'BREAK', 'note': null}");
        assertThat(answer.at("/status").stringValue()).isEqualTo("UNAVAILABLE");
        assertThat(answer.at("/since").stringValue()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(answer.propertyNames())
                .containsExactly("status", "reason", "since", "next", "source");
    }

    @Test
    void tellsWhenSomebodyMeansToBeBack() {
        var answer =
                put(
                        "/api/v1/agents/agent-017/status",
                        "{'status': 'UNAVAILABLE', 'reason': 'LUNCH', 'expectedReturn': '2026-03-02T08:30:00Z'}");
        assertThat(answer.at("/expectedReturn").stringValue()).isEqualTo("2026-03-02T08:30:00Z");

        var back = put("/api/v1/agents/agent-017/status", "{'status': 'AVAILABLE'}");
        assertThat(back.propertyNames()).doesNotContain("expectedReturn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'status': 'UNAVAILABLE'}                   | /reason
                    {'status': 'AVAILABLE', 'expectedReturn': '2026-03-02T08:30:00Z'} | /expectedReturn
                    {'status': 'UNAVAILABLE', 'reason': 'LUNCH', 'expectedReturn': '2026-03-02T07:30:00Z'} | /expectedReturn
                    {'status': 'DREAMING'}                      | /status
                    {'reason': 'BREAK'}                         | /status
                    {'status': 'UNKNOWN'}                       | /status
                    {'status': ['AWAY']}                        | /status
                    """)
    void namesWhatIsWrongWithAStatus(String body, String pointer) {
        var answer = api.put(admin, "/api/v1/agents/agent-017/status", quoted(body));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void saysAwayOfPeopleNobodySpokeFor() {
        assertThat(api.get(admin, "/api/v1/agents/agent-018/status").text())
                .isEqualTo(
                        quoted(
                                "{'status':'AWAY','reason':null,'since':null,'next':null,'source':null}"));
    }

    @Test
    void letsAFeedSpeakOnlyForPeopleOfItsUnits() {
        var feed = api.tokenFor("lisbon", TokenScope.PRESENCE_WRITE);
        var answer =
                api.post(
                        feed,
                        PRESENCE,
                        "["
                                + status("e1", "agent-017", "AVAILABLE")
                                + ","
                                + status("e2", "agent-030", "AVAILABLE")
                                + "]");
        assertThat(answer.at("/results/0/problem/code").stringValue()).isEqualTo("unknown-agent");
        assertThat(answer.at("/results/1/outcome").stringValue()).isEqualTo("ACCEPTED");
        assertThat(
                        api.put(
                                        feed,
                                        "/api/v1/agents/agent-017/status",
                                        quoted("{'status': 'AWAY'}"))
                                .status())
                .isEqualTo(404);
    }

    private String statusOf(String agent) {
        return api.get(admin, "/api/v1/agents/" + agent + "/status").at("/status").stringValue();
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> status("e" + i, "agent-017", i % 2 == 0 ? "AVAILABLE" : "AWAY"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String status(String id, String subject, String status) {
        return quoted(
                        "{'specversion':'1.0','id':'%s','source':'/pbx','type':'dev.rollcall.presence.changed','subject':'%s','time':'2026-03-02T06:58:11.250Z','data':{'status':'%s','reason':null,'note':null}}")
                .formatted(id, subject, status);
    }

    private static String work(String id, String what, String time) {
        return quoted(
                        "{'specversion':'1.0','id':'%s','source':'/pbx','type':'dev.rollcall.work.%s','subject':'agent-017','time':'2026-03-02T%sZ','data':{'workItem':'call-1','channel':'CALL','group':'billing-l1'}}")
                .formatted(id, what, time);
    }
}
