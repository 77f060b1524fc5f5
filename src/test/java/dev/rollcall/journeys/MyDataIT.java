package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An agent's own data: who looked at it, and all of it in a file.
final class MyDataIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    @Test
    void tellsWhoLookedAndHandsOverEverything() throws IOException {
        try (var agents = browsers.person(390, 844, ColorScheme.DARK);
                var supervisors = browsers.person()) {
            var supervisor = Browsers.signInToDemo(supervisors, "supervisor");
            supervisor.navigate(RunningProduct.demo().url("/adherence/agent/agent-001"));
            assertThat(supervisor.locator(".agent-drawer")).isVisible();

            var agent = Browsers.signInToDemo(agents, "agent");
            agent.locator(".shell-person vaadin-menu-bar-button").first().click();
            agent.getByRole(AriaRole.MENUITEM, named("My data")).click();
            // A look that goes on is written down once in five minutes: others may be later.
            assertThat(
                            agent.locator(".mydata-looks .deed")
                                    .filter(
                                            new Locator.FilterOptions()
                                                    .setHasText("Your timeline of"))
                                    .first())
                    .isVisible();
            Browsers.picture(agent, "my-data-dark-phone");

            var file = agent.waitForDownload(() -> agent.locator(".mydata-download").click());
            try (var zip = new ZipFile(file.path().toFile())) {
                Assertions.assertThat(zip.getEntry("my-data.json")).isNotNull();
                Assertions.assertThat(zip.getEntry("plans.csv")).isNotNull();
                Assertions.assertThat(zip.getEntry("looks-at-my-detail.csv")).isNotNull();
            }
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
