package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
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

    private static void plan() {
        var demo = RunningProduct.demo();
        var answer =
                demo.call(
                        "PUT",
                        "/api/v1/agents/agent-001/schedule/" + DAY,
                        demo.demoToken(),
                        "application/json",
                        "{\"activities\":[{\"activity\":\"WORK\",\"start\":\"%sT08:00:00Z\",\"end\":\"%sT12:00:00Z\"}]}"
                                .formatted(DAY, DAY));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
