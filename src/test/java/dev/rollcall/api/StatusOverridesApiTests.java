package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import org.junit.jupiter.api.Test;

/// Statuses another program sets for people, with why. It is 8 o'clock in UTC.
class StatusOverridesApiTests extends ApiFixture {

    private static final String OVERRIDES = "/api/v1/status-overrides";

    @Test
    void setsTheStatusOfSeveralAndSaysWhatIsQueued() {
        var both = api.token(TokenScope.PRESENCE_READ, TokenScope.PRESENCE_WRITE);

        var done =
                api.post(
                        both,
                        OVERRIDES,
                        quoted(
                                "{'agents':['agent-017','agent-018'],'status':'UNAVAILABLE',"
                                        + "'reason':'MEETING','whenDone':true,'why':'Stand-up'}"));

        // Nobody has work in progress, so there is nothing to wait for.
        assertThat(done.text())
                .isEqualTo(quoted("{'now':['agent-017','agent-018'],'queued':[],'refused':[]}"));
        assertThat(api.get(both, "/api/v1/agents/agent-017/status").at("/reason").stringValue())
                .isEqualTo("MEETING");
    }

    @Test
    void namesEveryBadField() {
        var write = api.token(TokenScope.PRESENCE_WRITE);
        assertThat(api.post(write, OVERRIDES, "{}").at("/errors").size()).isEqualTo(2);
        assertThat(
                        api.post(
                                        write,
                                        OVERRIDES,
                                        quoted(
                                                "{'agents':['agent-017'],'status':'UNAVAILABLE',"
                                                        + "'reason':'NAP','why':'Tired'}"))
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/status");
        assertThat(
                        api.post(
                                        write,
                                        OVERRIDES,
                                        quoted(
                                                "{'agents':['nobody'],'status':'AVAILABLE',"
                                                        + "'why':'Back'}"))
                                .status())
                .isEqualTo(404);
    }
}
