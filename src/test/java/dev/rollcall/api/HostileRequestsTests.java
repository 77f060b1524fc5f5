package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whatever is sent, the answer is the sender's fault or none, and says what to do.
class HostileRequestsTests extends ApiFixture {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LONG = "x".repeat(70_000);

    private static final Map<String, String> BODIES =
            Map.of(
                    "PUT /units/lisbon",
                    "{'name':'Porto','zone':'Europe/Lisbon','parent':null,'workingDays':['MONDAY']}",
                    "PUT /groups/billing-l1",
                    "{'name':'Chat','unit':'berlin','department':'','channel':'CHAT'}",
                    "PUT /agents/agent-017",
                    "{'name':'Kim','email':'kim@example.com','unit':'berlin','mayWorkIn':['lisbon'],'groups':['billing-l1'],'zone':'UTC','tracked':true}",
                    "PUT /activities/STOCK",
                    "{'name':'Stocktaking','category':'AUXILIARY','colour':'moss','paid':false}",
                    "PUT /agents/agent-017/status",
                    "{'status':'UNAVAILABLE','reason':'BREAK','note':'x'}",
                    "PUT /agents/agent-017/schedule/2026-03-02",
                    "{'activities':[{'activity':'WORK','start':'2026-03-02T07:00:00Z','end':'2026-03-02T08:00:00Z'}],'note':'x'}",
                    "PUT /settings/adherence",
                    "{'mapping':[{'activity':'WORK','presence':'AWAY','verdict':'OUT'}],'unmapped':'OUT','unscheduled':'IGNORE','grace':{'default':{'model':'BOUNDARY','startBefore':1,'startAfter':1,'endBefore':1,'endAfter':1},'activities':{'LUNCH':{'model':'ALARM_ONLY','seconds':60}}},'workingPresences':['ACTIVE'],'severeSeconds':900,'targetPercent':90,'effectiveFrom':'2026-03-02'}",
                    "POST /presence-events",
                    "[{'specversion':'1.0','id':'e','source':'/pbx','type':'dev.rollcall.presence.changed','subject':'agent-017','time':'2026-03-02T06:58:11.250Z','sequence':1,'data':{'status':'UNAVAILABLE','reason':'BREAK','note':'x'}},{'specversion':'1.0','id':'h','source':'/pbx','type':'dev.rollcall.heartbeat','time':'2026-03-02T07:00:00Z','data':{'intervalSeconds':30}}]",
                    "POST /work-events",
                    "{'specversion':'1.0','id':'w','source':'/pbx','type':'dev.rollcall.work.started','subject':'agent-017','time':'2026-03-02T06:58:11.250Z','sequence':1,'data':{'workItem':'c','channel':'CALL','group':'g'}}",
                    "POST /adherence/calculations",
                    "{'zone':'UTC','period':{'from':'2026-03-02T08:00:00Z','to':'2026-03-02T16:00:00Z'},'asOf':'2026-03-02T16:00:00Z','activities':{'STOCK':'AUXILIARY'},'schedule':[{'activity':'STOCK','start':'2026-03-02T08:00:00Z','end':'2026-03-02T16:00:00Z'}],'initialPresence':'AVAILABLE','events':[{'at':'2026-03-02T12:00:00Z','presence':'AWAY'}],'workingPresences':['ACTIVE'],'mapping':[{'activity':'*','presence':'*','verdict':'OUT'}],'unmapped':'NEUTRAL','unscheduled':'EXCEPTION','grace':{'default':{'model':'MINIMUM_EXCEPTION','seconds':120},'activities':{'STOCK':{'model':'BOUNDARY','startBefore':1,'startAfter':1,'endBefore':1,'endAfter':1}}},'excuses':[{'start':'2026-03-02T12:35:00Z','end':'2026-03-02T12:45:00Z','reason':'x'}]}");

    /// Values of every type, and of each type those that break programs.
    private static final List<JsonNode> VALUES =
            List.of(
                    NODES.nullNode(),
                    NODES.booleanNode(true),
                    NODES.numberNode(-1),
                    NODES.numberNode(0.5),
                    NODES.numberNode(Long.MAX_VALUE),
                    NODES.numberNode(Long.MIN_VALUE),
                    NODES.numberNode(new java.math.BigDecimal("1e400")),
                    NODES.numberNode(new java.math.BigDecimal("1e-400")),
                    NODES.stringNode(""),
                    NODES.stringNode(" "),
                    NODES.stringNode("\u0000"),
                    NODES.stringNode("a\r\nb"),
                    NODES.stringNode("\ud83e\udd8a"),
                    NODES.stringNode("\ud83e"),
                    NODES.stringNode("'; drop table agent; --"),
                    NODES.stringNode("%s{0}${x}"),
                    NODES.stringNode(LONG),
                    NODES.stringNode("+999999999-12-31T23:59:59.999999999-18:00"),
                    NODES.stringNode("0000-01-01T00:00:00Z"),
                    NODES.stringNode("9999-12-31T23:59:59Z"),
                    NODES.stringNode("+999999999-12-31"),
                    NODES.stringNode("9999-12-31"),
                    NODES.stringNode("*"),
                    NODES.stringNode("/"),
                    NODES.stringNode("UNKNOWN"),
                    NODES.stringNode("TEAM"),
                    NODES.arrayNode(),
                    NODES.arrayNode().add(NODES.nullNode()),
                    NODES.arrayNode().add(NODES.arrayNode()),
                    NODES.objectNode(),
                    NODES.objectNode().set("", NODES.objectNode()),
                    NODES.objectNode().put("\u0000/~", "x"));

