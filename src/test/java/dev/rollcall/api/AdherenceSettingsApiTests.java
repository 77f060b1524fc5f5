package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.security.TokenScope;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// Mapping, grace and thresholds as programs read and write them.
class AdherenceSettingsApiTests extends ApiFixture {

    private static final String ALL = "/api/v1/settings/adherence";
    private static final String BERLIN = ALL + "?unit=berlin";
    private static final String YESTERDAY = "2026-03-01";
    private static final String TODAY = "2026-03-02";
    private static final String TOMORROW = "2026-03-03";

    @Test
    void comesWithDefaultsThatHoldFromTheBeginningOfTime() {
        var answer = api.get(admin, ALL);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.propertyNames())
                .containsExactly(
                        "unit",
                        "version",
                        "mapping",
                        "unmapped",
                        "unscheduled",
                        "grace",
                        "workingPresences",
                        "severeSeconds",
                        "targetPercent",
                        "effectiveFrom");
        assertThat(answer.at("/version").stringValue()).isEqualTo("shipped");
        assertThat(answer.header(HttpHeaders.ETAG)).isEqualTo("\"shipped\"");
        assertThat(answer.at("/unmapped").stringValue()).isEqualTo("NEUTRAL");
        assertThat(answer.at("/unscheduled").stringValue()).isEqualTo("IGNORE");
        assertThat(answer.at("/grace/default/model").stringValue()).isEqualTo("MINIMUM_EXCEPTION");
        assertThat(answer.at("/grace/default/seconds").intValue()).isEqualTo(120);
        assertThat(answer.at("/workingPresences").toString())
                .isEqualTo("[\"AVAILABLE\",\"ACTIVE\"]");
        assertThat(answer.at("/severeSeconds").intValue()).isEqualTo(900);
        assertThat(answer.at("/effectiveFrom").stringValue()).isEqualTo("0001-01-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WORK        | AVAILABLE ACTIVE                                                  | IN      | OUT
                    BREAK       | UNAVAILABLE/BREAK UNAVAILABLE/LUNCH AWAY                          | IN      | OUT
                    LUNCH       | UNAVAILABLE/BREAK UNAVAILABLE/LUNCH AWAY                          | IN      | OUT
                    MEETING     | UNAVAILABLE/MEETING UNAVAILABLE/TRAINING UNAVAILABLE/COACHING     | IN      | OUT
                    TRAINING    | UNAVAILABLE/MEETING UNAVAILABLE/TRAINING UNAVAILABLE/COACHING     | IN      | OUT
                    COACHING    | UNAVAILABLE/MEETING UNAVAILABLE/TRAINING UNAVAILABLE/COACHING     | IN      | OUT
                    BACK_OFFICE | UNAVAILABLE/BACK_OFFICE ACTIVE                                    | IN      | OUT
                    TIME_OFF    | AWAY                                                              | IN      | NEUTRAL
                    """)
    void mapsEachActivityAsShipped(
            String activity, String presences, String verdict, String everythingElse) {
        var in = List.of(presences.split(" "));
        var rules =
                api.get(admin, ALL)
                        .at("/mapping")
                        .valueStream()
                        .filter(rule -> rule.path("activity").stringValue().equals(activity))
                        .toList();

        assertThat(rules).hasSize(9);
        assertThat(rules)
                .allSatisfy(rule ->
                        assertThat(rule.path("verdict").stringValue())
                                .isEqualTo(
                                        in.contains(rule.path("presence").stringValue())
                                                ? verdict
                                                : everythingElse));
    }

    @Test
    void inheritsFromTheUnitAboveThenTheOrganisationThenWhatIsShipped() {
        put("/api/v1/units/mitte", "{'name':'Mitte','zone':'Europe/Berlin','parent':'berlin'}");
        put(ALL, "{'severeSeconds': 600, 'targetPercent': 95, 'unmapped': 'OUT'}");
        put(BERLIN, "{'targetPercent': 92.5, 'grace': {'default': {'model': 'NONE'}}}");
        put(
                ALL + "?unit=mitte",
                "{'grace': {'activities': {'LUNCH': {'model': 'BOUNDARY', 'endAfter': 300}}}}");

        var mitte = api.get(admin, ALL + "?unit=mitte");
        assertThat(mitte.at("/unit").stringValue()).isEqualTo("mitte");
        assertThat(mitte.at("/grace/activities/LUNCH/endAfter").intValue()).isEqualTo(300);
        assertThat(mitte.at("/grace/default/model").stringValue()).isEqualTo("NONE");
        assertThat(mitte.at("/targetPercent").doubleValue()).isEqualTo(92.5);
        assertThat(mitte.at("/severeSeconds").intValue()).isEqualTo(600);
        assertThat(mitte.at("/unmapped").stringValue()).isEqualTo("OUT");
        assertThat(mitte.at("/unscheduled").stringValue()).isEqualTo("IGNORE");
        var lisbon = api.get(admin, ALL + "?unit=lisbon");
        assertThat(lisbon.at("/targetPercent").intValue()).isEqualTo(95);
        assertThat(lisbon.at("/grace/default/seconds").intValue()).isEqualTo(120);
    }

    @Test
    void judgesEachDayByWhatHeldOnIt() {
        lateByAMinute(YESTERDAY);
        lateByAMinute(TODAY);
        put(BERLIN, "{'grace': {'default': {'model': 'NONE'}}, 'effectiveFrom': '2026-03-02'}");
        put(BERLIN, "{'grace': {'default': {'model': 'NONE'}}, 'effectiveFrom': '2026-03-03'}");

        assertThat(scoreOut(YESTERDAY)).isZero();
        assertThat(scoreOut(TODAY)).isEqualTo(60);
        assertThat(timeline(YESTERDAY).path("ruleVersion").stringValue()).isEqualTo("shipped");
        assertThat(timeline(TODAY).path("ruleVersion").stringValue()).isNotEqualTo("shipped");
        assertThat(api.get(admin, BERLIN).at("/effectiveFrom").stringValue()).isEqualTo(TODAY);
        assertThat(api.get(admin, ALL + "?unit=lisbon").at("/version").stringValue())
                .isEqualTo("shipped");
    }

    @Test
    void mapsAPresenceOfTheHouseAsSoonAsSomebodyDecides() {
        plan(TODAY);
        presence(TODAY, "06:00:00", "'UNAVAILABLE','reason':'PRAYER'");
        assertThat(timeline(TODAY).path("unmappedSeconds").intValue()).isEqualTo(7200);
        assertThat(timeline(TODAY).at("/score/percent").isNull()).isTrue();

        put(
                BERLIN,
                "{'mapping': [{'activity':'WORK','presence':'UNAVAILABLE/PRAYER','verdict':'IN'},{'activity':'*','presence':'*','verdict':'OUT'}]}");

        assertThat(timeline(TODAY).path("unmappedSeconds").intValue()).isZero();
        assertThat(timeline(TODAY).at("/score/inSeconds").intValue()).isEqualTo(7200);
    }

    @Test
    void answersWithWhatHoldsFromTheChosenDayOn() {
        var written = put(BERLIN, "{'targetPercent': 80, 'effectiveFrom': '2026-03-03'}");

        assertThat(written.at("/targetPercent").intValue()).isEqualTo(80);
        assertThat(written.at("/effectiveFrom").stringValue()).isEqualTo(TOMORROW);
        assertThat(api.get(admin, BERLIN).at("/targetPercent").intValue()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'targetPercent': 101}                                                       | /targetPercent
                    {'targetPercent': -0.01}                                                     | /targetPercent
                    {'targetPercent': 'high'}                                                    | /targetPercent
                    {'severeSeconds': -1}                                                        | /severeSeconds
                    {'severeSeconds': 1.5}                                                       | /severeSeconds
                    {'unmapped': 'IN'}                                                           | /unmapped
                    {'unscheduled': 'SOMETIMES'}                                                 | /unscheduled
                    {'mapping': [{'activity':'WORK','presence':'AWAY','verdict':'MAYBE'}]}       | /mapping/0/verdict
                    {'mapping': [{'activity':'WORK','presence':'ASLEEP','verdict':'OUT'}]}       | /mapping/0/presence
                    {'mapping': [{'presence':'AWAY','verdict':'OUT'}]}                           | /mapping/0/activity
                    {'mapping': [null]}                                                          | /mapping/0
                    {'mapping': {}}                                                              | /mapping
                    {'grace': {'default': {'model': 'MINIMUM_EXCEPTION'}}}                       | /grace/default/seconds
                    {'grace': {'default': {'model': 'ALARM_ONLY', 'seconds': -5}}}               | /grace/default/seconds
                    {'grace': {'default': {}}}                                                   | /grace/default/model
                    {'grace': {'activities': {'LUNCH': null}}}                                   | /grace/activities/LUNCH
                    {'grace': {'activities': {'A/B': {'model': 'KIND'}}}}                        | /grace/activities/A~1B/model
                    {'workingPresences': ['AVAILABLE', 'BUSY']}                                  | /workingPresences/1
                    {'workingPresences': [null]}                                                 | /workingPresences/0
                    {'effectiveFrom': 'today'}                                                   | /effectiveFrom
                    {'effectiveFrom': '-0044-03-15'}                                             | /effectiveFrom
                    {'effectiveFrom': '+99999-01-01'}                                            | /effectiveFrom
                    """)
    void namesTheFieldThatIsWrongAndChangesNothing(String form, String pointer) {
        var answer = api.put(admin, BERLIN, quoted(form));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(api.get(admin, BERLIN).at("/version").stringValue()).isEqualTo("shipped");
    }

