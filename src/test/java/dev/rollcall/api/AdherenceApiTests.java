package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.security.TokenScope;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// How people stand and stood, and the calculation that stores nothing, as programs see them.
class AdherenceApiTests extends ApiFixture {

    private static final String CALCULATIONS = "/api/v1/adherence/calculations";
    private static final String TIMELINE = "/api/v1/agents/agent-017/timeline?date=2026-03-02";

    private static final String DOCUMENTED_QUESTION =
            """
            { 'zone': 'UTC',
              'period': {'from': '2026-03-02T08:00:00Z', 'to': '2026-03-02T16:00:00Z'},
              'asOf': '2026-03-02T16:00:00Z',
              'activities': {'STOCKTAKING': 'AUXILIARY'},
              'schedule': [{'activity': 'WORK',  'start': '2026-03-02T08:00:00Z', 'end': '2026-03-02T16:00:00Z'},
                           {'activity': 'LUNCH', 'start': '2026-03-02T12:00:00Z', 'end': '2026-03-02T12:30:00Z'}],
              'initialPresence': 'AVAILABLE',
              'events': [{'at': '2026-03-02T12:00:00Z', 'presence': 'UNAVAILABLE/LUNCH'}, {'at': '2026-03-02T12:45:00Z', 'presence': 'AVAILABLE'}],
              'workingPresences': ['AVAILABLE', 'ACTIVE'],
              'mapping': [{'activity': 'WORK', 'presence': 'AVAILABLE', 'verdict': 'IN'}, {'activity': 'WORK', 'presence': '*', 'verdict': 'OUT'},
                          {'activity': 'LUNCH', 'presence': 'UNAVAILABLE/LUNCH', 'verdict': 'IN'}, {'activity': 'LUNCH', 'presence': '*', 'verdict': 'OUT'}],
              'unmapped': 'NEUTRAL',
              'unscheduled': 'IGNORE',
              'grace': {'default': {'model': 'MINIMUM_EXCEPTION', 'seconds': 120},
                        'activities': {'LUNCH': {'model': 'BOUNDARY', 'startBefore': 0, 'startAfter': 0, 'endBefore': 0, 'endAfter': 300}}},
              'excuses': [{'start': '2026-03-02T12:35:00Z', 'end': '2026-03-02T12:45:00Z', 'reason': 'Helped the reception'}] }
            """;

    private static final String DOCUMENTED_ANSWER =
            """
            { 'scheduledSeconds': 28800, 'neutralSeconds': 0, 'unmappedSeconds': 0, 'unscheduledWorkSeconds': 0,
              'raw':       {'inSeconds': 27900, 'outSeconds': 900, 'percent': 96.88},
              'tolerated': {'inSeconds': 28200, 'outSeconds': 600, 'percent': 97.92},
              'score':     {'inSeconds': 28800, 'outSeconds': 0,   'percent': 100.00},
              'conformancePercent': 96.67,
              'deviations': [ {'start': '2026-03-02T12:30:00Z', 'end': '2026-03-02T12:45:00Z', 'seconds': 900, 'activity': 'WORK', 'presences': ['UNAVAILABLE/LUNCH'],
                               'impact': 'NEGATIVE', 'edge': 'LATE', 'toleratedSeconds': 300, 'excusedSeconds': 600} ] }
            """;

    private static final String SMALLEST =
            "{'period': {'from': '2026-03-02T08:00:00Z', 'to': '2026-03-02T09:00:00Z'}, 'schedule': [], 'events': [], 'mapping': []}";

    @Autowired private LiveBoard board;

    @Test
    void calculatesTheDocumentedExampleByteForByte() {
        var answer = api.post(admin, CALCULATIONS, quoted(DOCUMENTED_QUESTION));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(quoted(DOCUMENTED_ANSWER.replaceAll("\\s", "")));
    }

