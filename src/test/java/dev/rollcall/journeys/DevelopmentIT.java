package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// On a telephone an agent sees that a goal both agreed on was changed, agrees to it and says how
/// the week was, for nobody else. Whoever looks after them sees the plan agreed, and of the week
/// nothing.
final class DevelopmentIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String WORD = "A quiet journey week";

    @Test
    void aPlanHasTwoOwnersAndAWeekOne() {
        try (var desks = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var agent = Browsers.signInToDemo(phones, "agent");
            agent.navigate(RunningProduct.demo().url("/my-development"));
            assertThat(agent.locator("body")).containsText("Changed since you agreed");
            Browsers.picture(agent, "my-development-dark-390");
            button(agent, "Agree: Be the one").click();
            assertThat(agent.locator("body")).not().containsText("Changed since you agreed");

            var weeks = agent.locator(".development-checkin");
            var groups = weeks.locator("vaadin-radio-group");
            for (int i = 0; i < 3; i++) {
                groups.nth(i).locator("vaadin-radio-button").nth(3).click();
            }
            weeks.locator("vaadin-text-field input").fill(WORD);
            weeks.locator("vaadin-button[theme~=primary]").click();
            assertThat(weeks).containsText(WORD);

            var supervisor = Browsers.signInToDemo(desks, "supervisor");
            supervisor.navigate(RunningProduct.demo().url("/development/agent-001"));
            assertThat(supervisor.locator("body")).containsText("Development of Robin Keller");
            assertThat(supervisor.locator("body")).not().containsText("waits for the word");
            assertThat(supervisor.locator("body")).not().containsText(WORD);
            Browsers.picture(supervisor, "development-plan-light");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
