package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// Units, groups, agents and activities as programs write and read them.
class PeopleApiTests extends ApiFixture {

    private static final Pattern LINK = Pattern.compile("<http://localhost([^>]+)>; rel=\"next\"");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    units/porto      | {'name':'Porto','zone':'Europe/Lisbon','parent':'lisbon'} | {'code':'porto','name':'Porto','zone':'Europe/Lisbon','parent':'lisbon','workingDays':['MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY'],'version':1}
                    groups/chat-l1   | {'name':'Chat','unit':'lisbon','channel':'CHAT'} | {'code':'chat-l1','name':'Chat','unit':'lisbon','department':null,'channel':'CHAT','version':1}
                    agents/agent-099 | {'name':'Kim Ly','email':'kim@example.com','unit':'berlin','mayWorkIn':['lisbon'],'groups':['billing-l1'],'zone':'Europe/Madrid','tracked':true} | {'externalId':'agent-099','name':'Kim Ly','email':'kim@example.com','unit':'berlin','mayWorkIn':['lisbon'],'groups':['billing-l1'],'zone':'Europe/Madrid','tracked':true,'version':1}
                    agents/agent-098 | {'name':'Lee','unit':'berlin'} | {'externalId':'agent-098','name':'Lee','email':null,'unit':'berlin','mayWorkIn':[],'groups':[],'zone':null,'tracked':null,'version':1}
                    activities/STOCK | {'name':'Stocktaking','category':'AUXILIARY','colour':'moss','paid':false} | {'code':'STOCK','name':'Stocktaking','category':'AUXILIARY','colour':'moss','paid':false,'version':1}
                    """)
    void answersWithTheRecordItMadeAndGivesItAgain(String path, String form, String record) {
        var written = put("/api/v1/" + path, form);

        assertThat(written.text()).isEqualTo(quoted(record));
        assertThat(written.header(HttpHeaders.ETAG)).isEqualTo("\"1\"");
        var read = api.get(admin, "/api/v1/" + path);
        assertThat(read.text()).isEqualTo(quoted(record));
        assertThat(read.header(HttpHeaders.ETAG)).isEqualTo("\"1\"");
        var list = api.get(admin, "/api/v1/" + path.replaceFirst("/.*", ""));
        assertThat(list.at("/items").valueStream()).contains(read.json());
        assertThat(list.propertyNames()).containsExactly("items", "next");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    units/porto      | {'zone':'Europe/Lisbon'}                                   | /name
                    units/porto      | {'name':'  ','zone':'Europe/Lisbon'}                       | /name
                    units/porto      | {'name':'Porto'}                                           | /zone
                    units/porto      | {'name':'Porto','zone':'Mars/Olympus'}                     | /zone
                    units/porto      | {'name':'Porto','zone':'Europe/Lisbon','parent':'nowhere'} | /parent
                    units/porto      | {'name':'Porto','zone':'Europe/Lisbon','parent':'porto'}   | /parent
                    units/porto      | {'name':'Porto','zone':'Europe/Lisbon','workingDays':[]}   | /workingDays
                    units/porto      | {'name':'P','zone':'UTC','workingDays':['FUNDAY']}         | /workingDays/0
                    groups/chat      | {'unit':'berlin','channel':'CHAT'}                         | /name
                    groups/chat      | {'name':'Chat','channel':'CHAT'}                           | /unit
                    groups/chat      | {'name':'Chat','unit':'nowhere','channel':'CHAT'}          | /unit
                    groups/chat      | {'name':'Chat','unit':'berlin','channel':'SMOKE'}          | /channel
                    groups/chat      | {'name':'Chat','unit':'berlin','department':'none'}        | /department
                    agents/agent-099 | {'unit':'berlin'}                                          | /name
                    agents/agent-099 | {'name':'Kim'}                                             | /unit
                    agents/agent-099 | {'name':'Kim','unit':'nowhere'}                            | /unit
                    agents/agent-099 | {'name':'Kim','unit':'berlin','email':'kim'}               | /email
                    agents/agent-099 | {'name':'Kim','unit':'berlin','zone':'CEST+1'}             | /zone
                    agents/agent-099 | {'name':'Kim','unit':'berlin','groups':['none']}           | /groups
                    agents/agent-099 | {'name':'Kim','unit':'berlin','mayWorkIn':['none']}        | /mayWorkIn
                    agents/agent-099 | {'name':'Kim','unit':'berlin','groups':[null]}             | /groups/0
                    agents/agent-099 | {'name':'Kim','unit':'berlin','tracked':'yes'}             | /tracked
                    agents/agent-099 | {'name':17,'unit':'berlin'}                                | /name
                    activities/STOCK | {'category':'AUXILIARY'}                                   | /name
                    activities/STOCK | {'name':'Stocktaking'}                                     | /category
                    activities/STOCK | {'name':'Stocktaking','category':'FUN'}                    | /category
                    activities/STOCK | {'name':'S','category':'WORK','colour':'#ff0000'}          | /colour
                    activities/WORK  | {'name':'Work','category':'TIME_OFF'}                      | /category
                    activities/stock | {'name':'Stocktaking','category':'AUXILIARY'}              | /code
                    """)
    void namesTheFieldThatIsWrong(String path, String form, String pointer) {
        var answer = api.put(admin, "/api/v1/" + path, quoted(form));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.header(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(answer.propertyNames())
                .containsExactly("type", "title", "status", "detail", "code", "errors");
        assertThat(answer.at("/type").stringValue())
                .isEqualTo("urn:rollcall:problem:invalid-input");
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/detail").stringValue()).isNotBlank();
    }

    @Test
    void namesEveryFieldThatIsWrongAtOnce() {
        var answer =
                api.put(
                        admin,
                        "/api/v1/agents/agent-099",
                        quoted("{'name':'','email':'x','unit':'none','zone':'none'}"));

        assertThat(answer.at("/errors").valueStream().map(one -> one.path("pointer").stringValue()))
                .containsExactlyInAnyOrder("/name", "/email", "/unit", "/zone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "units/lisbon|{'name':'%s','zone':'Europe/Lisbon'}",
                "groups/billing-l1|{'name':'%s','unit':'berlin'}",
                "agents/agent-017|{'name':'%s','unit':'berlin'}",
                "activities/WORK|{'name':'%s','category':'WORK'}"
            })
    void letsTheSecondOfTwoWhoEditOneRecordKnow(String pathAndForm) {
        var path = "/api/v1/" + pathAndForm.split("\\|")[0];
        var form = quoted(pathAndForm.split("\\|")[1]);
        var seen = Map.of(HttpHeaders.IF_MATCH, eTag(api.get(admin, path)));

        assertThat(api.put(admin, path, form.formatted("First"), seen).status()).isEqualTo(200);
        var second = api.put(admin, path, form.formatted("Second"), seen);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/code").stringValue()).isEqualTo("conflict");
        assertThat(second.at("/detail").stringValue()).containsIgnoringCase("again");
        assertThat(api.get(admin, path).at("/name").stringValue()).isEqualTo("First");
        var now = Map.of(HttpHeaders.IF_MATCH, eTag(api.get(admin, path)));
        assertThat(api.put(admin, path, form.formatted("Second"), now).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    units/lisbon      | {'name':'Other','zone':'Europe/Lisbon'}
                    groups/billing-l1 | {'name':'Other','unit':'berlin'}
                    agents/agent-017  | {'name':'Other','unit':'berlin'}
                    activities/WORK   | {'name':'Other','category':'WORK'}
                    """)
    void overwritesNothingThatIsMeantToBeNew(String path, String form) {
        var fresh = Map.of(HttpHeaders.IF_NONE_MATCH, "*");

        assertThat(api.put(admin, "/api/v1/" + path, quoted(form), fresh).status()).isEqualTo(409);
        assertThat(
                        api.put(
                                        admin,
                                        "/api/v1/" + path.replaceFirst("/.*", "/NEW-1"),
                                        quoted(form),
                                        fresh)
                                .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnIfMatchItNeverGave() {
        for (var tag : new String[] {"\"abc\"", "17x", "\"1\", \"2\"", "", "\"99999999999\""}) {
            var answer =
                    api.put(
                            admin,
                            "/api/v1/agents/agent-017",
                            quoted("{'name':'Kim','unit':'berlin'}"),
                            Map.of(HttpHeaders.IF_MATCH, tag));
            assertThat(answer.status()).as(tag).isEqualTo(400);
            assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo("/If-Match");
        }
    }

    @Test
    void saysOfRecordsThatAreNotThereThatTheyAreNotThere() {
        for (var path : new String[] {"units", "groups", "agents", "activities"}) {
            var answer = api.get(admin, "/api/v1/" + path + "/NOBODY");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header(HttpHeaders.CONTENT_TYPE))
                    .isEqualTo("application/problem+json");
            assertThat(answer.at("/detail").stringValue()).contains("\"NOBODY\"");
        }
    }

    @Test
    void saysTheSameOfWhatIsElsewhereAsOfWhatIsNowhere() {
        var lisbon = api.tokenFor("lisbon", TokenScope.ADMIN);
        for (var path :
                new String[] {
                    "units/berlin", "groups/billing-l1", "agents/agent-017",
                }) {
            var nowhere = path.replaceFirst("/.*", "/" + "x".repeat(path.length()));
            assertThat(api.get(lisbon, "/api/v1/" + path).status()).isEqualTo(404);
            assertThat(api.get(lisbon, "/api/v1/" + path).text())
                    .isEqualTo(
                            api.get(lisbon, "/api/v1/" + nowhere)
                                    .text()
                                    .replace(
                                            nowhere.replaceFirst(".*/", ""),
                                            path.replaceFirst(".*/", "")));
            var list = api.get(lisbon, "/api/v1/" + path.replaceFirst("/.*", ""));
            assertThat(list.text()).doesNotContainIgnoringCase("berlin");
        }
        assertThat(
                        api.put(
                                        lisbon,
                                        "/api/v1/agents/agent-017",
                                        quoted("{'name':'Stolen','unit':'lisbon'}"))
                                .status())
                .isEqualTo(404);
        var hired =
                api.put(lisbon, "/api/v1/agents/agent-031", quoted("{'name':'X','unit':'berlin'}"));
        var unknown =
                api.put(lisbon, "/api/v1/agents/agent-031", quoted("{'name':'X','unit':'nowhe'}"));
        assertThat(hired.status()).isEqualTo(400);
        assertThat(hired.text()).isEqualTo(unknown.text().replace("nowhe", "berlin"));
    }

    @Test
    void givesLongListsInPartsAndMissesNobody() {
        IntStream.range(0, 7).forEach(i -> hire("extra-" + i, "Extra " + i, "berlin"));
        var found = new ArrayList<String>();
        @Nullable String path = "/api/v1/agents?limit=3";
        while (path != null) {
            var page = api.get(admin, path);
            assertThat(page.at("/items").size()).isBetween(1, 3);
            page.at("/items")
                    .valueStream()
                    .map(agent -> agent.path("externalId").stringValue())
                    .forEach(found::add);
            path = next(page);
        }
        assertThat(found).hasSize(10).isSorted().doesNotHaveDuplicates();
    }

    private static @Nullable String next(ApiClient.Answer page) {
        JsonNode cursor = page.at("/next");
        var link = page.header(HttpHeaders.LINK);
        assertThat(cursor.isNull()).isEqualTo(link == null);
        if (link == null) {
            return null;
        }
        var matcher = LINK.matcher(link);
        assertThat(matcher.matches()).as(link).isTrue();
        assertThat(link).contains("after=" + cursor.stringValue());
        return matcher.group(1);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit",
        "limit=501, /limit",
        "limit=-1, /limit",
        "limit=many, /limit",
        "after=%25%25, /after",
        "after=A, /after"
    })
    void refusesPartsThatMakeNoSense(String query, String pointer) {
        for (var path : new String[] {"units", "groups", "agents", "rejected-events"}) {
            var answer = api.get(admin, "/api/v1/" + path + "?" + query);
            assertThat(answer.status()).as(path + " " + answer).isEqualTo(400);
            assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\\\"http://example.com\\\",\\\"x\\\")",
                "<script>alert(1)</script>",
                "Zoë 张伟 🦊 O'Neil \\\\ %s {0}",
                "+49 30 1234",
                "'; drop table agent; --"
            })
    void givesNamesBackAsTheTextTheyAre(String name) {
        var path = "/api/v1/agents/agent-017";
        var answer = api.put(admin, path, "{\"name\":\"%s\",\"unit\":\"berlin\"}".formatted(name));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(HttpHeaders.CONTENT_TYPE)).startsWith("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.get(admin, path).text()).contains("\"name\":\"" + name + "\"");
    }

    private static String eTag(ApiClient.Answer answer) {
        return "" + answer.header(HttpHeaders.ETAG);
    }
}
