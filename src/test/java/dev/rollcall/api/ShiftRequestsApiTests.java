package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.TokenScope;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/// Swaps, open shifts and public holidays as another system sees them. Today is 2 March 2026; Ana
/// (`agent-017`) works on the 5th, Ben (`agent-018`) does not.
class ShiftRequestsApiTests extends ApiFixture {

    private static final String SWAPS = "/api/v1/shift-swaps";
    private static final String SHIFTS = "/api/v1/open-shifts";
    private static final String OPEN_SHIFT =
            "{'unit':'berlin','date':'2026-03-06','firstCome':false,'activities':[{'activity':"
                    + "'WORK','start':'2026-03-06T08:00:00Z','end':'2026-03-06T16:00:00Z'}]}";

    private String schedule = "";
    private String reader = "";

    @BeforeEach
    void anaWorks() {
        schedule = api.token(TokenScope.SCHEDULE_READ, TokenScope.SCHEDULE_WRITE);
        reader = api.token(TokenScope.SCHEDULE_READ);
        put(
                "/api/v1/agents/agent-017/schedule/2026-03-05",
                "{'activities':[{'activity':'WORK','start':'2026-03-05T07:00:00Z',"
                        + "'end':'2026-03-05T15:00:00Z'}]}");
    }

    private ApiClient.Answer post(String path, String form) {
        return api.post(schedule, path, quoted(form));
    }

    private ApiClient.Answer plan(String agent, String date) {
        return api.get(schedule, "/api/v1/agents/" + agent + "/schedule/" + date);
    }

    // ------------------------------------------------------------------ swaps

    @Test
    void aShiftIsOfferedTakenAndApproved() {
        var offered = post(SWAPS, "{'agent':'agent-017','date':'2026-03-05'}");
        assertThat(offered.status()).as(offered.toString()).isEqualTo(200);
        long id = offered.at("/id").longValue();
        assertThat(offered.text())
                .isEqualTo(
                        quoted(
                                "{'id':"
                                        + id
                                        + ",'agent':'agent-017','date':'2026-03-05','to':null,"
                                        + "'taker':null,'inReturn':null,'progress':'OFFERED',"
                                        + "'offeredAt':'2026-03-02T08:00:00Z','decidedBy':null,"
                                        + "'decidedAt':null,'byRule':false,'answer':null,"
                                        + "'findings':[],'version':1}"));

        var taken = post(SWAPS + "/" + id + "/take", "{'agent':'agent-018'}");
        assertThat(taken.at("/progress").stringValue()).isEqualTo("TAKEN");
        assertThat(api.get(reader, SWAPS + "?progress=TAKEN&unit=berlin").at("/items").size())
                .isEqualTo(1);
        assertThat(api.get(reader, SWAPS + "?progress=PROPOSED").at("/items").size()).isZero();
        assertThat(api.get(reader, SWAPS + "?from=2026-03-06").at("/items").size()).isZero();
        assertThat(api.post(reader, SWAPS + "/" + id + "/approve", "{}").status()).isEqualTo(403);

        var approved = post(SWAPS + "/" + id + "/approve", "{}");

        assertThat(approved.at("/progress").stringValue()).isEqualTo("APPROVED");
        assertThat(plan("agent-017", "2026-03-05").at("/activities").size()).isZero();
        assertThat(plan("agent-018", "2026-03-05").at("/activities").size()).isEqualTo(1);
        assertThat(post(SWAPS + "/" + id + "/approve", "{}").status()).isEqualTo(409);
    }

