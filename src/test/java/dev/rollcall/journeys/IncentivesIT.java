package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// On a telephone an agent reads how each point came about and appeals. The manager sees why,
/// cannot go beyond the budget, and answers. The agent reads the answer and shows the team what was
/// earned, without points.
final class IncentivesIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String TEXT = "My best call of the month was not counted";

    @Test
    void pointsAreExplainedAppealedAndShownToTheTeam() {
        try (var desks = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var agent = Browsers.signInToDemo(phones, "agent");
            agent.navigate(RunningProduct.demo().url("/my-rewards"));
            var award =
                    line(agent, "Good conversations")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHas(button(agent, "Appeal: Good")));
            assertThat(award.first()).containsText("Quality score was");
            Browsers.picture(agent, "my-rewards-dark-390");
            button(agent, "Appeal: Good").first().click();
            agent.locator("vaadin-dialog textarea").fill(TEXT);
            agent.locator("vaadin-dialog").getByText("Appeal", exactly()).last().click();
            assertThat(line(agent, TEXT)).containsText("Waiting for a decision");

            var manager = Browsers.signInToDemo(desks, "manager");
            manager.navigate(RunningProduct.demo().url("/incentives?show=appeals"));
            var appeal = line(manager, TEXT);
            assertThat(appeal).containsText("Quality score was");
            Browsers.picture(manager, "appeals-light");
            appeal.getByText("Add points").click();
            manager.locator("vaadin-dialog vaadin-integer-field input").fill("5000");
            manager.locator("vaadin-dialog vaadin-text-field input").fill("It was");
            manager.locator("vaadin-dialog").getByText("Add points", exactly()).last().click();
            assertThat(manager.locator("vaadin-dialog")).containsText("The budget of this period");
            manager.locator("vaadin-dialog").getByText("Cancel").click();
            appeal.getByText("Leave as it is").click();
            manager.locator("vaadin-dialog vaadin-text-field input")
                    .fill("It was in the sample of the month before");
            manager.locator("vaadin-dialog").getByText("Leave as it is", exactly()).last().click();
            assertThat(manager.locator(".incentives-place")).containsText("No appeal is waiting.");

            agent.reload();
            assertThat(line(agent, TEXT)).containsText("in the sample of the month before");
            agent.navigate(RunningProduct.demo().url("/recognition"));
            button(agent, "Show the team: Good conversations").first().click();
            assertThat(agent.locator(".recognition-wall"))
                    .containsText("Earned points for Good conversations");
            Browsers.picture(agent, "recognition-dark-390");

            manager.navigate(RunningProduct.demo().url("/recognition"));
            assertThat(manager.locator(".recognition-wall")).containsText("Robin Keller");
            Browsers.picture(manager, "recognition-light");
        }
    }

    private static Locator line(Page page, String text) {
        return page.locator(".deeds .deed").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
