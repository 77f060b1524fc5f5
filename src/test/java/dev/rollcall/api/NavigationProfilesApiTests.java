package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Navigation profiles as another program settles them.
class NavigationProfilesApiTests extends ApiFixture {

    private static final String PROFILES = "/api/v1/settings/navigation-profiles";

    @Test
    void profilesAreMadeOrderedChangedAndRemoved() {
        var made =
                put(
                        PROFILES + "/team-leads",
                        "{'name':'Team leads','items':[{'page':'adherence'},{'page':'agents','shown':false}]}");
        assertThat(made.text())
                .isEqualTo(
                        quoted(
                                "{'code':'team-leads','name':'Team leads','builtIn':false,"
                                        + "'items':[{'page':'adherence','shown':true},"
                                        + "{'page':'agents','shown':false}],"
                                        + "'roles':[],'users':[],'version':1}"));
        assertThat(made.header("ETag")).isEqualTo("\"1\"");

        var ordered =
                put(
                        PROFILES,
                        "{'codes':['team-leads','admin','unit-manager','supervisor','quality-analyst','agent']}");
        assertThat(ordered.at("/0/code").stringValue()).isEqualTo("team-leads");
        assertThat(api.get(admin, PROFILES).at("/1/code").stringValue()).isEqualTo("admin");

        var stale =
                api.put(
                        admin,
                        PROFILES + "/team-leads",
                        quoted("{'name':'Leads'}"),
                        Map.of("If-Match", "\"7\""));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(api.delete(admin, PROFILES + "/team-leads").status()).isEqualTo(204);
        assertThat(api.delete(admin, PROFILES + "/team-leads").status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        var bad =
                api.put(
                        admin,
                        PROFILES + "/leads",
                        quoted(
                                "{'name':'Leads','items':[{}],'roles':['king'],'users':['nobody@example.org']}"));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.at("/errors").valueStream().map(each -> each.at("/pointer").stringValue()))
                .containsExactly("/items/0/page", "/roles/0", "/users/0");
        assertThat(api.put(admin, PROFILES, quoted("{'codes':['admin']}")).at("/errors/0/pointer"))
                .hasToString("\"/codes\"");
        assertThat(api.delete(admin, PROFILES + "/admin").status()).isEqualTo(400);
        assertThat(api.get(api.token(TokenScope.ADHERENCE_READ), PROFILES).status()).isEqualTo(403);
    }
}