    @Test
    void nobodySaysYesToAShiftInReturnForSomebodyElse() {
        put(
                "/api/v1/agents/agent-018/schedule/2026-03-06",
                "{'activities':[{'activity':'WORK','start':'2026-03-06T07:00:00Z',"
                        + "'end':'2026-03-06T15:00:00Z'}]}");
        long id = post(SWAPS, "{'agent':'agent-017','date':'2026-03-05'}").at("/id").longValue();

        var taken =
                post(SWAPS + "/" + id + "/take", "{'agent':'agent-018','inReturn':'2026-03-06'}");

        assertThat(taken.at("/progress").stringValue()).isEqualTo("PROPOSED");
        assertThat(post(SWAPS + "/" + id + "/approve", "{}").status()).isEqualTo(409);
        assertThat(post(SWAPS + "/" + id + "/agree", "{}").status()).isEqualTo(404);
        assertThat(api.get(reader, SWAPS + "?progress=PROPOSED").at("/items").size()).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithASwapIsNamed() {
        assertThat(post(SWAPS, "{}").at("/errors").toString()).contains("/agent").contains("/date");
        assertThat(
                        post(SWAPS, "{'agent':'agent-017','date':'2026-03-04'}")
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/date");
        long id = post(SWAPS, "{'agent':'agent-017','date':'2026-03-05'}").at("/id").longValue();
        assertThat(post(SWAPS + "/" + id + "/take", "{}").at("/errors/0/pointer").stringValue())
                .isEqualTo("/agent");
        assertThat(post(SWAPS + "/" + id + "/withdraw", "{}").at("/progress").stringValue())
                .isEqualTo("WITHDRAWN");
    }

    // ------------------------------------------------------------------ open shifts

    @Test
    void anOpenShiftIsPostedClaimedAndGiven() {
        var posted = post(SHIFTS, OPEN_SHIFT);
        assertThat(posted.status()).as(posted.toString()).isEqualTo(200);
        long id = posted.at("/id").longValue();
        assertThat(posted.text())
                .isEqualTo(
                        quoted(
                                "{'id':"
                                        + id
                                        + ",'unit':'berlin','group':null,'date':'2026-03-06',"
                                        + "'activities':[{'activity':'WORK',"
                                        + "'start':'2026-03-06T08:00:00Z',"
                                        + "'end':'2026-03-06T16:00:00Z'}],'places':1,'taken':0,"
                                        + "'firstCome':false,'closed':false,'postedBy':'Test',"
                                        + "'claims':[],'version':1}"));

        post(SHIFTS + "/" + id + "/claims", "{'agent':'agent-017'}");
        var claimed = post(SHIFTS + "/" + id + "/claims", "{'agent':'agent-018'}");
        assertThat(claimed.at("/claims/1/progress").stringValue()).isEqualTo("ASKED");
        var declined =
                post(SHIFTS + "/" + id + "/claims/agent-017/decline", "{'answer':'Too much'}");
        assertThat(declined.at("/claims/0/progress").stringValue()).isEqualTo("DECLINED");
        assertThat(declined.at("/claims/0/answer").stringValue()).isEqualTo("Too much");
        var given = post(SHIFTS + "/" + id + "/claims/agent-018/give", "{}");

        assertThat(given.at("/taken").intValue()).isEqualTo(1);
        assertThat(plan("agent-018", "2026-03-06").at("/activities").size()).isEqualTo(1);
        assertThat(post(SHIFTS + "/" + id + "/claims/agent-018/give", "{}").status())
                .isEqualTo(409);
        assertThat(api.get(reader, SHIFTS + "?unit=berlin").at("/items").size()).isEqualTo(1);
        assertThat(api.get(reader, SHIFTS + "?unit=lisbon").at("/items").size()).isZero();
        assertThat(api.get(reader, SHIFTS + "?to=2026-03-05").at("/items").size()).isZero();
        assertThat(post(SHIFTS + "/" + id + "/close", "{}").at("/closed").booleanValue()).isTrue();
    }

    @Test
    void whatIsWrongWithAnOpenShiftIsNamed() {
        assertThat(post(SHIFTS, "{}").at("/errors").toString())
                .contains("/unit")
                .contains("/date")
                .contains("/activities");
        var bad =
                post(
                        SHIFTS,
                        OPEN_SHIFT
                                .replace("WORK", "DANCING")
                                .replace("'firstCome'", "'places':0,'firstCome'"));
        assertThat(bad.status()).as(bad.toString()).isEqualTo(400);
        assertThat(bad.at("/errors").toString())
                .contains("/activities/0/activity")
                .contains("/places");
        assertThat(
                        post(SHIFTS, OPEN_SHIFT.replace("03-06T16", "03-07T16"))
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/activities");
        long id = post(SHIFTS, OPEN_SHIFT).at("/id").longValue();
        assertThat(post(SHIFTS + "/" + id + "/claims", "{}").at("/errors/0/pointer").stringValue())
                .isEqualTo("/agent");
        assertThat(post(SHIFTS + "/" + id + "/claims", "{'agent':'agent-030'}").status())
                .isEqualTo(404);
    }

    @Test
    void theShiftsOfOtherUnitsAreNotThere() {
        long shift = post(SHIFTS, OPEN_SHIFT).at("/id").longValue();
        long swap = post(SWAPS, "{'agent':'agent-017','date':'2026-03-05'}").at("/id").longValue();
        var elsewhere = api.tokenFor("lisbon", TokenScope.SCHEDULE_READ, TokenScope.SCHEDULE_WRITE);

        assertThat(api.get(elsewhere, SHIFTS + "/" + shift).status()).isEqualTo(404);
        assertThat(api.get(elsewhere, SHIFTS).at("/items").size()).isZero();
        assertThat(api.post(elsewhere, SHIFTS, quoted(OPEN_SHIFT)).status()).isEqualTo(404);
        assertThat(api.get(elsewhere, SWAPS + "/" + swap).status()).isEqualTo(404);
        assertThat(api.get(elsewhere, SWAPS).at("/items").size()).isZero();
        assertThat(
                        api.post(
                                        elsewhere,
                                        SWAPS + "/" + swap + "/take",
                                        quoted("{'agent':'agent-018'}"))
                                .status())
                .isEqualTo(404);
    }

    // ------------------------------------------------------------------ holidays

    private ApiClient.Answer calendar(String path, String file) {
        return calendar(schedule, path, file);
    }

    private ApiClient.Answer calendar(String token, String path, String file) {
        return api.post(
                token,
                path,
                file,
                Map.of(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8"));
    }

    private static String file(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
                + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    private static String event(String start, String name) {
        return "BEGIN:VEVENT\r\nUID:%s@test\r\nDTSTAMP:20260101T000000Z\r\n%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\n"
                .formatted(name.hashCode(), start, name);
    }

    @Test
    void holidaysAreImportedFromACalendarAndListed() {
        var file =
                file(
                        event("DTSTART;VALUE=DATE:20260501", "Labour Day"),
                        event("DTSTART;VALUE=DATE:20260403", "Good Friday"));
        var path = "/api/v1/units/berlin/holidays";

        var tried = calendar(path + "/imports?dryRun=true", file);
        assertThat(tried.at("/imported").intValue()).as(tried.toString()).isEqualTo(2);
        assertThat(api.get(reader, path).at("/items").size()).isZero();

        calendar(path + "/imports", file);

        assertThat(api.get(reader, path).text())
                .isEqualTo(
                        quoted(
                                "{'items':[{'date':'2026-04-03','name':'Good Friday','unit':'berlin'},"
                                        + "{'date':'2026-05-01','name':'Labour Day','unit':'berlin'}],"
                                        + "'next':null}"));
        assertThat(api.get(reader, path + "?from=2026-05-01&to=2026-05-01").at("/items").size())
                .isEqualTo(1);
        assertThat(
                        api.get(reader, path + "?from=2026-05-02&to=2026-05-01")
                                .at("/errors/0/pointer")
                                .stringValue())
                .isEqualTo("/to");
    }

    @Test
    void aBadCalendarOfHolidaysNamesItsLinesAndBringsNothing() {
        var file =
                file(
                        event("DTSTART;VALUE=DATE:20260501", "Labour Day"),
                        event("DTSTART:20260403T100000Z", "Good Friday"));
        var path = "/api/v1/units/berlin/holidays";

        var refused = calendar(path + "/imports", file);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer").stringValue()).isEqualTo("/lines/10");
        assertThat(api.get(reader, path).at("/items").size()).isZero();
        assertThat(calendar(path + "/imports?partial=true", file).at("/imported").intValue())
                .isEqualTo(1);
        assertThat(
                        calendar(
                                        api.tokenFor("lisbon", TokenScope.SCHEDULE_WRITE),
                                        path + "/imports",
                                        file)
                                .status())
                .isEqualTo(404);
    }

    // ------------------------------------------------------------------ at the edges

    @Test
    void aShiftThatSomebodyClaimsIsAnotherVersion() {
        long id = post(SHIFTS, OPEN_SHIFT).at("/id").longValue();
        long before = version(id);

        post(SHIFTS + "/" + id + "/claims", "{'agent':'agent-017'}");
        long claimed = version(id);
        post(SHIFTS + "/" + id + "/claims/agent-017/decline", "{}");

        assertThat(claimed).isGreaterThan(before);
        assertThat(version(id)).isGreaterThan(claimed);
    }

    private long version(long id) {
        return api.get(reader, SHIFTS + "/" + id).at("/version").longValue();
    }

    @Test
    void whoeverMayOnlyWriteDecidesAboutClaims() {
        var writer = api.token(TokenScope.SCHEDULE_WRITE);
        long id = post(SHIFTS, OPEN_SHIFT).at("/id").longValue();
        post(SHIFTS + "/" + id + "/claims", "{'agent':'agent-017'}");
        post(SHIFTS + "/" + id + "/claims", "{'agent':'agent-018'}");

        assertThat(api.post(writer, SHIFTS + "/" + id + "/claims/agent-017/decline", "{}").status())
                .isEqualTo(200);
        assertThat(api.post(writer, SHIFTS + "/" + id + "/claims/agent-018/give", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void datesAtTheEndOfTimeAreRefusedWithTheirName() {
        var far = "+999999999-12-31";
        assertThat(pointer(post(SWAPS, "{'agent':'agent-017','date':'" + far + "'}")))
                .isEqualTo("/date");
        long id = post(SWAPS, "{'agent':'agent-017','date':'2026-03-05'}").at("/id").longValue();
        assertThat(
                        pointer(
                                post(
                                        SWAPS + "/" + id + "/take",
                                        "{'agent':'agent-018','inReturn':'" + far + "'}")))
                .isEqualTo("/inReturn");
        assertThat(pointer(post(SHIFTS, OPEN_SHIFT.replace("2026-03-06'", far + "'"))))
                .isEqualTo("/date");
        var holidays = "/api/v1/units/berlin/holidays?from=%2B999999999-12-31";
        assertThat(pointer(api.get(reader, holidays))).isEqualTo("/from");
    }

    @Test
    void theYearOfALastDateIsListed() {
        var answer = api.get(reader, "/api/v1/units/berlin/holidays?to=2024-12-31");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void onlyWhatWasSentIsNamed() {
        put(
                "/api/v1/agents/agent-018/schedule/2026-03-06",
                "{'activities':[{'activity':'WORK','start':'2026-03-06T07:00:00Z',"
                        + "'end':'2026-03-06T15:00:00Z'}]}");
        long id = post(SHIFTS, OPEN_SHIFT).at("/id").longValue();

        assertThat(pointer(post(SHIFTS + "/" + id + "/claims", "{'agent':'agent-018'}")))
                .isEqualTo("/agent");
    }

    @Test
    void aReasonThatIsTooLongIsNotCalledMissing() {
        long id = post(SWAPS, "{'agent':'agent-017','date':'2026-03-05'}").at("/id").longValue();
        post(SWAPS + "/" + id + "/take", "{'agent':'agent-018'}");

        var refused = post(SWAPS + "/" + id + "/decline", "{'answer':'" + "x".repeat(201) + "'}");
        var taken =
                post(
                        SWAPS + "/" + id + "/decline",
                        "{'answer':'" + "\uD83D\uDE00".repeat(150) + "'}");

        assertThat(refused.at("/errors/0/detail").stringValue()).contains("at most");
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
    }

    private static String pointer(ApiClient.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        return answer.at("/errors/0/pointer").stringValue();
    }
}