    @Test
    void blamesTheSenderForAnyValueInAnyField() {
        var failures = new ArrayList<String>();
        BODIES.forEach((request, json) -> {
            var body = JSON.readTree(quoted(json));
            for (var pointer : pointers(body)) {
                for (var value : VALUES) {
                    var broken = with(body, pointer, value);
                    var answer = send(request, broken.toString());
                    check(
                            request + " " + pointer + " " + shown(value.toString()),
                            answer,
                            failures);
                }
            }
        });
        assertThat(failures).isEmpty();
    }

    /// Several bad values at once, in combinations nobody thought of. The seed makes it repeatable.
    @Test
    void blamesTheSenderForManyBadValuesAtOnce() {
        var random = new Random(20260302);
        var requests = List.copyOf(BODIES.keySet().stream().sorted().toList());
        var failures = new ArrayList<String>();
        for (int round = 0; round < 400; round++) {
            var request = requests.get(random.nextInt(requests.size()));
            var body = JSON.readTree(quoted("" + BODIES.get(request)));
            for (int i = 0; i < 3; i++) {
                var pointers = pointers(body);
                body =
                        with(
                                body,
                                pointers.get(random.nextInt(pointers.size())),
                                VALUES.get(random.nextInt(VALUES.size())));
            }
            check(request + " " + shown(body.toString()), send(request, body.toString()), failures);
        }
        assertThat(failures).isEmpty();
    }

    private static void check(String what, ApiClient.Answer answer, List<String> failures) {
        int status = answer.status();
        boolean fine =
                status == 200
                        || (status == 400
                                && "application/problem+json"
                                        .equals(answer.header(HttpHeaders.CONTENT_TYPE))
                                && !answer.at("/detail").stringValue("").isBlank());
        if (!fine) {
            failures.add(what + " -> " + shown(answer.toString()));
        }
    }

    private ApiClient.Answer send(String request, String body) {
        var parts = request.split(" ");
        return api.send(admin, HttpMethod.valueOf(parts[0]), "/api/v1" + parts[1], body, Map.of());
    }

