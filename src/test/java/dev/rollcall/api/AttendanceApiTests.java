package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who was there and when, as programs see it.
class AttendanceApiTests extends ApiFixture {

    private static final String DAY = "/api/v1/attendance?from=2026-03-01&to=2026-03-01";

    private static final String CORRECTIONS = "/api/v1/attendance/corrections";
    private static final String CORRECTION =
            "{'agent':'agent-017','kind':'CLOCK_IN','from':'2026-03-01T08:00:00Z',"
                    + "'until':'2026-03-01T08:10:00Z','status':'AVAILABLE',"
                    + "'explanation':'The reader was broken'}";

    private String asking = "";

    @BeforeEach
    void aSunday() {
        put(
                "/api/v1/agents/agent-017/schedule/2026-03-01",
                "{'activities': [{'activity': 'WORK', 'start': '2026-03-01T08:00:00Z', 'end': '2026-03-01T16:00:00Z'}]}");
        status("1", "2026-03-01T08:10:00Z", "'status': 'AVAILABLE'");
        status("2", "2026-03-01T12:00:00Z", "'status': 'UNAVAILABLE', 'reason': 'LUNCH'");
        status("3", "2026-03-01T12:30:00Z", "'status': 'AVAILABLE'");
        status("4", "2026-03-01T15:00:00Z", "'status': 'AWAY'");
    }

