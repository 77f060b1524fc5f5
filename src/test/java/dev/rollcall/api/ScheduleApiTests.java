package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/// Plans as programs write and read them, a day at a time and from files.
class ScheduleApiTests extends ApiFixture {

    private static final String DAY = "/api/v1/agents/agent-017/schedule/2026-03-02";
    private static final String IMPORT = "/api/v1/schedules/imports?format=csv";
    private static final String HEADER = "agent,date,activity,start,end\n";
    private static final String SHIFT =
            """
            {'activities': [{'activity': 'WORK', 'start': '2026-03-02T07:00:00Z', 'end': '2026-03-02T16:00:00+01:00'},
                            {'activity': 'LUNCH', 'start': '2026-03-02T11:00:00Z', 'end': '2026-03-02T11:30:00Z'}],
             'note': 'Early'}
            """;

    @Test
    void givesADayBackWithItsVersion() {
        var written = put(DAY, SHIFT);

        var expected =
                quoted(
                        "{'agent':'agent-017','date':'2026-03-02','version':1,'activities':[{'activity':'WORK','start':'2026-03-02T07:00:00Z','end':'2026-03-02T15:00:00Z'},{'activity':'LUNCH','start':'2026-03-02T11:00:00Z','end':'2026-03-02T11:30:00Z'}],'note':'Early','changedAt':'2026-03-02T08:00:00Z','changedBy':'Test'}");
        assertThat(written.text()).isEqualTo(expected);
        assertThat(written.header(HttpHeaders.ETAG)).isEqualTo("\"1\"");
        assertThat(api.get(admin, DAY).text()).isEqualTo(expected);
        assertThat(api.get(admin, DAY).header(HttpHeaders.ETAG)).isEqualTo("\"1\"");
    }

    @Test
    void knowsNoPlanOfADayThatWasNeverPlanned() {
        var answer = api.get(admin, DAY);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/detail").stringValue()).contains("agent-017 on 2026-03-02");
    }

    @Test
    void replacesTheWholeDayAndClearsItWithAnEmptyList() {
        put(DAY, SHIFT);

        var cleared = put(DAY, "{'activities': []}");

        assertThat(cleared.at("/version").intValue()).isEqualTo(2);
        assertThat(cleared.at("/activities").isEmpty()).isTrue();
        assertThat(cleared.at("/note").isNull()).isTrue();
        assertThat(api.get(admin, DAY).status()).isEqualTo(200);
    }

    @Test
    void letsTheSecondOfTwoPlannersKnowWhoWasFirst() {
        var fresh = Map.of(HttpHeaders.IF_NONE_MATCH, "*");
        assertThat(api.put(admin, DAY, quoted(SHIFT), fresh).status()).isEqualTo(200);
        assertThat(api.put(admin, DAY, quoted("{'activities': []}"), fresh).status())
                .isEqualTo(409);
        var seen = Map.of(HttpHeaders.IF_MATCH, "\"1\"");
        put(DAY, SHIFT.replace("Early", "First"));

        var second = api.put(admin, DAY, quoted(SHIFT.replace("Early", "Second")), seen);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/detail").stringValue())
                .isEqualTo(
                        "Test wrote version 2 of 2026-03-02 at 2026-03-02T08:00:00Z, and you"
                                + " expected version 1. Read the day again and repeat your change.");
        assertThat(api.get(admin, DAY).at("/note").stringValue()).isEqualTo("First");
    }

