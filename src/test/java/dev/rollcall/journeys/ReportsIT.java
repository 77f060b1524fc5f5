package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A supervisor finds out how a day went, takes it along as a file and looks at one person; that
/// person sees the same on a telephone.
final class ReportsIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    /// Before the demo's past begins, so that nothing was done on it.
    private static final LocalDate DAY = LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(80);

    @Test
    void aReportLeadsFromTheTotalToThePersonWhoSeesTheSame() throws IOException {
        plan();
        try (var desks = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var supervisor = Browsers.signInToDemo(desks, "supervisor");
            supervisor.navigate(
                    RunningProduct.demo()
                            .url("/reports/adherence?from=" + DAY + "&to=" + DAY + "&q=agent-001"));
            assertThat(supervisor.locator(".report-numbers .key-number").first())
                    .hasText("0.0\u202f%");
            Browsers.picture(supervisor, "report-light");

            var download =
                    supervisor.waitForDownload(
                            () -> supervisor.getByLabel("Download as CSV").click());
            assertThat(Files.readString(download.path()))
                    .contains("agent-001,Robin Keller")
                    .contains(DAY.toString());

            button(supervisor, "Activity").click();
            assertThat(supervisor.locator("vaadin-grid")).containsText("Work");
            assertThat(supervisor).hasURL(Pattern.compile("by=activity"));
            button(supervisor, "Person").click();
            assertThat(supervisor.locator("vaadin-grid")).containsText("Robin Keller");
            supervisor.locator("vaadin-grid .record-name:visible").first().click();
            supervisor.getByText("Patterns, trend and weekly reports").click();
            assertThat(supervisor.locator("h1")).hasText("Robin Keller");
            var judgement = supervisor.locator(".report-judgement").innerText();

            var agent = Browsers.signInToDemo(phones, "agent");
            agent.navigate(RunningProduct.demo().url("/reports/person/agent-001"));
            assertThat(agent.locator("h1")).hasText("Your patterns");
            assertThat(agent.locator(".report-judgement")).hasText(judgement);
            Browsers.picture(agent, "person-report-phone-dark");
        }
    }

    @Test
    void aWeekIsOpenedNotedOnAndTakenAlongAsPaper() throws IOException {
        var monday =
                LocalDate.now(ZoneId.of("Europe/Berlin"))
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(2);
        plan("agent-002", monday.plusDays(2));
        try (var desks = browsers.person()) {
            var supervisor = Browsers.signInToDemo(desks, "supervisor");
            var address = RunningProduct.demo().url("/reports/weekly/agent-002?week=" + monday);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        supervisor.navigate(address);
                        assertThat(supervisor.locator(".weekly-drawer")).isVisible();
                    });
            assertThat(supervisor.locator(".weekly-drawer table").first()).containsText("%");
            Browsers.picture(supervisor, "weekly-report-light");

            var note = supervisor.locator(".weekly-form vaadin-text-area textarea");
            note.fill("Begin on time; the bus comes late.");
            button(supervisor, "Save note").click();
            assertThat(supervisor.getByText("The note is saved.").first()).isVisible();

            var paper =
                    supervisor.waitForDownload(
                            () -> supervisor.locator(".weekly-drawer .audit-export").click());
            var content = Files.readAllBytes(paper.path());
            assertThat(new String(content, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            assertThat(content.length).isGreaterThan(5_000);
            assertThat(new String(content, StandardCharsets.ISO_8859_1))
                    .as("in the language of the page")
                    .contains("Title(Week of ");
        }
    }

    private static void plan() {
        plan("agent-001", DAY);
    }

    private static void plan(String agent, LocalDate day) {
        var demo = RunningProduct.demo();
        var answer =
                demo.call(
                        "PUT",
                        "/api/v1/agents/" + agent + "/schedule/" + day,
                        demo.demoToken(),
                        "application/json",
                        "{\"activities\":[{\"activity\":\"WORK\",\"start\":\"%sT08:00:00Z\",\"end\":\"%sT12:00:00Z\"}]}"
                                .formatted(day, day));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