    private static List<String> pointers(JsonNode node) {
        var found = new ArrayList<String>();
        found.add("");
        if (node instanceof ObjectNode object) {
            object.propertyStream()
                    .forEach(field ->
                            pointers(field.getValue())
                                    .forEach(below ->
                                            found.add(
                                                    "/"
                                                            + field.getKey()
                                                                    .replace("~", "~0")
                                                                    .replace("/", "~1")
                                                            + below)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                for (var below : pointers(array.get(i))) {
                    found.add("/" + i + below);
                }
            }
        }
        return found;
    }

    private static JsonNode with(JsonNode body, String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return value;
        }
        var copy = body.deepCopy();
        int last = pointer.lastIndexOf('/');
        var name = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
        switch (copy.at(pointer.substring(0, last))) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.set(Integer.parseInt(name), value);
            default -> throw new IllegalStateException(pointer);
        }
        return copy;
    }

    private static String shown(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"name": "Kim",            | line 1, column 16
                    {"name": 'Kim'}            | line 1, column 10
                    {"name": "Kim" "unit": 1}  | line 1, column 16
                    {"name": NaN}              | line 1, column 10
                    name=Kim                   | line 1, column 1
                    <agent/>                   | line 1, column 1
                    """)
    void saysWhereJsonBreaks(String body, String place) {
        var answer = api.put(admin, "/api/v1/agents/agent-017", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code").stringValue()).isEqualTo("malformed");
        assertThat(answer.at("/detail").stringValue())
                .startsWith("The body is not valid JSON; look at line 1, column ")
                .contains(place.substring(0, 14));
    }

    @Test
    void survivesNestingWithoutEnd() {
        var deep = "[".repeat(100_000);
        for (var path : new String[] {"/presence-events", "/adherence/calculations"}) {
            assertThat(send("POST " + path, deep).status()).isEqualTo(400);
            assertThat(send("POST " + path, "{\"data\":" + deep).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void asksForABody(String body) {
        BODIES.keySet()
                .forEach(request -> {
                    var answer = send(request, body);
                    assertThat(answer.status()).as(request + answer).isEqualTo(400);
                });
    }

    @Test
    void takesNoMoreThanTenMebibytes() {
        var file = "agent,date,activity,start,end\n" + "x".repeat(50 * 1024 * 1024);
        var answer = api.csv(admin, "/api/v1/schedules/imports?format=csv", file);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(answer.at("/detail").stringValue())
                .isEqualTo("A request has at most 10 MiB. Send less at a time.");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /agents/agent-017, text/plain, 415",
        "PUT, /agents/agent-017, application/xml, 415",
        "PUT, /agents/agent-017, application/json;charset=klingon, 415",
        "PUT, /agents/agent-017, nonsense, 415",
        "POST, /presence-events, text/csv, 415",
        "POST, /schedules/imports, application/json, 415",
        "POST, /schedules/imports, multipart/form-data, 415",
        "GET, /nowhere, application/json, 404",
        "GET, /agents/agent-017/nowhere, application/json, 404",
        "DELETE, /agents/agent-017, application/json, 405",
        "PATCH, /agents/agent-017, application/json, 405",
        "GET, /presence-events, application/json, 405",
        "POST, /units/berlin, application/json, 405"
    })
    void saysWhatAnAddressTakes(String method, String path, String type, int status) {
        var answer =
                api.send(
                        admin,
                        HttpMethod.valueOf(method),
                        "/api/v1" + path,
                        "{}",
                        Map.of(HttpHeaders.CONTENT_TYPE, type));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(answer.propertyNames()).contains("type", "title", "status", "detail");
        assertThat(answer.at("/status").intValue()).isEqualTo(status);
        if (status == 405) {
            assertThat(answer.header(HttpHeaders.ALLOW)).isNotBlank();
        }
    }

    @Test
    void answersInItsOwnFormOnly() {
        var answer =
                api.send(
                        admin,
                        HttpMethod.GET,
                        "/api/v1/units",
                        null,
                        Map.of(HttpHeaders.ACCEPT, "image/png"));
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "%0d%0aSet-Cookie:x=y",
                "%F0%9F%A6%8A",
                "%ff%fe",
                "..%2f..%2fetc%2fpasswd",
                "%2e%2e",
                "a;b=c",
                "a%3bb",
                "a%5cb",
                "%25",
                "%20",
                "'%20or%201=1--",
                "0",
                "-1",
                "null",
                "{externalId}"
            })
    void neverFailsOnAnAddressWithoutSense(String part) {
        var part2 = part.replace("{", "%7B").replace("}", "%7D");
        for (var path :
                new String[] {
                    "GET /units/%s",
                    "GET /groups/%s",
                    "GET /agents/%s",
                    "GET /activities/%s",
                    "GET /agents/%s/status",
                    "GET /agents/%s/timeline",
                    "GET /agents/%s/schedule/2026-03-02",
                    "GET /agents/agent-017/schedule/%s",
                    "GET /agents/agent-017/timeline?date=%s",
                    "GET /adherence?from=%s&to=2026-03-02",
                    "GET /adherence/current?unit=%s",
                    "GET /adherence/current?after=%s",
                    "GET /settings/adherence?unit=%s",
                    "GET /agents?limit=1&after=%s",
                    "GET /agents?limit=1&x=%s",
                    "POST /rejected-events/%s/replay",
                    "PUT /units/%s",
                    "PUT /groups/%s",
                    "PUT /agents/%s",
                    "PUT /activities/%s",
                    "PUT /agents/%s/status",
                    "PUT /agents/agent-017/schedule/%s",
                    "%s"
                }) {
            var request = path.contains(" ") ? path.replace("%s", part2) : "GET /" + part2;
            var answer = send(request, "{}");
            assertThat(answer.status()).as(request + " " + answer).isBetween(200, 499);
            if (answer.status() >= 400) {
                assertThat(answer.header(HttpHeaders.CONTENT_TYPE))
                        .as(request + " " + answer)
                        .isEqualTo("application/problem+json");
            }
        }
    }

    @Test
    void neverFailsOnALongAddress() {
        for (var path : new String[] {"/units/", "/agents/", "/activities/"}) {
            assertThat(send("GET " + path + LONG, "").status()).isEqualTo(404);
            assertThat(send("PUT " + path + LONG, "{}").status()).isEqualTo(400);
        }
    }

    @Test
    void refusesTheEventAfterTheThousandth() {
        var event = BODIES.get("POST /work-events");
        var answer =
                send(
                        "POST /work-events",
                        quoted(
                                "["
                                        + String.join(
                                                ",", java.util.Collections.nCopies(1001, event))
                                        + "]"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail").stringValue())
                .isEqualTo(
                        "One request has at most 1000 events, not 1001. Send them in several"
                                + " requests.");
    }

    @Test
    void tellsNobodyWhatIsBehindIt() {
        var useless = api.token(TokenScope.KPI_READ);
        for (var answer :
                List.of(
                        api.put(admin, "/api/v1/agents/agent-017", "{"),
                        api.get(admin, "/api/v1/nowhere"),
                        api.get(useless, "/api/v1/agents"))) {
            assertThat(answer.text())
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContain("dev.rollcall", "jackson", "springframework", "\tat ");
            assertThat(answer.header(HttpHeaders.SERVER)).isNull();
            assertThat(answer.header(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        }
    }
}
