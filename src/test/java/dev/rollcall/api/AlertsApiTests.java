package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import org.junit.jupiter.api.Test;

/// Rules of alerts as another program settles them.
class AlertsApiTests extends ApiFixture {

    private static final String RULES = "/api/v1/alert-rules";

    @Test
    void settlesRulesTheirOrderAndTheBudget() {
        var admin = api.token(TokenScope.ADMIN);
        var added =
                api.post(
                        admin,
                        RULES,
                        quoted(
                                "{'severity':'OUT','afterSeconds':600,'nudgeSeconds':120,"
                                        + "'activity':'WORK','unit':'berlin'}"));
        long id = added.at("/id").longValue();
        assertThat(added.text())
                .isEqualTo(
                        quoted(
                                "{'id':"
                                        + id
                                        + ",'severity':'OUT','afterSeconds':600,"
                                        + "'nudgeSeconds':120,'activity':'WORK','unit':'berlin',"
                                        + "'bell':true,'mail':false,'on':true,'version':1}"));
        long shipped = api.get(admin, RULES).at("/0/id").longValue();
        var off =
                api.put(
                        admin,
                        RULES + "/" + id,
                        quoted("{'severity':'OUT','afterSeconds':600,'on':false}"));
        assertThat(off.at("/on").booleanValue()).isFalse();
        assertThat(
                        api.put(admin, RULES, quoted("{'rules':[" + id + "," + shipped + "]}"))
                                .at("/0/id")
                                .longValue())
                .isEqualTo(id);
        assertThat(api.put(admin, RULES, quoted("{'rules':[" + id + "]}")).status()).isEqualTo(400);
        assertThat(api.delete(admin, RULES + "/" + id).status()).isEqualTo(204);
        assertThat(api.delete(admin, RULES + "/" + id).status()).isEqualTo(404);
        assertThat(api.post(admin, RULES, "{}").at("/errors").size()).isEqualTo(2);
        assertThat(api.put(admin, "/api/v1/alert-budget", quoted("{'anHour':5}")).text())
                .isEqualTo(quoted("{'anHour':5,'version':2}"));
        assertThat(api.put(admin, "/api/v1/alert-budget", quoted("{'anHour':0}")).status())
                .isEqualTo(400);
        assertThat(
                        api.get(
                                        api.token(TokenScope.ADHERENCE_READ),
                                        "/api/v1/alerts?heldBack=true")
                                .at("/items")
                                .size())
                .isZero();
    }
}
