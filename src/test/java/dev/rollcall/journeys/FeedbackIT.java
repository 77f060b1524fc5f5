package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A supervisor praises somebody; on a telephone the person reads it, says thank you and shows the
/// team, where it stands among what people are recognised for. It stands in the line of what
/// happened and in the pack for the next talk.
final class FeedbackIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String SAID = "You calmed a caller who had been cut off twice";

    @Test
    void praiseIsReadThankedForAndShown() {
        try (var desks = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var supervisor = Browsers.signInToDemo(desks, "supervisor");
            supervisor.navigate(RunningProduct.demo().url("/feedback?give=agent-001"));
            var dialog = supervisor.locator("vaadin-dialog");
            dialog.locator("vaadin-text-area")
                    .filter(labelled("What you noticed"))
                    .locator("textarea")
                    .fill(SAID);
            dialog.getByText("Send", new Locator.GetByTextOptions().setExact(true)).last().click();
            supervisor.navigate(RunningProduct.demo().url("/feedback?show=given"));
            assertThat(card(supervisor)).containsText("Robin Keller");
            Browsers.picture(supervisor, "feedback-given-light");

            var agent = Browsers.signInToDemo(phones, "agent");
            agent.navigate(RunningProduct.demo().url("/my-feedback"));
            assertThat(card(agent)).containsText(SAID);
            press(agent, "Thank you");
            assertThat(card(agent)).containsText("Said thank you");
            press(agent, "Show the team");
            Browsers.picture(agent, "my-feedback-dark-390");
            agent.navigate(RunningProduct.demo().url("/recognition"));
            assertThat(agent.locator(".recognition-wall")).containsText(SAID);

            agent.navigate(RunningProduct.demo().url("/my-performance"));
            assertThat(agent.locator("body")).containsText("What happened");

            var today = LocalDate.now(ZoneOffset.UTC);
            supervisor.navigate(
                    RunningProduct.demo()
                            .url(
                                    "/reviews/agent-001?from=%s&to=%s"
                                            .formatted(today.minusDays(6), today.plusDays(1))));
            assertThat(supervisor.locator("body")).containsText(SAID);
            Browsers.picture(supervisor, "review-pack-light");
        }
    }

    private static void press(Page page, String name) {
        card(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Locator card(Page page) {
        return page.locator(".feedback-card")
                .filter(new Locator.FilterOptions().setHasText(SAID))
                .first();
    }

    private static Locator.FilterOptions labelled(String label) {
        return new Locator.FilterOptions().setHasText(label);
    }
}