    @Test
    void needsNoMoreThanPeriodScheduleEventsAndMapping() {
        var answer = api.post(admin, CALCULATIONS, quoted(SMALLEST));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        quoted(
                                "{'scheduledSeconds':0,'neutralSeconds':0,'unmappedSeconds':0,'unscheduledWorkSeconds':0,'raw':{'inSeconds':0,'outSeconds':0,'percent':null},'tolerated':{'inSeconds':0,'outSeconds':0,'percent':null},'score':{'inSeconds':0,'outSeconds':0,'percent':null},'conformancePercent':null,'deviations':[]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'zone': 'UTC'                                        | 'zone': 'Mars/Olympus'                    | /zone
                    'to': '2026-03-02T16:00:00Z'                         | 'to': '2026-03-02T08:00:00Z'              | /period/to
                    'from': '2026-03-02T08:00:00Z', 'to'                 | 'to'                                      | /period/from
                    'from': '2026-03-02T08:00:00Z', 'to'                 | 'from': '8 am', 'to'                      | /period/from
                    'asOf': '2026-03-02T16:00:00Z'                       | 'asOf': '2026-03-02'                      | /asOf
                    'asOf': '2026-03-02T16:00:00Z'                       | 'asOf': '+12026-03-02T16:00:00Z'          | /asOf
                    'STOCKTAKING': 'AUXILIARY'                           | 'STOCKTAKING': 'FUN'                      | /activities/STOCKTAKING
                    'activity': 'LUNCH', 'start'                         | 'activity': 'NAP', 'start'                | /schedule/1/activity
                    'end': '2026-03-02T12:30:00Z'                        | 'end': '2026-03-02T12:00:00Z'             | /schedule/1/end
                    'initialPresence': 'AVAILABLE'                       | 'initialPresence': 'DREAMING'             | /initialPresence
                    {'at': '2026-03-02T12:00:00Z', 'presence'            | {'presence'                               | /events/0/at
                    'presence': 'UNAVAILABLE/LUNCH'}, {'at'              | 'presence': 'LUNCH'}, {'at'               | /events/0/presence
                    'workingPresences': ['AVAILABLE', 'ACTIVE']          | 'workingPresences': ['AVAILABLE', 'BUSY'] | /workingPresences/1
                    'presence': 'AVAILABLE', 'verdict': 'IN'             | 'presence': 'AVAILABLE', 'verdict': 'YES' | /mapping/0/verdict
                    {'activity': 'WORK', 'presence': 'AVAILABLE'         | {'presence': 'AVAILABLE'                  | /mapping/0/activity
                    'unmapped': 'NEUTRAL'                                | 'unmapped': 'IN'                          | /unmapped
                    'unscheduled': 'IGNORE'                              | 'unscheduled': 'OUT'                      | /unscheduled
                    {'model': 'MINIMUM_EXCEPTION', 'seconds': 120}       | {'model': 'MINIMUM_EXCEPTION'}            | /grace/default/seconds
                    {'model': 'MINIMUM_EXCEPTION', 'seconds': 120}       | {'model': 'ALARM_ONLY'}                   | /grace/default/seconds
                    {'model': 'MINIMUM_EXCEPTION', 'seconds': 120}       | {'model': 'KINDNESS'}                     | /grace/default/model
                    {'model': 'MINIMUM_EXCEPTION', 'seconds': 120}       | {'model': 'ALARM_ONLY', 'seconds': -1}    | /grace/default/seconds
                    {'model': 'MINIMUM_EXCEPTION', 'seconds': 120}       | {'model': 'ALARM_ONLY', 'seconds': 0.5}   | /grace/default/seconds
                    'endAfter': 300                                      | 'endAfter': -300                          | /grace/activities/LUNCH/endAfter
                    'end': '2026-03-02T12:45:00Z', 'reason'              | 'end': '2026-03-02T12:35:00Z', 'reason'   | /excuses/0/end
                    'mapping': [                                         | 'rules': [                                | /mapping
                    'schedule': [                                        | 'plan': [                                 | /schedule
                    'events': [                                          | 'feed': [                                 | /events
                    'period': {                                          | 'from': {                                 | /period
                    """)
    void namesTheFieldItCannotCalculateWith(String good, String bad, String pointer) {
        var broken = DOCUMENTED_QUESTION.replace(good, bad);
        assertThat(broken).isNotEqualTo(DOCUMENTED_QUESTION);

        var answer = api.post(admin, CALCULATIONS, quoted(broken));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(answer.at("/errors").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"schedule, /schedule", "events, /events"})
    void calculatesWithTenThousandEntriesAndNoMore(String list, String pointer) {
        var one =
                list.equals("events")
                        ? "{'at':'2026-03-02T08:00:00Z','presence':'AWAY'}"
                        : "{'activity':'WORK','start':'2026-03-02T08:00:00Z','end':'2026-03-02T09:00:00Z'}";
        var empty = "'%s': []".formatted(list);

        var most = SMALLEST.replace(empty, "'%s': [%s]".formatted(list, many(one, 10_000)));
        assertThat(api.post(admin, CALCULATIONS, quoted(most)).status()).isEqualTo(200);
        var more = SMALLEST.replace(empty, "'%s': [%s]".formatted(list, many(one, 10_001)));
        var answer = api.post(admin, CALCULATIONS, quoted(more));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/detail").stringValue()).contains("10,000", "10001");
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807", "31536000000", "0"})
    void calculatesWithAnyAmountOfGrace(long seconds) {
        for (var model :
                new String[] {
                    "{'model': 'MINIMUM_EXCEPTION', 'seconds': %d}",
                    "{'model': 'ALARM_ONLY', 'seconds': %d}",
                    "{'model': 'BOUNDARY', 'startBefore': %1$d, 'startAfter': %1$d, 'endBefore': %1$d, 'endAfter': %1$d}"
                }) {
            var question =
                    DOCUMENTED_QUESTION.replace(
                            "{'model': 'MINIMUM_EXCEPTION', 'seconds': 120}",
                            model.formatted(seconds));
            var answer = api.post(admin, CALCULATIONS, quoted(question));
            assertThat(answer.status()).as(model + answer).isEqualTo(200);
        }
    }

    @Test
    void givesADayInFull() {
        plannedAndDone();

        var answer = api.get(admin, TIMELINE);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.propertyNames())
                .contains(
                        "agent",
                        "date",
                        "zone",
                        "schedule",
                        "presence",
                        "deviations",
                        "raw",
                        "tolerated",
                        "score",
                        "conformancePercent",
                        "ruleVersion");
        assertThat(answer.at("/schedule").toString())
                .isEqualTo(
                        quoted(
                                "[{'activity':'WORK','category':'WORK','start':'2026-03-02T06:00:00Z','end':'2026-03-02T14:00:00Z'}]"));
        assertThat(answer.at("/presence/0").toString())
                .isEqualTo(
                        quoted(
                                "{'start':'2026-03-02T06:10:00Z','end':'2026-03-02T07:00:00Z','presence':'AVAILABLE','source':'/pbx','changedBy':null,'automatic':false,'onCall':false}"));
        assertThat(answer.at("/deviations/0").toString())
                .isEqualTo(
                        quoted(
                                "{'start':'2026-03-02T06:00:00Z','end':'2026-03-02T06:10:00Z','seconds':600,'activity':'WORK','presences':['AWAY'],'impact':'NEGATIVE','edge':'LATE','toleratedSeconds':0,'excusedSeconds':0}"));
        assertThat(answer.at("/score").toString())
                .isEqualTo(quoted("{'inSeconds':3000,'outSeconds':4200,'percent':41.67}"));
        assertThat(answer.at("/ruleVersion").stringValue()).isEqualTo("shipped");
    }

    @Test
    void saysWhoChangedAStatusByHand() {
        plannedAndDone();
        put("/api/v1/agents/agent-017/status", "{'status':'AVAILABLE'}");

        var last = api.get(admin, TIMELINE).at("/presence/2");

        assertThat(last.path("presence").stringValue()).isEqualTo("AVAILABLE");
        assertThat(last.path("changedBy").stringValue()).isEqualTo("Test");
    }

    @Test
    void tellsHowEverybodyStandsNow() {
        plannedAndDone();
        board.settle();

        var answer = api.get(admin, "/api/v1/adherence/current?unit=berlin");

        assertThat(answer.at("/items").size()).as(answer.toString()).isEqualTo(2);
        var row = answer.at("/items/0");
        assertThat(row.propertyNames())
                .contains(
                        "agent",
                        "name",
                        "unit",
                        "state",
                        "since",
                        "validUntil",
                        "presence",
                        "raw",
                        "tolerated",
                        "score");
        assertThat(row.path("agent").stringValue()).isEqualTo("agent-017");
        assertThat(row.path("state").stringValue()).isEqualTo("SEVERE");
        assertThat(row.path("since").stringValue()).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(row.path("presence").stringValue()).isEqualTo("UNAVAILABLE/BREAK");
        assertThat(row.at("/score").toString())
                .isEqualTo(quoted("{'inSeconds':3000,'outSeconds':4200,'percent':41.67}"));
        assertThat(answer.at("/items/1/state").stringValue()).isEqualTo("NOT_SCHEDULED");

        var then =
                api.get(
                        admin,
                        "/api/v1/adherence/current?unit=berlin&knownAt=2026-03-02T06:59:00Z");
        assertThat(then.at("/items").size()).as(then.toString()).isEqualTo(2);
        assertThat(
                        api.get(admin, "/api/v1/adherence/current?knownAt=2036-03-02T06:59:00Z")
                                .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"agent, agent, agent-017", "day, date, 2026-03-02", "unit, unit, berlin"})
    void addsFiguresUp(String groupBy, String field, String value) {
        plannedAndDone();

        var answer =
                api.get(
                        admin,
                        "/api/v1/adherence?from=2026-03-02&to=2026-03-02&unit=berlin&groupBy="
                                + groupBy);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var line = answer.at("/items/0");
        assertThat(line.path(field).stringValue()).isEqualTo(value);
        assertThat(line.propertyNames())
                .containsExactly(
                        field,
                        "scheduledSeconds",
                        "neutralSeconds",
                        "unmappedSeconds",
                        "unscheduledWorkSeconds",
                        "raw",
                        "tolerated",
                        "score",
                        "conformancePercent",
                        "deviations",
                        "changedAfterwardsSeconds",
                        "daysPlannedAfterwards");
        assertThat(line.path("score").toString())
                .isEqualTo(quoted("{'inSeconds':3000,'outSeconds':4200,'percent':41.67}"));
    }

    @ParameterizedTest
    @CsvSource({
        "to=2026-03-02, /from",
        "from=2026-03-02, /to",
        "from=2026-03-02&to=2026-03-01, /to",
        "from=2024-03-02&to=2026-03-01, /to",
        "from=Monday&to=2026-03-01, /from",
        "from=2026-03-02&to=2026-03-02&groupBy=team, /groupBy",
        "from=2026-03-02&to=2026-03-02&unit=berlin&agent=agent-017, /agent",
        "from=2026-03-02&to=2026-03-02&limit=0, /limit",
        "from=%2B999999999-12-31&to=%2B999999999-12-31, /from",
        "from=-99999-01-01&to=-99999-01-01, /from"
    })
    void namesTheParameterThatIsWrong(String query, String pointer) {
        var answer = api.get(admin, "/api/v1/adherence?" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "/adherence/current?unit=berlin",
        "/adherence?from=2026-03-02&to=2026-03-02&unit=berlin",
        "/adherence?from=2026-03-02&to=2026-03-02&agent=agent-017",
        "/agents/agent-017/timeline",
        "/agents/agent-017/status",
        "/settings/adherence?unit=berlin"
    })
    void saysNothingOfPeopleElsewhere(String path) {
        plannedAndDone();
        board.settle();
        var lisbon = api.tokenFor("lisbon", TokenScope.ADMIN);

        assertThat(api.get(admin, "/api/v1" + path).status()).isEqualTo(200);
        assertThat(api.get(lisbon, "/api/v1" + path).status()).isEqualTo(404);
        assertThat(api.get(lisbon, "/api/v1" + path.replaceAll("\\?unit.*", "")).text())
                .doesNotContain("Ana");
    }

    private void plannedAndDone() {
        put(
                "/api/v1/agents/agent-017/schedule/2026-03-02",
                "{'activities': [{'activity': 'WORK', 'start': '2026-03-02T06:00:00Z', 'end': '2026-03-02T14:00:00Z'}]}");
        var answer =
                api.post(
                        admin,
                        "/api/v1/presence-events",
                        quoted(
                                "[{'specversion':'1.0','id':'1','source':'/pbx','type':'dev.rollcall.presence.changed','subject':'agent-017','time':'2026-03-02T06:10:00Z','data':{'status':'AVAILABLE'}},"
                                        + "{'specversion':'1.0','id':'2','source':'/pbx','type':'dev.rollcall.presence.changed','subject':'agent-017','time':'2026-03-02T07:00:00Z','data':{'status':'UNAVAILABLE','reason':'BREAK'}}]"));
        assertThat(answer.at("/accepted").intValue()).as(answer.toString()).isEqualTo(2);
    }

    private static String many(String one, int count) {
        return IntStream.range(0, count).mapToObj(_ -> one).collect(Collectors.joining(","));
    }
}
