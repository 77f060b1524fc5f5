package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/// Demand as programs write and read it. It is Monday, 2 March 2026, and the group is in Berlin.
class DemandApiTests extends ApiFixture {

    private static final String GROUP = "/api/v1/demand/groups/billing-l1";
    private static final String DAY = "from=2026-03-03&to=2026-03-03";
    private static final String VOLUMES = GROUP + "/volumes?" + DAY;
    private static final String HEADS = GROUP + "/required-heads?" + DAY;
    private static final String HUNDRED =
            "{'volumes':[{'start':'2026-03-03T09:00:00Z','contacts':100,'handlingSeconds':180}]}";

    @Test
    void givesVolumesBackWithTheirVersion() {
        var written = put(VOLUMES, HUNDRED);

        assertThat(written.text())
                .isEqualTo(
                        quoted(
                                "{'group':'billing-l1','kind':'EXPECTED','from':'2026-03-03','to':'2026-03-03','volumes':[{'start':'2026-03-03T09:00:00Z','contacts':100,'handlingSeconds':180,'origin':'GIVEN'}],'version':1}"));
        assertThat(written.header(HttpHeaders.ETAG)).isEqualTo("\"1\"");
        assertThat(api.get(admin, VOLUMES).text()).isEqualTo(written.text());
    }

    @Test
    void computesHeadsAndSaysWhy() {
        put(VOLUMES, HUNDRED);

        assertThat(api.get(admin, HEADS).text())
                .isEqualTo(
                        quoted(
                                "{'group':'billing-l1','from':'2026-03-03','to':'2026-03-03','halfHours':[{'start':'2026-03-03T09:00:00Z','heads':20,'origin':'COMPUTED','working':14,'erlangs':10,'serviceLevelPercent':88.84,'occupancyPercent':71.43,'averageAnswerSeconds':7.8}],'version':1}"));
    }

    @Test
    void letsDecidedHeadsCountUntilTheyAreTakenBack() {
        put(VOLUMES, HUNDRED);

        var decided = put(HEADS, "{'heads':[{'start':'2026-03-03T09:00:00Z','heads':7}]}");
        assertThat(decided.at("/halfHours/0/heads").intValue()).isEqualTo(7);
        assertThat(decided.at("/halfHours/0/origin").stringValue()).isEqualTo("DECIDED");
        var unit = api.get(admin, "/api/v1/demand/units/berlin/required-heads?" + DAY);
        assertThat(unit.at("/halfHours").size()).isEqualTo(48);
        assertThat(unit.at("/halfHours/20/heads").intValue()).isEqualTo(7);
        assertThat(unit.at("/halfHours/21/heads").isNull()).isTrue();

        var computed = put(HEADS, "{'heads':[]}");
        assertThat(computed.at("/halfHours/0/heads").intValue()).isEqualTo(20);
    }

    @Test
    void letsTheSecondOfTwoKnowThatSomebodyWasFirst() {
        put(VOLUMES, HUNDRED);
        var seen = Map.of(HttpHeaders.IF_MATCH, "\"1\"");
        assertThat(api.put(admin, VOLUMES, quoted(HUNDRED), seen).status()).isEqualTo(200);

        assertThat(api.put(admin, VOLUMES, quoted("{'volumes':[]}"), seen).status()).isEqualTo(409);
        assertThat(api.get(admin, VOLUMES).at("/volumes").size()).isEqualTo(1);
    }

    @Test
    void letsAssumptionsHoldFromADateOn() {
        put(VOLUMES, HUNDRED);
        var promise =
                "{'targetPercent':95,'withinSeconds':20,'shrinkagePercent':30,'maxOccupancyPercent':85,'concurrency':1,'backlogSeconds':28800}";

        var written = put(GROUP + "/assumptions/2026-03-03", promise);
        assertThat(written.at("/assumptions/1/validFrom").stringValue()).isEqualTo("2026-03-03");
        assertThat(written.at("/assumptions/1/targetPercent").intValue()).isEqualTo(95);
        assertThat(api.get(admin, HEADS).at("/halfHours/0/heads").intValue()).isEqualTo(23);

        var far = api.put(admin, GROUP + "/assumptions/9999-01-01", quoted(promise));
        assertThat(far.status()).isEqualTo(400);
        assertThat(far.at("/errors/0/pointer").stringValue()).isEqualTo("/validFrom");
    }

    @Test
    void importsAFileAllOrNothing() {
        var file =
                "group,start,volume,handlingSeconds\nbilling-l1,2026-03-03T10:00,100,180\nbilling-l1,2026-03-03T10:20,1,180\n";

        var refused = api.csv(admin, "/api/v1/demand/imports", file);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/rejected/0/line").intValue()).isEqualTo(3);
        assertThat(refused.at("/detail").stringValue())
                .startsWith("Nothing was imported. Line 3: The start 2026-03-03T10:20");

        var partly = api.csv(admin, "/api/v1/demand/imports?partial=true", file);
        assertThat(partly.status()).as(partly.toString()).isEqualTo(200);
        assertThat(partly.at("/imported").intValue()).isEqualTo(1);
        assertThat(api.get(admin, HEADS).at("/halfHours/0/heads").intValue()).isEqualTo(20);
    }

    @Test
    void takesAForecastWhenThereIsEnoughHistory() {
        var take = GROUP + "/forecast/take?week=2026-03-02";
        assertThat(api.post(admin, take, "{}").at("/errors/0/detail").stringValue())
                .startsWith("There is too little history");

        put(
                GROUP + "/volumes?kind=ARRIVED&from=2026-02-16&to=2026-02-28",
                "{'volumes':[{'start':'2026-02-17T09:00:00Z','contacts':100,'handlingSeconds':180},"
                        + "{'start':'2026-02-24T09:00:00Z','contacts':100,'handlingSeconds':180}]}");
        assertThat(api.post(admin, take, "{}").at("/taken").intValue()).isEqualTo(288);
        assertThat(api.get(admin, HEADS).at("/halfHours/20/heads").intValue()).isEqualTo(20);
        var forecast = api.get(admin, GROUP + "/forecast?week=2026-03-02");
        assertThat(forecast.at("/volumes/20/contacts").intValue()).isEqualTo(100);
        assertThat(forecast.at("/errorPercent").isNull()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                                                      | /volumes
                    {'volumes':[null]}                                                                      | /volumes/0
                    {'volumes':[{'contacts':1,'handlingSeconds':60}]}                                       | /volumes/0/start
                    {'volumes':[{'start':'2026-03-03T09:00:00Z','handlingSeconds':60}]}                     | /volumes/0/contacts
                    {'volumes':[{'start':'2026-03-03T09:10:00Z','contacts':1,'handlingSeconds':60}]}        | /volumes/0/start
                    {'volumes':[{'start':'2026-03-04T09:00:00Z','contacts':1,'handlingSeconds':60}]}        | /volumes/0/start
                    {'volumes':[{'start':'2026-03-03T09:00:00Z','contacts':-1,'handlingSeconds':60}]}       | /volumes/0
                    {'volumes':[{'start':'2026-03-03T09:00:00Z','contacts':1,'handlingSeconds':0}]}         | /volumes/0
                    {'volumes':[{'start':'2026-03-03T09:00:00Z','contacts':99999,'handlingSeconds':86400}]} | /volumes/0
                    """)
    void namesTheFieldThatIsWrong(String body, String pointer) {
        var answer = api.put(admin, VOLUMES, quoted(body));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }
}
