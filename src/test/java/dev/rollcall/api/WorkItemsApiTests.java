package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cases, chats and calls as the systems that have them bring them in.
class WorkItemsApiTests extends ApiFixture {

    private static final String ITEMS = "/api/v1/work-items";
    private static final String CALL =
            "{'reference':'call-1','channel':'CALL','group':'billing-l1','subject':'Where is my"
                    + " train?','customer':'Ada','priority':'HIGH'}";

    private String work = "";

    @BeforeEach
    void token() {
        work = api.token(TokenScope.WORK_WRITE);
    }

    @Test
    void answersWithTheItemAsItIsAndGivesItAgain() {
        var answer = api.post(work, ITEMS, quoted(CALL));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        quoted(
                                "{'reference':'call-1','channel':'CALL','group':'billing-l1',"
                                        + "'subject':'Where is my train?','customer':'Ada',"
                                        + "'priority':'HIGH','state':'WAITING','agent':null,"
                                        + "'arrivedAt':'2026-03-02T08:00:00Z','endedAt':null}"));
        assertThat(api.get(work, ITEMS + "/call-1").text()).isEqualTo(answer.text());
    }

    @Test
    void isTheSameItemWhenItIsSentAgain() {
        var first = api.post(work, ITEMS, quoted(CALL));

        var again = api.post(work, ITEMS, quoted(CALL.replace("train", "bag")));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'channel':'CALL','group':'billing-l1','subject':'S'}                                    | /reference
                    {'reference':'r','channel':'FAX','group':'billing-l1','subject':'S'}                     | /channel
                    {'reference':'r','channel':'CALL','subject':'S'}                                         | /group
                    {'reference':'r','channel':'CALL','group':'nobody','subject':'S'}                        | /group
                    {'reference':'r','channel':'CHAT','group':'billing-l1','subject':'S'}                    | /group
                    {'reference':'r','channel':'CALL','group':'billing-l1'}                                  | /subject
                    {'reference':'r','channel':'CALL','group':'billing-l1','subject':'S','priority':'SOON'}  | /priority
                    """)
    void namesTheFieldThatIsWrong(String form, String pointer) {
        var answer = api.post(work, ITEMS, quoted(form));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void isNotThereForWhoeverSeesOtherUnits() {
        api.post(work, ITEMS, quoted(CALL));

        assertThat(api.get(api.token(TokenScope.WORK_READ), ITEMS + "/call-1").status())
                .isEqualTo(200);
        assertThat(api.get(work, ITEMS + "/call-2").status()).isEqualTo(404);
        put("/api/v1/groups/lisbon-l1", "{'name':'L1','unit':'lisbon','channel':'CALL'}");
        var lisbon = api.tokenFor("lisbon", TokenScope.WORK_WRITE);
        assertThat(api.get(lisbon, ITEMS + "/call-1").status()).isEqualTo(404);
        var guess = api.post(lisbon, ITEMS, quoted(CALL.replace("billing-l1", "lisbon-l1")));
        assertThat(guess.status()).isEqualTo(400);
        assertThat(guess.at("/errors/0/pointer").stringValue()).isEqualTo("/reference");
        assertThat(guess.text()).doesNotContain("billing", "train");
    }
}
