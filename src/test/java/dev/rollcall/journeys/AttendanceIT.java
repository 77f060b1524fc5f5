package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Nora forgot to clock out yesterday, came earlier than the record says, and loses her connection.
final class AttendanceIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String NORA = "agent-nora";
    private static final String NAME = "Nora Sand";
    private static final String EMAIL = "nora@example.com";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /// Back online, the pill says what is true within this.
    private static final double RECONCILED_MILLIS = 3_000;

    private final RunningProduct demo = RunningProduct.demo();
    private final LocalDate yesterday = LocalDate.now(ZONE).minusDays(1);

    @Test
    void aForgottenDayIsEndedAndCorrectedAndTheReportSaysSo() {
        hire();
        try (var admins = browsers.person();
                var agents = browsers.person();
                var supervisors = browsers.person()) {
            Organisation.letAgentIn(
                    demo, browsers, Browsers.signInToDemo(admins, "admin"), NAME, EMAIL);
            var nora = Browsers.signIn(agents, demo, EMAIL, Organisation.PASSWORD);
            endsYesterday(nora);
            asksForACorrection(nora);
            var supervisor = Browsers.signInToDemo(supervisors, "supervisor");
            approves(supervisor);

            assertThat(nora.getByText("approved your correction")).isVisible();
            readsTheReport(supervisor);
            losesTheConnection(nora);
        }
    }

    private void hire() {
        put(
                "agents/" + NORA,
                "{'name':'Nora Sand','unit':'north','zone':'%s','tracked':true}",
                ZONE);
        put(
                "agents/" + NORA + "/schedule/" + yesterday,
                "{'activities':[{'activity':'WORK','start':'%s','end':'%s'}]}",
                at("08:00"),
                at("16:00"));
        for (var time : new String[] {"08:12", "12:30", "15:47"}) {
            var told =
                    demo.call(
                            "POST",
                            "/api/v1/presence-events",
                            demo.demoToken(),
                            "application/json",
                            """
                            {"specversion":"1.0","id":"nora-%s","source":"/doors","type":"dev.rollcall.presence.changed",
                             "subject":"%s","time":"%s","data":{"status":"AVAILABLE"}}
                            """
                                    .formatted(time, NORA, at(time)));
            assertThat(told.body()).contains("\"accepted\":1");
        }
    }

    private void endsYesterday(Page nora) {
        pill(nora).click();
        nora.getByText("End the day before and clock in").click();
        assertThat(nora.getByText("is still open")).containsText("15:47");
        Browsers.picture(nora, "clock-in-forgotten-light");
        nora.getByRole(AriaRole.BUTTON, Organisation.named("Clock in")).click();
        assertThat(pill(nora)).hasText("Available");
        assertThat(nora.getByText("is still open")).hasCount(0);
    }

    private void asksForACorrection(Page nora) {
        nora.navigate(demo.url(day()));
        assertThat(nora.locator(".attendance-segments:visible")).containsText("Forgotten");
        nora.getByRole(AriaRole.BUTTON, Organisation.named("Ask for a correction")).click();
        nora.getByLabel("What happened").fill("The door did not read my card");
        Browsers.picture(nora, "correction-ask-light");
        nora.getByRole(AriaRole.BUTTON, Organisation.named("Ask for it")).click();
        assertThat(nora.locator(".attendance-mark", hasText("correction waits"))).isVisible();
    }

    private void approves(Page supervisor) {
        supervisor.navigate(demo.url("/reports/attendance/corrections"));
        supervisor
                .locator("vaadin-grid vaadin-grid-cell-content:visible", hasText(NAME))
                .first()
                .click();
        assertThat(supervisor.locator(".drawer")).containsText("The door did not read my card");
        Browsers.picture(supervisor, "correction-decide-light");
        supervisor.getByRole(AriaRole.BUTTON, Organisation.named("Approve")).click();
        assertThat(supervisor.getByText("Approved, and in the record.")).isVisible();
    }

    private void readsTheReport(Page supervisor) {
        supervisor.navigate(
                demo.url(
                        "/reports/attendance?from=%s&to=%s&q=Nora"
                                .formatted(yesterday, yesterday)));
        supervisor
                .locator("vaadin-grid vaadin-grid-cell-content:visible", hasText("1 corrected"))
                .first()
                .click();
        supervisor.waitForURL("**/reports/attendance/" + NORA + "**");
        var segments = supervisor.locator(".attendance-segments:visible");
        assertThat(segments).containsText("Corrected: asked by Nora Sand, approved by");
        assertThat(segments.locator("tbody tr").first()).containsText("08:00");
        Browsers.picture(supervisor, "attendance-corrected-light");
    }

    /// A change made elsewhere meanwhile is there once, and what was clicked offline never was.
    private void losesTheConnection(Page nora) {
        int events = events();
        nora.context().setOffline(true);
        assertThat(nora.locator("rollcall-status[offline]")).isVisible();
        assertThat(nora.locator(".presence-offline")).isVisible();
        pill(nora).click(new Locator.ClickOptions().setForce(true));
        assertThat(nora.locator("vaadin-menu-bar-item:visible", hasText("Lunch"))).hasCount(0);
        put(
                "agents/" + NORA + "/status",
                "{'status':'UNAVAILABLE','reason':'%s','note':null}",
                "BREAK");

        nora.context().setOffline(false);

        assertThat(pill(nora))
                .hasText(
                        "Break",
                        new LocatorAssertions.HasTextOptions().setTimeout(RECONCILED_MILLIS));
        assertThat(nora.locator("rollcall-status[offline]")).hasCount(0);
        assertThat(nora).not().hasURL(Pattern.compile("/login"));
        assertThat(events()).isEqualTo(events + 1);
    }

    /// How much stands about Nora in the log.
    private int events() {
        try (var connection = demo.connect();
                var statement =
                        connection.prepareStatement(
                                "select count(*) from presence_event e join agent a on a.id ="
                                        + " e.agent_id where a.external_id = ?")) {
            statement.setString(1, NORA);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String day() {
        return "/reports/attendance/%s?from=%s&to=%s".formatted(NORA, yesterday, yesterday);
    }

    private Instant at(String time) {
        return yesterday.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private void put(String path, String body, Object... values) {
        var answer =
                demo.call(
                        "PUT",
                        "/api/v1/" + path,
                        demo.demoToken(),
                        "application/json",
                        body.formatted(values).replace('\'', '"'));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 204);
    }

    private static Locator pill(Page page) {
        return page.locator("rollcall-status .presence-word");
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
