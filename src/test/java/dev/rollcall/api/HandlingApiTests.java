package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/// Who is active where, how much they have at once, and how groups handle work, by other programs.
/// Ana handles chats.
class HandlingApiTests extends ApiFixture {

    private static final String ANA = "/api/v1/agents/agent-017";
    private static final String CHATS = "/api/v1/groups/chats/handling";
    private static final String BY_HAND =
            "{'limitPerAgent':2,'automatic':false,'byHand':true,'whileUnavailable':false,"
                    + "'agentsSwitch':false,'seenBy':'UNIT',"
                    + "'hours':[{'weekday':'MONDAY','opens':'08:00','closes':'00:00'}]}";

    private String work = "";

    @BeforeEach
    void anaHandlesChats() {
        work = api.token(TokenScope.WORK_WRITE);
        put("/api/v1/groups/chats", "{'name':'Chats','unit':'berlin','channel':'CHAT'}");
        put("/api/v1/groups/book-club", "{'name':'Book club','unit':'berlin','channel':'TEAM'}");
        put(ANA, "{'name':'Ana Nowak','unit':'berlin','groups':['chats','book-club']}");
    }

    private ApiClient.Answer send(String path, String json) {
        return api.put(work, path, quoted(json));
    }

    private static void isBad(ApiClient.Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    // ------------------------------------------------------------------ who is active where

    @Test
    void tellsInWhichGroupsSomebodyIsActiveAndHowMuchTheyHaveAtOnce() {
        assertThat(api.get(work, ANA + "/activation").text())
                .isEqualTo(
                        quoted(
                                "{'groups':[{'group':'chats','channel':'CHAT','active':true,"
                                        + "'since':null,'by':null,'reason':null}],"
                                        + "'limits':[{'channel':'TICKET','items':5},"
                                        + "{'channel':'CHAT','items':3}]}"));
    }

    @Test
    void switchesSomebodyInOneOfTheirGroupsForAReason() {
        var answer = send(ANA + "/activation/chats", "{'active':false,'reason':'A backlog'}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        quoted(
                                "{'group':'chats','channel':'CHAT','active':false,"
                                        + "'since':'2026-03-02T08:00:00Z','by':'Test',"
                                        + "'reason':'A backlog'}"));
        assertThat(api.get(work, ANA + "/activation").at("/groups/0/active").booleanValue())
                .isFalse();

        send(ANA + "/activation/chats", "{'active':true,'reason':'It is gone'}");
        assertThat(api.get(work, ANA + "/activation").at("/groups/0/active").booleanValue())
                .isTrue();
    }

    @Test
    void switchesNobodyWithoutAReasonOrWhereTheyDoNotBelong() {
        isBad(send(ANA + "/activation/chats", "{'active':false}"), "/reason");
        isBad(send(ANA + "/activation/chats", "{'reason':'A backlog'}"), "/active");
        for (var group : new String[] {"billing-l1", "book-club", "nowhere"}) {
            assertThat(send(ANA + "/activation/" + group, "{'active':false,'reason':'x'}").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void limitsHowMuchSomebodyHasAtOnce() {
        assertThat(send(ANA + "/limits/CHAT", "{'items':1}").text())
                .isEqualTo(quoted("{'channel':'CHAT','items':1}"));
        assertThat(api.get(work, ANA + "/activation").at("/limits/1/items").intValue())
                .isEqualTo(1);

        isBad(send(ANA + "/limits/CHAT", "{}"), "/items");
        isBad(send(ANA + "/limits/CHAT", "{'items':101}"), "/items");
        isBad(send(ANA + "/limits/CALL", "{'items':1}"), "/channel");
        assertThat(send(ANA + "/limits/FAX", "{'items':1}").status()).isEqualTo(400);
    }

    // ------------------------------------------------------------------ how groups handle work

    @Test
    void readsTheDefaultsOfAGroupAndReplacesThem() {
        var before = api.get(work, CHATS);
        assertThat(before.text())
                .isEqualTo(
                        quoted(
                                "{'group':'chats','limitPerAgent':null,'automatic':true,"
                                        + "'byHand':true,'whileUnavailable':true,"
                                        + "'agentsSwitch':true,'seenBy':'MEMBERS','hours':[],"
                                        + "'version':0}"));
        assertThat(before.header(HttpHeaders.ETAG)).isEqualTo("\"0\"");

        var after = send(CHATS, BY_HAND);
        assertThat(after.status()).as(after.toString()).isEqualTo(200);
        assertThat(after.text())
                .isEqualTo(
                        quoted(BY_HAND)
                                .replace("{\"limit", "{\"group\":\"chats\",\"limit")
                                .replace("}]}", "}],\"version\":1}"));
        assertThat(api.get(work, CHATS).text()).isEqualTo(after.text());
    }

    @Test
    void overwritesNothingThatSomebodyElseChanged() {
        var first = Map.of(HttpHeaders.IF_MATCH, "\"0\"");
        assertThat(api.put(work, CHATS, quoted(BY_HAND), first).status()).isEqualTo(200);

        assertThat(api.put(work, CHATS, quoted(BY_HAND), first).status()).isEqualTo(409);
        assertThat(send(CHATS, BY_HAND).at("/version").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'limitPerAgent':2     | 'limitPerAgent':0     | /limitPerAgent
                    'automatic':false,    |                       | /automatic
                    'seenBy':'UNIT'       | 'seenBy':'NOBODY'     | /seenBy
                    'weekday':'MONDAY'    | 'weekday':'Monday'    | /hours/0/weekday
                    'opens':'08:00'       | 'opens':'8'           | /hours/0/opens
                    'closes':'00:00'      | 'closes':'07:00'      | /hours/0/closes
                    'closes':'00:00'      | 'closes':'17:00:30'   | /hours/0/closes
                    """,
            quoteCharacter = '~')
    void namesTheFieldThatIsWrong(String right, String wrong, String pointer) {
        var form = BY_HAND.replace(right, wrong == null ? "" : wrong);

        isBad(send(CHATS, form), pointer);
    }

    @Test
    void isNotThereForWhoeverLooksAfterOthers() {
        var lisbon = api.tokenFor("lisbon", TokenScope.WORK_WRITE);

        assertThat(api.get(lisbon, ANA + "/activation").status()).isEqualTo(404);
        assertThat(
                        api.put(
                                        lisbon,
                                        ANA + "/activation/chats",
                                        quoted("{'active':false,'reason':'x'}"))
                                .status())
                .isEqualTo(404);
        assertThat(api.put(lisbon, ANA + "/limits/CHAT", quoted("{'items':1}")).status())
                .isEqualTo(404);
        assertThat(api.get(lisbon, CHATS).status()).isEqualTo(404);
        assertThat(api.put(lisbon, CHATS, quoted(BY_HAND)).status()).isEqualTo(404);
        assertThat(api.get(work, "/api/v1/groups/book-club/handling").status()).isEqualTo(404);
    }
}
