package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages as another program sends them, follows them and answers for people. It is 8 o'clock in
/// UTC.
class MessagesApiTests extends ApiFixture {

    private static final String MESSAGES = "/api/v1/messages";
    private static final String TEMPLATES = "/api/v1/message-templates";

    private String both = "";

    @BeforeEach
    void mayBoth() {
        both = api.token(TokenScope.ADHERENCE_READ, TokenScope.ADHERENCE_WRITE);
    }

    private ApiClient.Answer post(String path, String form) {
        return api.post(both, path, quoted(form));
    }

    @Test
    void sendsOneFollowsItAndTakesItBack() {
        var sent = post(MESSAGES, "{'agents':['agent-017','agent-018'],'text':' Back? '}");
        long id = sent.at("/id").longValue();
        assertThat(sent.text())
                .isEqualTo(
                        quoted(
                                "{'id':"
                                        + id
                                        + ",'text':'Back?','sentBy':'Test',"
                                        + "'sentAt':'2026-03-02T08:00:00Z','withdrawnAt':null,"
                                        + "'people':["
                                        + "{'agent':'agent-017','progress':'SENT',"
                                        + "'deliveredAt':null,'readAt':null,'answer':null,"
                                        + "'answerText':null,'answeredAt':null},"
                                        + "{'agent':'agent-018','progress':'SENT',"
                                        + "'deliveredAt':null,'readAt':null,'answer':null,"
                                        + "'answerText':null,'answeredAt':null}]}"));

        post(MESSAGES + "/" + id + "/reads", "{'agent':'agent-018'}");
        var answered =
                post(
                        MESSAGES + "/" + id + "/answers",
                        "{'agent':'agent-017','answer':'TEXT','text':'In a minute'}");

        assertThat(answered.at("/people/0/answerText").stringValue()).isEqualTo("In a minute");
        assertThat(answered.at("/people/1/progress").stringValue()).isEqualTo("READ");
        assertThat(
                        post(
                                        MESSAGES + "/" + id + "/answers",
                                        "{'agent':'agent-017','answer':'BACK_NOW'}")
                                .status())
                .isEqualTo(409);
        assertThat(api.get(both, MESSAGES + "/" + id).text()).isEqualTo(answered.text());
        assertThat(
                        api.get(both, MESSAGES + "?agent=agent-017&since=2026-03-02T08:00:00Z")
                                .at("/items")
                                .size())
                .isEqualTo(1);
        assertThat(api.get(both, MESSAGES + "?since=2026-03-02T08:00:01Z").at("/items").size())
                .isZero();
        var other = api.token(TokenScope.ADHERENCE_READ, TokenScope.ADHERENCE_WRITE);
        assertThat(api.post(other, MESSAGES + "/" + id + "/withdraw", "{}").status())
                .isEqualTo(404);
        assertThat(post(MESSAGES + "/" + id + "/withdraw", "{}").status()).isEqualTo(200);
        assertThat(post(MESSAGES + "/" + id + "/withdraw", "{}").status()).isEqualTo(409);
    }

    @Test
    void namesEveryBadField() {
        var bad = post(MESSAGES, "{}");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.at("/errors").size()).isEqualTo(2);
        assertThat(post(MESSAGES, "{'agents':[],'text':'Hello'}").status()).isEqualTo(400);
        assertThat(post(MESSAGES, "{'agents':[null],'text':'Hello'}").status()).isEqualTo(400);
        assertThat(post(MESSAGES, "{'agents':['nobody'],'text':'Hello'}").status()).isEqualTo(404);
        assertThat(post(MESSAGES + "/1/answers", "{'agent':'agent-017'}").status()).isEqualTo(400);
    }

    @Test
    void settlesTemplates() {
        var admin = api.token(TokenScope.ADMIN);
        var saved = api.put(admin, TEMPLATES + "/LUNCH", quoted("{'text':'Lunch is over'}"));
        assertThat(saved.text())
                .isEqualTo(
                        quoted(
                                "{'code':'LUNCH','text':'Lunch is over','retired':false,"
                                        + "'version':1}"));
        var ordered =
                api.put(
                        admin,
                        TEMPLATES,
                        quoted(
                                "{'codes':['LUNCH','NEED_HELP','VOLUME_IS_HIGH',"
                                        + "'WHERE_ARE_YOU']}"));
        assertThat(ordered.at("/0/code").stringValue()).isEqualTo("LUNCH");
        assertThat(api.put(admin, TEMPLATES, quoted("{'codes':['LUNCH']}")).status())
                .isEqualTo(400);
        assertThat(api.get(both, TEMPLATES).at("/0/code").stringValue()).isEqualTo("LUNCH");
    }
}
