package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A feed tells of somebody nobody has heard of: what it said is kept, and is on the timeline once
/// an admin has added the person and replayed it.
final class MendedFeedIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String FILE =
            """
            agent;name;unit
            late-joiner;Late Joiner;north
            """;

    @Test
    void replaysWhatWasRejectedOnceTheAgentIsThere() {
        try (var admins = browsers.person();
                var supervisors = browsers.person()) {
            tell("late-joiner");
            var admin = Browsers.signInToDemo(admins, "admin");
            admin.navigate(demo().url("/settings/rejected-events?source=%2Fmended"));
            cell(admin, "late-joiner").click();
            assertThat(admin.locator(".drawer")).containsText("Nobody here has the external id");
            Browsers.picture(admin, "rejected-event-light");

            importAgent(admin);

            admin.navigate(demo().url("/settings/rejected-events?source=%2Fmended"));
            cell(admin, "late-joiner").click();
            assertThat(admin.locator(".drawer"))
                    .containsText("There is an agent with this external id now");
            admin.locator(".drawer")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Replay"))
                    .click();
            assertThat(admin.getByText("Accepted. The timeline shows it now.").first()).isVisible();

            var supervisor = Browsers.signInToDemo(supervisors, "supervisor");
            supervisor.navigate(demo().url("/adherence/agent/late-joiner"));
            assertThat(supervisor.locator(".agent-drawer")).containsText("Late Joiner");
            assertThat(supervisor.locator(".agent-drawer")).containsText("Meeting");
        }
    }

    @Test
    void choosesRowsByTheirBoxesAndPutsThemAside() {
        try (var admins = browsers.person(1440, 900, ColorScheme.DARK)) {
            tell("never-1");
            tell("never-2");
            var admin = Browsers.signInToDemo(admins, "admin");
            admin.navigate(demo().url("/settings/rejected-events?source=%2Fmended"));
            cell(admin, "never-1").waitFor();
            admin.locator("vaadin-grid vaadin-checkbox:visible").first().click();
            assertThat(admin.locator(".drawer")).hasCount(0);
            admin.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName(Pattern.compile("Discard chosen.*")))
                    .click();
            var dialog = admin.locator("vaadin-dialog");
            dialog.getByRole(AriaRole.TEXTBOX).fill("Test calls");
            Browsers.picture(admin, "discard-dark");
            dialog.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Discard").setExact(true))
                    .click();
            admin.navigate(demo().url("/settings/audit?what=rejected+event"));
            assertThat(cell(admin, "rejected event")).isVisible();
        }
    }

    private static void importAgent(Page admin) {
        admin.navigate(demo().url("/people/import"));
        admin.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "agents.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        assertThat(admin.getByText("One agent is new")).isVisible();
        Browsers.picture(admin, "import-agents-preview-light");
        admin.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Import").setExact(true))
                .click();
        assertThat(admin.getByText("One agent was added")).isVisible();
    }

    private static Locator cell(Page page, String text) {
        return page.locator(
                        "vaadin-grid-cell-content:visible",
                        new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private static RunningProduct demo() {
        return RunningProduct.demo();
    }

    private static void tell(String subject) {
        var event =
                """
                {'specversion':'1.0','id':'%s','source':'/mended','type':'dev.rollcall.presence.changed',
                'subject':'%s','time':'%s','data':{'status':'UNAVAILABLE','reason':'MEETING'}}\
                """
                        .formatted(subject, subject, Instant.now().minus(Duration.ofMinutes(5)));
        var answer =
                demo().call(
                                "POST",
                                "/api/v1/presence-events",
                                demo().demoToken(),
                                "application/json",
                                event.replace('\'', '"'));
        assertThat(answer.body()).contains("\"rejected\":1");
    }
}
