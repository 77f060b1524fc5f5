package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Back-office tasks as a system sees them that hands them out.
class TasksApiTests extends ApiFixture {

    private static final String TASKS = "/api/v1/back-office-tasks";
    private static final String REFUNDS =
            "{'title':'Refunds','agent':'agent-017','estimateSeconds':1800,"
                    + "'dueAt':'2026-03-02T12:00:00Z'}";

    private String work = "";

    @BeforeEach
    void token() {
        work = api.token(TokenScope.WORK_WRITE);
    }

    private long created(String form) {
        var answer = api.post(work, TASKS, quoted(form));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.at("/id").longValue();
    }

    private ApiClient.Answer does(long task, String deed) {
        return api.post(work, TASKS + "/" + task + "/" + deed, "{}");
    }

    @Test
    void answersWithTheTaskAsItIs() {
        var answer = api.post(work, TASKS, quoted(REFUNDS));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        long id = answer.at("/id").longValue();
        assertThat(answer.text())
                .isEqualTo(
                        quoted(
                                "{'id':"
                                        + id
                                        + ",'title':'Refunds','description':null,'unit':'berlin',"
                                        + "'agent':'agent-017','estimateSeconds':1800,"
                                        + "'dueAt':'2026-03-02T12:00:00Z','state':'OPEN',"
                                        + "'workedSeconds':0,'runningSince':null,"
                                        + "'createdBy':'Test','createdAt':'2026-03-02T08:00:00Z',"
                                        + "'endedAt':null,'version':1}"));
        assertThat(api.get(work, TASKS + "/" + id).text()).isEqualTo(answer.text());
    }

    @Test
    void isWorkedOnInTheNameOfWhoeverIsToDoIt() {
        long refunds = created(REFUNDS);
        put("/api/v1/agents/agent-017/status", "{'status':'AVAILABLE'}");

        assertThat(does(refunds, "start").at("/state").stringValue()).isEqualTo("RUNNING");
        var status = api.get(admin, "/api/v1/agents/agent-017/status");
        assertThat(status.at("/reason").stringValue()).isEqualTo("BACK_OFFICE");

        assertThat(does(refunds, "lay-aside").at("/state").stringValue()).isEqualTo("OPEN");
        status = api.get(admin, "/api/v1/agents/agent-017/status");
        assertThat(status.at("/status").stringValue()).isEqualTo("AVAILABLE");

        assertThat(does(refunds, "finish").at("/state").stringValue()).isEqualTo("DONE");
        var again = does(refunds, "start");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/detail").stringValue()).isEqualTo("This task has ended.");
    }

    @Test
    void isStartedByNobodyWhileItIsNobodys() {
        long refunds = created("{'title':'Refunds','unit':'berlin'}");

        var answer = does(refunds, "start");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/detail").stringValue()).contains("Assign it first");
        assertThat(does(refunds, "cancel").at("/state").stringValue()).isEqualTo("CANCELLED");
    }

    @Test
    void isChangedByWhoeverSawItLast() {
        var path = TASKS + "/" + created(REFUNDS);
        var seen = Map.of("If-Match", "\"1\"");
        var changed = api.put(work, path, quoted("{'title':'Letters','unit':'berlin'}"), seen);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.at("/agent").isNull()).isTrue();
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");

        assertThat(api.put(work, path, quoted(REFUNDS), seen).status()).isEqualTo(409);
        assertThat(api.put(work, path, quoted(REFUNDS)).at("/version").longValue()).isEqualTo(3);
    }

    @Test
    void listsInPartsAndByWhatOneAsksFor() {
        long refunds = created(REFUNDS);
        long letters = created("{'title':'Letters','unit':'berlin'}");
        long other = created("{'title':'Cartas','agent':'agent-030'}");
        does(letters, "cancel");

        assertThat(ids("")).containsExactly(refunds, letters, other);
        assertThat(ids("?state=CANCELLED")).containsExactly(letters);
        assertThat(ids("?agent=agent-017")).containsExactly(refunds);
        assertThat(ids("?unit=lisbon")).containsExactly(other);
        assertThat(ids("?dueFrom=2026-03-02T12:00:00Z")).containsExactly(refunds);
        assertThat(ids("?dueBefore=2026-03-02T12:00:00Z")).isEmpty();
        var first = api.get(work, TASKS + "?limit=2");
        assertThat(first.at("/items").size()).isEqualTo(2);
        var next = "?limit=2&after=" + first.at("/next").stringValue();
        assertThat(ids(next)).containsExactly(other);
        assertThat(api.get(work, TASKS + next).at("/next").isNull()).isTrue();
    }

    private List<Long> ids(String query) {
        var answer = api.get(work, TASKS + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return StreamSupport.stream(answer.at("/items").spliterator(), false)
                .map(item -> item.path("id").longValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'unit':'berlin'}                                          | /title
                    {'title':'T'}                                              | /unit
                    {'title':'T','unit':'nowhere'}                             | /unit
                    {'title':'T','agent':'nobody','unit':'berlin'}             | /agent
                    {'title':'T','unit':'berlin','estimateSeconds':90}         | /estimateSeconds
                    {'title':'T','unit':'berlin','estimateSeconds':0}          | /estimateSeconds
                    {'title':'T','unit':'berlin','estimateSeconds':99999999960}| /estimateSeconds
                    {'title':'T','unit':'berlin','dueAt':'noon'}               | /dueAt
                    """)
    void namesTheFieldThatIsWrong(String form, String pointer) {
        var answer = api.post(work, TASKS, quoted(form));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void isNotThereForWhoeverLooksAfterOtherUnits() {
        long refunds = created(REFUNDS);
        var lisbon = api.tokenFor("lisbon", TokenScope.WORK_WRITE);

        assertThat(api.get(lisbon, TASKS + "/" + refunds).status()).isEqualTo(404);
        assertThat(api.put(lisbon, TASKS + "/" + refunds, quoted(REFUNDS)).status()).isEqualTo(404);
        for (var deed : List.of("start", "lay-aside", "finish", "cancel")) {
            assertThat(api.post(lisbon, TASKS + "/" + refunds + "/" + deed, "{}").status())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(api.get(lisbon, TASKS).text()).doesNotContain("Refunds");
        assertThat(api.get(lisbon, TASKS + "?agent=agent-017").status()).isEqualTo(404);
        var unknown = api.post(lisbon, TASKS, quoted("{'title':'T','agent':'nobody'}"));
        var unseen = api.post(lisbon, TASKS, quoted("{'title':'T','agent':'agent-017'}"));
        assertThat(unseen.text()).isEqualTo(unknown.text());
    }
}
