package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import dev.rollcall.support.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A small organisation, set up through the public interface itself: `berlin` with the agents
/// `agent-017` and `agent-018`, `lisbon` with `agent-030`.
@ModuleTest
abstract class ApiFixture {

    @Autowired protected ApiClient api;

    /// May do everything.
    protected String admin = "";

    @BeforeEach
    void organisation() {
        admin = api.token(TokenScope.ADMIN);
        put("/api/v1/units/berlin", "{'name': 'Berlin', 'zone': 'Europe/Berlin'}");
        put("/api/v1/units/lisbon", "{'name': 'Lisbon', 'zone': 'Europe/Lisbon'}");
        put(
                "/api/v1/groups/billing-l1",
                "{'name': 'Billing', 'unit': 'berlin', 'channel': 'CALL'}");
        hire("agent-017", "Ana Nowak", "berlin");
        hire("agent-018", "Ben Okafor", "berlin");
        hire("agent-030", "Rita Sousa", "lisbon");
    }

    protected void hire(String externalId, String name, String unit) {
        put("/api/v1/agents/" + externalId, "{'name': '%s', 'unit': '%s'}".formatted(name, unit));
    }

    /// Puts JSON with single quotes, and insists that it works.
    protected ApiClient.Answer put(String path, String json) {
        var answer = api.put(admin, path, quoted(json));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    protected static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
