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
                                "{'agent':'agent-017','firstIn':'2026-03-01T08:10:00Z','lastOut':'2026-03-01T15:00:00Z','days':1,'workedSeconds':24600,'activeSeconds':0,'availableSeconds':22800,'unavailableSeconds':1800,'unknownSeconds':0,'presenceSeconds':{'AVAILABLE':22800,'UNAVAILABLE/LUNCH':1800},'breaks':1,'breakSeconds':1800,'lateArrivals':1,'lateSeconds':600,'earlyLeaves':1,'earlySeconds':3600,'absences':0,'missingClockOuts':0}"));
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

    private void status(String id, String time, String data) {
        var event =
                "[{'specversion': '1.0', 'id': '%s', 'source': '/telephony', 'type': 'dev.rollcall.presence.changed', 'subject': 'agent-017', 'time': '%s', 'data': {%s}}]"
                        .formatted(id, time, data);
        assertThat(api.post(admin, "/api/v1/presence-events", quoted(event)).status())
                .isEqualTo(200);
    }
}