    @Test
    void addsUpAPersonsDay() {
        var answer = api.get(admin, DAY + "&agent=agent-017");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("/items/0").toString())
                .isEqualTo(
                        quoted(
                                "{'agent':'agent-017','firstIn':'2026-03-01T08:10:00Z','lastOut':'2026-03-01T15:00:00Z','days':1,'workedSeconds':24600,'activeSeconds':0,'availableSeconds':22800,'unavailableSeconds':1800,'unknownSeconds':0,'presenceSeconds':{'AVAILABLE':22800,'UNAVAILABLE/LUNCH':1800},'breaks':1,'breakSeconds':1800,'lateArrivals':1,'lateSeconds':600,'earlyLeaves':1,'earlySeconds':3600,'absences':0,'missingClockOuts':0,'corrected':0}"));
    }

    @ParameterizedTest
    @CsvSource({"agent,agent-017", "day,2026-03-01", "unit,berlin"})
    void groupsByWhatOneAsksFor(String groupBy, String key) {
        var answer = api.get(admin, DAY + "&unit=berlin&groupBy=" + groupBy);

        var line = answer.at("/items/0");
        var name = groupBy.equals("day") ? "date" : groupBy;
        assertThat(line.path(name).stringValue()).isEqualTo(key);
        assertThat(line.path("workedSeconds").longValue()).isEqualTo(24600);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-02&to=2026-03-01,/to",
        "from=2026-01-01&to=2026-12-31,/to",
        "from=2026-03-01&to=2026-03-01&groupBy=shoe,/groupBy",
        "from=2026-03-01&to=2026-03-01&unit=berlin&agent=agent-017,/agent",
        "from=2500-03-01&to=2500-03-01,/from"
    })
    void namesTheFieldThatIsWrong(String query, String field) {
        var answer = api.get(admin, "/api/v1/attendance?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(field);
    }

    @Test
    void saysNothingOfPeopleElsewhere() {
        var lisbon = api.tokenFor("lisbon", TokenScope.PRESENCE_READ);

        assertThat(api.get(lisbon, DAY + "&agent=agent-017").status()).isEqualTo(404);
        assertThat(api.get(lisbon, DAY + "&unit=berlin").status()).isEqualTo(404);
        assertThat(api.get(lisbon, DAY).text()).doesNotContain("agent-017").contains("agent-030");
    }

    @Test
    void marksWhatWasCorrected() {
        long number = asked();
        var approver = api.token(TokenScope.PRESENCE_WRITE, TokenScope.PRESENCE_READ);
        var own = api.post(asking, CORRECTIONS + "/" + number + "/approve", "{}");
        assertThat(own.status()).as("nobody decides about what they asked for").isEqualTo(403);

        var approved = api.post(approver, CORRECTIONS + "/" + number + "/approve", "{}");

        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        assertThat(approved.at("/progress").stringValue()).isEqualTo("APPROVED");
        assertThat(api.get(admin, DAY + "&agent=agent-017").at("/items/0/corrected").intValue())
                .isEqualTo(1);
        var day =
                api.get(
                        approver,
                        "/api/v1/agents/agent-017/attendance?from=2026-03-01&to=2026-03-01");
        assertThat(day.at("/items/0/corrected").intValue()).as(day.toString()).isEqualTo(1);
        assertThat(day.at("/items/0/firstIn").stringValue()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(day.at("/items/0/segments/0/correction").longValue()).isEqualTo(number);
        assertThat(day.at("/items/0/segments/1/corrected").booleanValue()).isFalse();
        var timeline = api.get(admin, "/api/v1/agents/agent-017/timeline?date=2026-03-01");
        assertThat(timeline.text()).contains("\"corrected\":true");
    }

    @Test
    void listsCorrectionsAndRefusesThemWithANote() {
        long number = asked();
        var first = CORRECTIONS + "/" + number;

        assertThat(api.get(admin, first).text())
                .isEqualTo(
                        quoted(
                                "{'id':"
                                        + number
                                        + ",'agent':'agent-017','kind':'CLOCK_IN','from':'2026-03-01T08:00:00Z','until':'2026-03-01T08:10:00Z','status':'AVAILABLE','reason':null,'explanation':'The reader was broken','progress':'ASKED','askedBy':'Test','askedAt':'2026-03-02T08:00:00Z','decidedBy':null,'decidedAt':null,'note':null,'version':1}"));
        assertThat(api.get(admin, CORRECTIONS + "?progress=ASKED&unit=berlin").at("/items").size())
                .isEqualTo(1);
        assertThat(api.get(admin, CORRECTIONS + "?agent=agent-018").at("/items").size()).isZero();
        var silent = api.post(admin, first + "/refuse", "{}");
        assertThat(silent.at("/errors/0/pointer").stringValue()).isEqualTo("/note");

        var refused = api.post(admin, first + "/refuse", quoted("{'note':'You were seen later'}"));

        assertThat(refused.at("/progress").stringValue()).isEqualTo("REFUSED");
        assertThat(api.post(admin, first + "/approve", "{}").status()).isEqualTo(409);
        assertThat(api.get(admin, CORRECTIONS + "?progress=ASKED").at("/items").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'agent':'agent-017'                   | 'agent':null             | /agent
                    'kind':'CLOCK_IN'                     | 'kind':null              | /kind
                    'from':'2026-03-01T08:00:00Z'         | 'from':null              | /from
                    'until':'2026-03-01T08:10:00Z'        | 'until':'2026-03-01T07:00:00Z' | /until
                    'status':'AVAILABLE'                  | 'status':'ACTIVE'        | /status
                    'status':'AVAILABLE'                  | 'status':'UNAVAILABLE'   | /reason
                    'explanation':'The reader was broken' | 'explanation':''         | /explanation
                    """,
            quoteCharacter = '`')
    void namesTheFieldOfACorrectionThatIsWrong(String good, String bad, String pointer) {
        var answer = api.post(admin, CORRECTIONS, quoted(CORRECTION.replace(good, bad)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void keepsCorrectionsOfOtherUnitsOutOfSight() {
        long number = asked();
        var lisbon = api.tokenFor("lisbon", TokenScope.PRESENCE_READ, TokenScope.PRESENCE_WRITE);

        assertThat(api.get(lisbon, CORRECTIONS).at("/items").size()).isZero();
        assertThat(api.get(lisbon, CORRECTIONS + "/" + number).status()).isEqualTo(404);
        assertThat(api.post(lisbon, CORRECTIONS + "/" + number + "/approve", "{}").status())
                .isEqualTo(404);
        assertThat(api.post(lisbon, CORRECTIONS, quoted(CORRECTION)).status()).isEqualTo(404);
    }

    private long asked() {
        asking = api.token(TokenScope.PRESENCE_WRITE);
        var answer = api.post(asking, CORRECTIONS, quoted(CORRECTION));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.at("/id").longValue();
    }

    private void status(String id, String time, String data) {
        var event =
                "[{'specversion': '1.0', 'id': '%s', 'source': '/telephony', 'type': 'dev.rollcall.presence.changed', 'subject': 'agent-017', 'time': '%s', 'data': {%s}}]"
                        .formatted(id, time, data);
        assertThat(api.post(admin, "/api/v1/presence-events", quoted(event)).status())
                .isEqualTo(200);
    }
}