    @Test
    void takesAnyNumberOfSecondsWithoutLosingTheBoard() {
        plan(TODAY);
        put(
                BERLIN,
                "{'severeSeconds': 9223372036854775807, 'grace': {'default': {'model': 'ALARM_ONLY', 'seconds': 9223372036854775807}}}");

        assertThat(timeline(TODAY).path("score").isObject()).isTrue();
        assertThat(api.get(admin, "/api/v1/adherence/current").status()).isEqualTo(200);
    }

    @Test
    void letsTheSecondOfTwoWhoEditTheRulesKnow() {
        var seen = eTag(BERLIN);
        put(BERLIN, "{'targetPercent': 80}");

        var second = put(BERLIN, "{'targetPercent': 70}", seen);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/detail").stringValue())
                .isEqualTo(
                        "The settings of adherence were changed meanwhile by Test. Read them again"
                                + " and repeat your change.");
        assertThat(api.get(admin, BERLIN).at("/targetPercent").intValue()).isEqualTo(80);
        assertThat(put(BERLIN, "{'targetPercent': 70}", eTag(BERLIN)).status()).isEqualTo(200);
        assertThat(put(BERLIN, "{'targetPercent': 60}", "*").status()).isEqualTo(200);
        assertThat(put(BERLIN, "{'targetPercent': 60}", "what I saw").status()).isEqualTo(400);
    }

