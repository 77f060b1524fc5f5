package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.reports.WeeklyFixture;
import dev.rollcall.security.TokenScope;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Reports as programs see them.
class ReportsApiTests extends ApiFixture {

    private static final String DAY = "?from=2026-03-01&to=2026-03-01";
    private static final String REPORT = "/api/v1/reports/adherence" + DAY;

    @Autowired private WeeklyFixture weekly;

    @BeforeEach
    void aSunday() {
        put(
                "/api/v1/agents/agent-017/schedule/2026-03-01",
                "{'activities': [{'activity': 'WORK', 'start': '2026-03-01T08:00:00Z', 'end': '2026-03-01T16:00:00Z'},"
                        + "{'activity': 'LUNCH', 'start': '2026-03-01T12:00:00Z', 'end': '2026-03-01T12:30:00Z'}]}");
        event("1", "2026-03-01T08:30:00Z", "'status': 'AVAILABLE'");
        event("2", "2026-03-01T12:00:00Z", "'status': 'UNAVAILABLE', 'reason': 'LUNCH'");
        event("3", "2026-03-01T12:30:00Z", "'status': 'AVAILABLE'");
        event("4", "2026-03-01T16:00:00Z", "'status': 'AWAY'");
    }

    private void event(String id, String time, String data) {
        var answer =
                api.post(
                        admin,
                        "/api/v1/presence-events",
                        quoted(
                                "[{'specversion':'1.0','id':'%s','source':'/telephony','type':'dev.rollcall.presence.changed','subject':'agent-017','time':'%s','data':{%s}}]"
                                        .formatted(id, time, data)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void addsUpAPersonsDayWithTheThreeFigures() {
        var answer = api.get(admin, REPORT + "&agent=agent-017");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("/items/0").toString())
                .isEqualTo(
                        quoted(
                                "{'key':'agent-017','scheduledSeconds':28800,'raw':{'inSeconds':27000,'outSeconds':1800,'percent':93.75},'tolerated':{'inSeconds':27000,'outSeconds':1800,'percent':93.75},'score':{'inSeconds':27000,'outSeconds':1800,'percent':93.75},'conformancePercent':93.33,'late':1,'early':0,'absent':0,'interrupted':0,'changedAfterwardsSeconds':0,'beforePercent':null,'targetPercent':90}"));
    }

    @ParameterizedTest
    @CsvSource({
        "agent,agent-017",
        "unit,berlin",
        "day,2026-03-01",
        "week,2026-02-23",
        "activity,LUNCH"
    })
    void groupsByWhatOneAsksFor(String groupBy, String key) {
        assertThat(
                        api.get(admin, REPORT + "&unit=berlin&groupBy=" + groupBy)
                                .at("/items/0/key")
                                .stringValue())
                .isEqualTo(key);
    }

    @Test
    void writesTheSameAsAFile() {
        assertThat(
                        api.get(
                                        admin,
                                        "/api/v1/reports/adherence/exports"
                                                + DAY
                                                + "&agent=agent-017")
                                .text())
                .startsWith("key,scheduledSeconds,")
                .contains(
                        "agent-017,28800,27000,1800,1800,1800,93.75,93.75,93.75,93.33,1,0,0,0,0,,90");
    }

    @Test
    void saysWhatWasNotThereForCustomers() {
        var answer = api.get(admin, "/api/v1/reports/shrinkage" + DAY + "&unit=berlin");

        assertThat(answer.at("/plannedSeconds").longValue()).isEqualTo(1800);
        assertThat(answer.at("/unplannedSeconds").longValue()).isEqualTo(1800);
        assertThat(answer.at("/percent").doubleValue()).isEqualTo(12.5);
        assertThat(answer.at("/notDone").toString())
                .isEqualTo(
                        quoted(
                                "{'lateSeconds':1800,'earlySeconds':0,'absentSeconds':0,'interruptedSeconds':0}"));
        assertThat(api.get(admin, "/api/v1/reports/schedule-faults" + DAY).text()).isEqualTo("[]");
    }

    @Test
    void saysWhatRecursAndTellsSignsOfStrain() {
        var answer = api.get(admin, "/api/v1/agents/agent-017/adherence-patterns");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("/recurrence/verdict").stringValue()).isEqualTo("ISOLATED");
        assertThat(answer.at("/recurrence/evidence/way").stringValue()).isEqualTo("STARTED_LATE");
        assertThat(answer.at("/recurrence/cells/0/weekday").stringValue()).isEqualTo("SUNDAY");
        assertThat(answer.at("/weeks").size()).isEqualTo(13);
        assertThat(answer.at("/weeks/12/totals/late").intValue()).isEqualTo(1);
        assertThat(api.get(admin, "/api/v1/reports/strain" + DAY).text()).isEqualTo("[]");
    }

    @Test
    void aWeekIsPreparedReadAndNotedOn() {
        weekly.prepare();
        var address = "/api/v1/agents/agent-017/weekly-reports/2026-02-23";

        var listed = api.get(admin, "/api/v1/reports/weekly?week=2026-02-23&unit=berlin");
        assertThat(listed.at("/items/0/agent").stringValue()).isEqualTo("agent-017");
        assertThat(listed.at("/items/0/prepared/score/outSeconds").longValue()).isEqualTo(1800);
        assertThat(listed.at("/items/0/note").isNull()).isTrue();

        var noted = api.put(admin, address + "/note", quoted("{'text':'The bus was late.'}"));
        assertThat(noted.status()).as(noted.toString()).isEqualTo(200);
        assertThat(noted.header("ETag")).isEqualTo("\"1\"");
        assertThat(
                        api.put(
                                        admin,
                                        address + "/note",
                                        quoted("{'text':'Again.'}"),
                                        Map.of("If-Match", "\"0\""))
                                .status())
                .isEqualTo(409);
        var read = api.get(admin, address);
        assertThat(read.at("/report/note/text").stringValue()).isEqualTo("The bus was late.");
        assertThat(read.at("/days/0/date").stringValue()).isEqualTo("2026-03-01");
        assertThat(read.at("/notes").size()).isEqualTo(1);
        assertThat(api.get(admin, "/api/v1/reports/weekly?week=2026-02-24").status())
                .isEqualTo(400);
        assertThat(api.get(admin, "/api/v1/agents/agent-017/weekly-reports/2026-02-16").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "adherence,from=2026-03-02&to=2026-03-01,/to",
        "adherence,from=2026-01-01&to=2026-12-31,/to",
        "adherence,from=2026-03-01&to=2026-03-01&groupBy=shoe,/groupBy",
        "adherence,from=2026-03-01&to=2026-03-01&unit=berlin&agent=agent-017,/agent",
        "shrinkage,from=2500-03-01&to=2500-03-01,/from",
        "schedule-faults,from=2026-03-02&to=2026-03-01,/to"
    })
    void namesTheFieldThatIsWrong(String report, String query, String field) {
        var answer = api.get(admin, "/api/v1/reports/" + report + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(field);
    }

    @Test
    void saysNothingOfPeopleElsewhere() {
        var lisbon = api.tokenFor("lisbon", TokenScope.ADHERENCE_READ);

        assertThat(api.get(lisbon, REPORT + "&agent=agent-017").status()).isEqualTo(404);
        assertThat(api.get(lisbon, REPORT + "&unit=berlin").status()).isEqualTo(404);
        assertThat(api.get(lisbon, REPORT).text())
                .doesNotContain("agent-017")
                .contains("agent-030");
    }
}
