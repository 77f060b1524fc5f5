package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Excuses and explanations as another program has them. It is 8 o'clock in UTC, 9 in Berlin; Ana
/// has been absent since 7.
class ExcusesApiTests extends ApiFixture {

    private static final String EXCUSES = "/api/v1/adherence/excuses";
    private static final String EXPLANATIONS = "/api/v1/adherence/explanations";

    private String both = "";

    @BeforeEach
    void anaIsAbsent() {
        both = api.token(TokenScope.ADHERENCE_READ, TokenScope.ADHERENCE_WRITE);
        put(
                "/api/v1/agents/agent-017/schedule/2026-03-02",
                "{'activities':[{'activity':'WORK','start':'2026-03-02T07:00:00Z',"
                        + "'end':'2026-03-02T15:00:00Z'}]}");
    }

    private ApiClient.Answer post(String path, String form) {
        return api.post(both, path, quoted(form));
    }

    private long scoreOut() {
        return api.get(both, "/api/v1/agents/agent-017/timeline?date=2026-03-02")
                .at("/score/outSeconds")
                .longValue();
    }

    @Test
    void excusesSomebodyAndTakesItBack() {
        assertThat(scoreOut()).isEqualTo(3600);
        var form =
                "{'agents':['agent-017'],'from':'2026-03-02T07:00:00Z',"
                        + "'until':'2026-03-02T07:30:00Z','reason':'SYSTEM_OUTAGE'}";
        var effect = post(EXCUSES + "/preview", form);
        assertThat(effect.text())
                .isEqualTo(
                        quoted(
                                "{'covered':1,'excusedSeconds':1800,'people':[{'agent':'agent-017',"
                                        + "'excusedSeconds':1800}]}"));

        var given = post(EXCUSES, form);

        long id = given.at("/id").longValue();
        assertThat(given.text())
                .isEqualTo(
                        quoted(
                                "{'id':"
                                        + id
                                        + ",'reach':'PEOPLE','agents':['agent-017'],'unit':null,"
                                        + "'group':null,'covered':1,'from':'2026-03-02T07:00:00Z',"
                                        + "'until':'2026-03-02T07:30:00Z',"
                                        + "'reason':'SYSTEM_OUTAGE','note':'','explanation':null,"
                                        + "'givenBy':'Test','givenAt':'2026-03-02T08:00:00Z',"
                                        + "'takenBackBy':null,'takenBackAt':null,'version':1}"));
        assertThat(api.get(both, EXCUSES + "/" + id).text()).isEqualTo(given.text());
        assertThat(scoreOut()).isEqualTo(1800);
        var raw = api.get(both, "/api/v1/agents/agent-017/timeline?date=2026-03-02");
        assertThat(raw.at("/raw/outSeconds").longValue()).isEqualTo(3600);
        assertThat(api.get(both, EXCUSES + "?agent=agent-018").at("/items").size()).isZero();

        assertThat(post(EXCUSES + "/" + id + "/take-back", "{}").status()).isEqualTo(200);
        assertThat(scoreOut()).isEqualTo(3600);
        assertThat(post(EXCUSES + "/" + id + "/take-back", "{}").status()).isEqualTo(409);
    }

    @Test
    void declaresAnIncidentAndEndsIt() {
        var given =
                post(
                        EXCUSES,
                        "{'unit':'berlin','from':'2026-03-02T07:10:00Z',"
                                + "'reason':'SYSTEM_OUTAGE','note':'Telephones down'}");
        assertThat(given.at("/covered").intValue()).isEqualTo(2);
        assertThat(given.at("/until").isNull()).isTrue();
        assertThat(scoreOut()).isEqualTo(600);

        var id = given.at("/id").longValue();
        var ended = post(EXCUSES + "/" + id + "/end", "{'until':'2026-03-02T07:40:00Z'}");

        assertThat(ended.at("/until").stringValue()).isEqualTo("2026-03-02T07:40:00Z");
        assertThat(scoreOut()).isEqualTo(1800);
        assertThat(api.get(both, EXCUSES + "?incidents=true").at("/items").size()).isEqualTo(1);
    }

