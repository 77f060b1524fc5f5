package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody explains a deviation on a telephone, the supervisor approves it on the board, and the
/// figure of the day is another one, until it is undone.
final class ExcusesIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    /// Before the demo's past begins, so that nothing was done on it.
    private static final LocalDate DAY = LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(90);

    @Test
    void anExplanationBecomesAnExcuseOnTheBoardAndIsUndone() {
        plan();
        try (var phones = browsers.person(390, 844, ColorScheme.DARK);
                var desks = browsers.person()) {
            var agent = Browsers.signInToDemo(phones, "agent");
            agent.navigate(RunningProduct.demo().url("/my-day?date=" + DAY));
            assertThat(score(agent)).hasText("0.0\u202f%");
            button(agent, "Explain").first().click();
            var dialog = agent.locator("vaadin-dialog, vaadin-dialog-overlay").first();
            dialog.locator("textarea").first().fill("The doors were locked");
            Browsers.picture(agent, "explain-phone-dark");
            button(agent, "Send").click();
            assertThat(agent.locator(".excuse-badge")).hasText("One waits");

            var supervisor = Browsers.signInToDemo(desks, "supervisor");
            supervisor.navigate(RunningProduct.demo().url("/adherence?show=all"));
            assertThat(supervisor.locator(".excuse-head .excuse-badge")).isVisible();
            supervisor.navigate(
                    RunningProduct.demo().url("/adherence/agent/agent-001?date=" + DAY));
            var part = supervisor.locator(".day-excuses");
            assertThat(part).containsText("The doors were locked");
            assertThat(score(supervisor)).hasText("0.0\u202f%");
            Browsers.picture(supervisor, "explanation-drawer-light");
            supervisor
                    .getByRole(AriaRole.BUTTON, named("Approve the explanation of Robin Keller"))
                    .click();
            assertThat(score(supervisor)).hasText("100.0\u202f%");

            // What the agent is told leads to the day.
            assertThat(agent.locator(".bell-count")).isVisible();
            agent.navigate(RunningProduct.demo().url("/my-day?date=" + DAY));
            assertThat(score(agent)).hasText("100.0\u202f%");
            assertThat(agent.locator(".figure-raw .figure-value")).hasText("0.0\u202f%");

            supervisor.navigate(RunningProduct.demo().url("/recent-actions"));
            button(supervisor, "Undo: ").first().click();
            assertThat(supervisor.locator(".deed-undone").first()).isVisible();
            agent.reload();
            assertThat(score(agent)).hasText("0.0\u202f%");
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

    private static Locator score(Page page) {
        return page.locator(".figure-score .figure-value").first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