    @Test
    void letsThemKnowOfAChangeForAnotherDayAndOfOneAbove() {
        var seen = eTag(BERLIN);
        put(BERLIN, "{'targetPercent': 80, 'effectiveFrom': '2026-03-03'}");
        assertThat(put(BERLIN, "{'targetPercent': 70}", seen).status()).isEqualTo(409);

        seen = eTag(BERLIN);
        put(ALL, "{'targetPercent': 85}");
        assertThat(put(BERLIN, "{'targetPercent': 70}", seen).status()).isEqualTo(409);

        seen = eTag(BERLIN);
        put(ALL + "?unit=lisbon", "{'targetPercent': 85}");
        assertThat(put(BERLIN, "{'targetPercent': 70}", seen).status()).isEqualTo(200);
    }

    @Test
    void letsOneOfManyWhoSawTheSameThrough() throws Exception {
        var seen = eTag(BERLIN);
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> writer = () -> put(BERLIN, "{'targetPercent': 80}", seen).status();
            var statuses =
                    threads.invokeAll(Collections.nCopies(8, writer)).stream()
                            .map(done -> done.resultNow())
                            .sorted()
                            .toList();
            assertThat(statuses).startsWith(200, 409).endsWith(409).hasSize(8);
        }
    }

    @Test
    void isWrittenByThoseWhoMayActOnTheWholeOrganisationOrTheUnit() {
        var lisbon = api.tokenFor("lisbon", TokenScope.ADHERENCE_WRITE);
        var target = quoted("{'targetPercent': 50}");

        assertThat(api.put(lisbon, ALL + "?unit=lisbon", target).status()).isEqualTo(200);
        assertThat(api.get(lisbon, ALL + "?unit=lisbon").status()).isEqualTo(200);
        assertThat(api.put(lisbon, BERLIN, target).status()).isEqualTo(404);
        var refused = api.put(lisbon, ALL, target);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/detail").stringValue())
                .isEqualTo("These settings belong to the whole organisation, not to a part of it.");
        assertThat(api.get(admin, ALL).at("/version").stringValue()).isEqualTo("shipped");
    }

    private String eTag(String path) {
        return "" + api.get(admin, path).header(HttpHeaders.ETAG);
    }

    private ApiClient.Answer put(String path, String form, String ifMatch) {
        return api.put(admin, path, quoted(form), Map.of(HttpHeaders.IF_MATCH, ifMatch));
    }

    private void lateByAMinute(String date) {
        plan(date);
        presence(date, "06:01:00", "'AVAILABLE'");
    }

    private void plan(String date) {
        put(
                "/api/v1/agents/agent-017/schedule/" + date,
                "{'activities': [{'activity': 'WORK', 'start': '%1$sT06:00:00Z', 'end': '%1$sT14:00:00Z'}]}"
                        .formatted(date));
        presence(date, "00:00:00", "'AWAY'");
    }

    private void presence(String date, String time, String status) {
        var answer =
                api.post(
                        admin,
                        "/api/v1/presence-events",
                        quoted(
                                "{'specversion':'1.0','id':'%1$s%2$s','source':'/pbx','type':'dev.rollcall.presence.changed','subject':'agent-017','time':'%1$sT%2$sZ','data':{'status':%3$s}}"
                                        .formatted(date, time, status)));
        assertThat(answer.at("/accepted").intValue()).as(answer.toString()).isEqualTo(1);
    }

    private int scoreOut(String date) {
        return timeline(date).at("/score/outSeconds").intValue();
    }

    private JsonNode timeline(String date) {
        return api.get(admin, "/api/v1/agents/agent-017/timeline?date=" + date).json();
    }

    @Test
    void triesRulesAndSaysWhomTheyMove() {
        worked("agent-017", "2026-02-27");
        var asked =
                api.post(
                        admin,
                        ALL + "/replays",
                        quoted(
                                "{'settings': {'grace': {'default': {'model': 'MINIMUM_EXCEPTION',"
                                        + " 'seconds': 14400}}}}"));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        var address = String.valueOf(asked.header(HttpHeaders.LOCATION));
        assertThat(address).isEqualTo(ALL + "/replays/" + asked.at("/id").stringValue());

        await().until(() -> api.get(admin, address).at("/state").stringValue().equals("DONE"));

        var answer = api.get(admin, address);
        assertThat(answer.at("/from").stringValue()).isEqualTo("2026-02-23");
        assertThat(answer.at("/to").stringValue()).isEqualTo(YESTERDAY);
        assertThat(answer.at("/judged").intValue()).isEqualTo(1);
        assertThat(answer.at("/beforePercent").decimalValue()).isEqualByComparingTo("74.19");
        assertThat(answer.at("/whom/0/agent").stringValue()).isEqualTo("agent-017");
        assertThat(answer.at("/whom/0/afterPercent").decimalValue()).isEqualByComparingTo("100");
        assertThat(api.get(api.token(TokenScope.ADMIN), address).status()).isEqualTo(404);
        assertThat(api.post(admin, ALL + "/replays", "{}").status()).isEqualTo(400);
        assertThat(
                        api.post(admin, ALL + "/replays", quoted("{'settings': {}, 'days': 93}"))
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/days");
    }

    @Test
    void judgesPastDaysAnewOneAtATime() {
        worked("agent-017", "2026-02-27");
        put(ALL, "{'grace': {'default': {'model': 'MINIMUM_EXCEPTION', 'seconds': 14400}}}");

        var asked =
                api.post(
                        admin,
                        ALL + "/recalculations?unit=berlin",
                        quoted("{'from': '2026-02-27', 'reason': 'Agreed'}"));

        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        assertThat(asked.at("/to").stringValue()).isEqualTo(YESTERDAY);
        await().until(() ->
                api.get(admin, ALL + "/recalculations")
                        .at("/0/state")
                        .stringValue()
                        .equals("DONE"));
        var figures =
                api.get(admin, "/api/v1/adherence?from=2026-02-27&to=2026-02-27&agent=agent-017");
        assertThat(figures.toString()).contains("\"score\":{\"inSeconds\":27900");
        assertThat(
                        api.post(admin, ALL + "/recalculations", quoted("{'from': '2026-03-02'}"))
                                .status())
                .isEqualTo(400);
        assertThat(api.post(admin, ALL + "/recalculations", "{}").status()).isEqualTo(400);
    }

    @Test
    void listsWhatNobodyHasDecidedOn() {
        worked("agent-017", "2026-02-27");

        var answer = api.get(admin, ALL + "/unmapped");

        assertThat(answer.at("/days").intValue()).isEqualTo(7);
        assertThat(answer.at("/pairs/0").toString())
                .isEqualTo(
                        quoted(
                                "{'activity':'WORK','presence':'UNAVAILABLE/PRAYER','people':1,"
                                        + "'seconds':900,'firstDay':'2026-02-27',"
                                        + "'lastSeen':'2026-02-27T15:00:00Z','suggestion':'OUT'}"));
    }

    /// Eight hours of work in Berlin, the first two away, the last quarter of an hour something
    /// nobody knows.
    private void worked(String agent, String date) {
        put(
                "/api/v1/agents/%s/schedule/%s".formatted(agent, date),
                ("{'activities': [{'activity': 'WORK', 'start': '%1$sT07:00:00Z',"
                                + " 'end': '%1$sT15:00:00Z'}]}")
                        .formatted(date));
        var events =
                List.of("09:00|AVAILABLE|null", "14:45|UNAVAILABLE|'PRAYER'", "15:00|AWAY|null");
        for (var event : events) {
            var parts = event.split("\\|");
            var sent =
                    api.post(
                            admin,
                            "/api/v1/presence-events",
                            quoted(
                                    ("[{'specversion': '1.0', 'id': '%1$s-%2$s', 'source': '/test',"
                                                    + " 'type': 'dev.rollcall.presence.changed',"
                                                    + " 'subject': '%1$s', 'time': '%5$sT%2$s:00Z',"
                                                    + " 'data': {'status': '%3$s', 'reason': %4$s}}]")
                                            .formatted(agent, parts[0], parts[1], parts[2], date)));
            assertThat(sent.at("/accepted").intValue()).as(sent.toString()).isEqualTo(1);
        }
    }
}