    @Test
    void explainsAndLetsAnotherProgramDecide() {
        var form =
                "{'agent':'agent-017','from':'2026-03-02T07:00:00Z','reason':'CALL_OVERRAN',"
                        + "'text':'Still talking'}";
        var asked = post(EXPLANATIONS, form);
        long id = asked.at("/id").longValue();
        assertThat(asked.at("/progress").stringValue()).isEqualTo("ASKED");
        assertThat(post(EXPLANATIONS, form).at("/id").longValue()).isEqualTo(id);
        assertThat(post(EXPLANATIONS + "/" + id + "/approve", "{}").status())
                .as("nobody decides about what they asked")
                .isEqualTo(403);
        var other = api.token(TokenScope.ADHERENCE_READ, TokenScope.ADHERENCE_WRITE);

        var approved = api.post(other, EXPLANATIONS + "/" + id + "/approve", "{}");

        assertThat(approved.at("/progress").stringValue()).isEqualTo("APPROVED");
        assertThat(approved.at("/excuse").isNumber()).isTrue();
        assertThat(scoreOut()).isZero();
        assertThat(
                        api.get(both, EXPLANATIONS + "?progress=APPROVED&unit=berlin")
                                .at("/items")
                                .size())
                .isEqualTo(1);
    }

    @Test
    void namesEveryBadField() {
        var bad = post(EXCUSES, "{'agents':['agent-017'],'unit':'berlin'}");

        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.text()).contains("/agents", "/from", "/reason");
        assertThat(
                        post(
                                        EXCUSES,
                                        "{'everybody':true,'from':'2026-03-02T07:00:00Z',"
                                                + "'until':'2026-03-02T06:00:00Z',"
                                                + "'reason':'NOT_THERE'}")
                                .text())
                .contains("/until", "/reason");
    }

    @Test
    void hidesWhatTheTokenMayNotSee() {
        var lisbon = api.tokenFor("lisbon", TokenScope.ADHERENCE_READ, TokenScope.ADHERENCE_WRITE);
        var given =
                post(
                        EXCUSES,
                        "{'agents':['agent-017'],'from':'2026-03-02T07:00:00Z',"
                                + "'until':'2026-03-02T07:30:00Z','reason':'SYSTEM_OUTAGE'}");
        var path = EXCUSES + "/" + given.at("/id").longValue();

        assertThat(api.get(lisbon, path).status()).isEqualTo(404);
        assertThat(api.post(lisbon, path + "/take-back", "{}").status()).isEqualTo(404);
        assertThat(
                        api.post(
                                        lisbon,
                                        EXCUSES,
                                        quoted(
                                                "{'agents':['agent-017'],"
                                                        + "'from':'2026-03-02T07:00:00Z',"
                                                        + "'reason':'SYSTEM_OUTAGE'}"))
                                .status())
                .isEqualTo(404);
        assertThat(
                        api.post(
                                        lisbon,
                                        EXCUSES,
                                        quoted(
                                                "{'everybody':true,'from':'2026-03-02T07:00:00Z',"
                                                        + "'reason':'SYSTEM_OUTAGE'}"))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void namesAndRetiresReasons() {
        var reasons = "/api/v1/adherence/excuse-reasons";
        put(reasons + "/FIRE_DRILL", "{'name':'Fire drill'}");
        put(reasons + "/FIRE_DRILL", "{'name':'Fire drill','retired':true}");

        var listed = api.get(both, reasons);

        assertThat(listed.text())
                .contains(quoted("{'code':'FIRE_DRILL','name':'Fire drill'"))
                .contains(quoted("{'code':'OTHER','name':null,'noteRequired':true"));
        assertThat(api.put(both, reasons + "/X", quoted("{'name':'X'}")).status()).isEqualTo(403);
    }
}