    @Test
    void ownsAShiftByItsDateWhereverItsHoursFall() {
        put(
                DAY,
                "{'activities': [{'activity': 'WORK', 'start': '2026-03-02T22:00:00+01:00', 'end': '2026-03-03T06:00:00+01:00'}]}");

        assertThat(api.get(admin, DAY).at("/activities/0/end").stringValue())
                .isEqualTo("2026-03-03T05:00:00Z");
        assertThat(api.get(admin, DAY.replace("-02", "-03")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                                                                          | /activities
                    {'activities': {}}                                                                                          | /activities
                    {'activities': [17]}                                                                                        | /activities/0
                    {'activities': [null]}                                                                                      | /activities/0
                    {'activities': [{'start': '2026-03-02T07:00:00Z', 'end': '2026-03-02T08:00:00Z'}]}                          | /activities/0/activity
                    {'activities': [{'activity': 'NAP', 'start': '2026-03-02T07:00:00Z', 'end': '2026-03-02T08:00:00Z'}]}       | /activities/0/activity
                    {'activities': [{'activity': 'WORK', 'end': '2026-03-02T08:00:00Z'}]}                                       | /activities/0/start
                    {'activities': [{'activity': 'WORK', 'start': '2026-03-02T07:00:00Z'}]}                                     | /activities/0/end
                    {'activities': [{'activity': 'WORK', 'start': '2026-03-02 07:00', 'end': '2026-03-02T08:00:00Z'}]}          | /activities/0/start
                    {'activities': [{'activity': 'WORK', 'start': '2026-03-02T07:00:00', 'end': '2026-03-02T08:00:00Z'}]}       | /activities/0/start
                    {'activities': [{'activity': 'WORK', 'start': 1772434800, 'end': '2026-03-02T08:00:00Z'}]}                  | /activities/0/start
                    {'activities': [{'activity': 'WORK', 'start': '2026-03-02T08:00:00Z', 'end': '2026-03-02T08:00:00Z'}]}      | /activities/0/end
                    {'activities': [{'activity': 'WORK', 'start': '2026-03-02T08:00:00Z', 'end': '2026-03-02T07:00:00Z'}]}      | /activities/0/end
                    {'activities': [{'activity': 'WORK', 'start': '2026-02-27T08:00:00Z', 'end': '2026-02-27T09:00:00Z'}]}      | /activities/0/start
                    {'activities': [{'activity': 'WORK', 'start': '2026-03-02T08:00:00Z', 'end': '2026-03-09T09:00:00Z'}]}      | /activities/0/end
                    """)
    void namesTheEntryThatIsWrongAndChangesNothing(String form, String pointer) {
        put(DAY, SHIFT);

        var answer = api.put(admin, DAY, quoted(form));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(api.get(admin, DAY).at("/version").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30, 400", "today, 400", "1969-12-31, 400", "+99999-01-01, 400"})
    void refusesDatesThatAreNone(String date, int status) {
        var path = DAY.replace("2026-03-02", date.replace("+", "%2B"));
        var answer = api.put(admin, path, quoted("{'activities': []}"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo("/date");
    }

    @Test
    void importsACalendar() {
        var answer =
                send(
                        "ics",
                        "text/calendar",
                        """
                        BEGIN:VCALENDAR
                        BEGIN:VEVENT
                        UID:1
                        X-ROLLCALL-AGENT:agent-017
                        SUMMARY:Work
                        DTSTART:20260302T070000Z
                        DTEND:20260302T150000Z
                        END:VEVENT
                        END:VCALENDAR
                        """);
        assertThat(answer.text()).isEqualTo(quoted("{'imported':1,'days':1,'rejected':[]}"));
        assertThat(api.get(admin, DAY).at("/activities/0/end").stringValue())
                .isEqualTo("2026-03-02T15:00:00Z");
    }

    @Test
    void importsNothingOfACalendarWithABrokenDateAndNamesItsLine() {
        var answer =
                send(
                        "ics&agent=agent-017",
                        "text/calendar",
                        """
                        BEGIN:VCALENDAR
                        BEGIN:VEVENT
                        SUMMARY:Work
                        DTSTART:20260302T070000Z
                        DURATION:PT8H
                        END:VEVENT
                        BEGIN:VEVENT
                        SUMMARY:Work
                        DTSTART:20260230T070000Z
                        DURATION:PT8H
                        END:VEVENT
                        END:VCALENDAR
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo("/lines/9");
        assertThat(answer.at("/rejected/0/line").intValue()).isEqualTo(9);
        assertThat(api.get(admin, DAY).status()).isEqualTo(404);
    }

    @Test
    void importsShiftsOfMicrosoftGraphAndPointsAtWhatIsWrong() {
        var shift =
                "{'value': [{'userId': 'agent-017', 'sharedShift': {'displayName': 'Day',"
                        + " 'startDateTime': '2026-03-02T07:00:00Z', 'endDateTime':"
                        + " '2026-03-02T15:00:00Z', 'activities': []}}]}";
        var answer = send("graph", "application/json", quoted(shift));
        assertThat(answer.text()).isEqualTo(quoted("{'imported':1,'days':1,'rejected':[]}"));

        var bad = send("graph", "application/json", quoted(shift.replace("T15:00", " 15:00")));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.at("/errors/0/pointer").stringValue())
                .isEqualTo("/value/0/sharedShift/endDateTime");
    }

    @Test
    void saysWhichFormatsPeopleAndActivitiesThereAre() {
        assertThat(send("xls", "text/csv", "x").at("/errors/0/pointer").stringValue())
                .isEqualTo("/format");
        assertThat(
                        send("ics&agent=nobody", "text/calendar", "x")
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/agent");
        assertThat(
                        send("graph&activity=NAP", "application/json", "{}")
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/activity");
        assertThat(send("ics", "image/png", "x").status()).isEqualTo(415);
    }

    private ApiClient.Answer send(String format, String type, String text) {
        return api.send(
                admin,
                HttpMethod.POST,
                "/api/v1/schedules/imports?format=" + format,
                text,
                Map.of(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8"));
    }

    @Test
    void listsTheVersionsOfADayAndRestoresOne() {
        put(DAY, SHIFT);
        put(DAY, SHIFT.replace("11:30", "11:45").replace("Early", "Late"));

        var versions = api.get(admin, DAY + "/versions");
        assertThat(versions.at("/items/0/plan/version").intValue()).isEqualTo(2);
        assertThat(versions.at("/items/0/changes").toString())
                .isEqualTo(
                        quoted(
                                "[{'kind':'MOVED','activity':'LUNCH','start':'2026-03-02T11:00:00Z','end':'2026-03-02T11:45:00Z','startBefore':'2026-03-02T11:00:00Z','endBefore':'2026-03-02T11:30:00Z'},{'kind':'NOTE'}]"));
        assertThat(versions.at("/items/1/changes/0/kind").stringValue()).isEqualTo("ADDED");

        var stale =
                api.send(
                        admin,
                        HttpMethod.POST,
                        DAY + "/versions/1/restore",
                        null,
                        Map.of(HttpHeaders.IF_MATCH, "\"1\""));
        assertThat(stale.status()).isEqualTo(409);
        var restored =
                api.send(
                        admin,
                        HttpMethod.POST,
                        DAY + "/versions/1/restore",
                        null,
                        Map.of(HttpHeaders.IF_MATCH, "\"2\""));
        assertThat(restored.at("/version").intValue()).isEqualTo(3);
        assertThat(restored.at("/note").stringValue()).isEqualTo("Early");
        assertThat(restored.at("/activities/1/end").stringValue())
                .isEqualTo("2026-03-02T11:30:00Z");
        assertThat(
                        api.send(
                                        admin,
                                        HttpMethod.POST,
                                        DAY + "/versions/9/restore",
                                        null,
                                        Map.of())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void exportsWhatCanBeImportedAgain() {
        put(DAY, SHIFT);
        var range = "&from=2026-03-01&to=2026-03-31";

        var table = export("csv" + range);
        assertThat(table.text())
                .isEqualTo(
                        "\uFEFF"
                                + HEADER.replace("\n", "\r\n")
                                + "agent-017,2026-03-02,WORK,08:00,16:00\r\n"
                                + "agent-017,2026-03-02,LUNCH,12:00,12:30\r\n");
        assertThat(table.header(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"plans-2026-03-01-2026-03-31.csv\"");
        assertThat(api.csv(admin, IMPORT, table.text()).text())
                .isEqualTo(quoted("{'imported':2,'days':1,'rejected':[]}"));

        var calendar = export("ics&agent=agent-017" + range);
        assertThat(calendar.text())
                .contains("X-ROLLCALL-AGENT:agent-017\r\n", "DTSTART:20260302T070000Z\r\n");
        assertThat(send("ics", "text/calendar", calendar.text()).at("/imported").intValue())
                .isEqualTo(2);

        assertThat(export("json" + range).at("/items/0/activities/1/activity").stringValue())
                .isEqualTo("LUNCH");
        assertThat(export("xlsx" + range).text()).startsWith("PK");
    }

    @Test
    void exportsNoMoreThanOneAsksFor() {
        assertThat(
                        export("csv&from=2026-03-02&to=2026-03-01")
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/to");
        assertThat(
                        export("csv&from=2026-01-01&to=2026-12-31")
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/to");
        assertThat(
                        export("pdf&from=2026-03-02&to=2026-03-02")
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/format");
        assertThat(export("csv&from=2026-03-02&to=2026-03-02&agent=nobody").status())
                .isEqualTo(404);
        assertThat(export("csv&from=2026-03-02&to=2026-03-02&unit=nowhere").status())
                .isEqualTo(404);
        assertThat(export("csv").status()).isEqualTo(400);
    }

    private ApiClient.Answer export(String query) {
        return api.get(admin, "/api/v1/schedules/exports?format=" + query);
    }

    @Test
    void importsManyDaysFromAFile() {
        var answer =
                api.csv(
                        admin,
                        IMPORT,
                        HEADER
                                + "agent-017,2026-03-02,WORK,08:00,16:00\n"
                                + "agent-017,2026-03-02,LUNCH,12:00,12:30\n"
                                + "agent-030,2026-03-02,WORK,22:00,06:00\n"
                                + "agent-030,2026-03-02,BREAK,02:00,02:15\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(quoted("{'imported':4,'days':2,'rejected':[]}"));
        assertThat(api.get(admin, DAY).at("/activities/0/start").stringValue())
                .isEqualTo("2026-03-02T07:00:00Z");
        var night = api.get(admin, DAY.replace("agent-017", "agent-030"));
        assertThat(night.at("/activities/0/end").stringValue()).isEqualTo("2026-03-03T06:00:00Z");
        assertThat(night.at("/activities/1/start").stringValue()).isEqualTo("2026-03-03T02:00:00Z");
    }

    @Test
    void namesLineAndFieldOfEveryBadLineAndChangesNothing() {
        put(DAY, SHIFT);
        var lines =
                IntStream.rangeClosed(2, 60)
                        .mapToObj(line ->
                                switch (line) {
                                    case 37 -> "agent-017,2026-03-02,WORK,8 o'clock,16:00";
                                    case 41 -> "nobody,2026-03-02,WORK,08:00,16:00";
                                    case 43 -> "agent-018,2026-03-29,WORK,02:30,16:00";
                                    default ->
                                            "agent-018,%s,BREAK,08:00,08:15"
                                                    .formatted(
                                                            LocalDate.of(2026, 3, 30)
                                                                    .plusDays(line));
                                })
                        .collect(Collectors.joining("\n", HEADER, "\n"));

        var answer = api.csv(admin, IMPORT, lines);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(answer.at("/detail").stringValue())
                .isEqualTo(
                        "Nothing was imported. Line 37: The start \"8 o'clock\" is not a time of"
                                + " day such as 17:30. And 2 more.");
        assertThat(answer.at("/rejected").toString())
                .isEqualTo(
                        "[{\"line\":37,\"detail\":\"The start \\\"8 o'clock\\\" is not a time of day such as 17:30.\"},"
                                + "{\"line\":41,\"detail\":\"Unknown agent \\\"nobody\\\".\"},"
                                + "{\"line\":43,\"detail\":\"The start 02:30 does not exist on 2026-03-29 in Europe/Berlin: the clocks go forward over it.\"}]");
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo("/lines/37");
        assertThat(answer.at("/imported").intValue()).isZero();
        assertThat(api.get(admin, DAY).at("/version").intValue()).isEqualTo(1);
        assertThat(api.get(admin, "/api/v1/agents/agent-018/schedule/2026-04-01").status())
                .isEqualTo(404);
    }

    @Test
    void importsTheGoodLinesOnlyWhenAskedTo() {
        var file =
                HEADER
                        + "agent-017,2026-03-02,WORK,08:00,16:00\n"
                        + "nobody,2026-03-02,WORK,08:00,16:00\n";

        var tried = api.csv(admin, IMPORT + "&dryRun=true", file);
        var triedInPart = api.csv(admin, IMPORT + "&dryRun=true&partial=true", file);
        assertThat(api.get(admin, DAY).status()).isEqualTo(404);
        var done = api.csv(admin, IMPORT + "&partial=true", file);

        var expected =
                quoted(
                        "{'imported':1,'days':1,'rejected':[{'line':3,'detail':'Unknown agent \\'nobody\\'.'}]}");
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text()).isEqualTo(expected);
        assertThat(triedInPart.text()).isEqualTo(expected);
        assertThat(done.text()).isEqualTo(expected);
        assertThat(api.get(admin, DAY).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"xlsx", "CSV", "''"})
    void refusesFormatsItDoesNotKnow(String format) {
        var answer = api.csv(admin, "/api/v1/schedules/imports?format=" + format, HEADER);
        if (!format.isEmpty()) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo("/format");
        }
    }

    @Test
    void takesNoPlansForPeopleOfOtherUnits() {
        var lisbon = api.tokenFor("lisbon", TokenScope.SCHEDULE_WRITE, TokenScope.SCHEDULE_READ);
        put(DAY, SHIFT);

        assertThat(api.get(lisbon, DAY).status()).isEqualTo(404);
        assertThat(api.get(lisbon, DAY).at("/detail").stringValue())
                .isEqualTo("There is no agent \"agent-017\".");
        assertThat(api.put(lisbon, DAY, quoted("{'activities': []}")).status()).isEqualTo(404);
        var answer = api.csv(lisbon, IMPORT, HEADER + "agent-017,2026-03-02,WORK,08:00,16:00\n");
        assertThat(answer.at("/rejected/0/detail").stringValue())
                .isEqualTo("Unknown agent \"agent-017\".");
    }
}
