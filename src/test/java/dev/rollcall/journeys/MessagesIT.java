package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A supervisor says something from the board by a key; the agent sees it on a telephone at once
/// and answers with one tap, which the supervisor sees come in; another message is taken back and
/// is gone where it was. Then the supervisor sets the agent's status, and undoes that, too.
final class MessagesIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    @Test
    void aMessageIsSeenAnsweredAndTakenBackBetweenTwoBrowsers() {
        try (var phones = browsers.person(390, 844, ColorScheme.DARK);
                var desks = browsers.person()) {
            var agent = Browsers.signInToDemo(phones, "agent");
            agent.navigate(RunningProduct.demo().url("/my-day"));
            var supervisor = Browsers.signInToDemo(desks, "supervisor");
            supervisor.navigate(RunningProduct.demo().url("/adherence/agent/agent-001"));
            assertThat(supervisor.locator(".agent-drawer")).isVisible();

            send(supervisor, "Do you need help?");

            var banner = agent.locator(".message-banner");
            assertThat(banner).containsText("Do you need help?");
            assertThat(agent.locator(".bell-count")).isVisible();
            var card = supervisor.locator(".message-card").first();
            assertThat(card).containsText("not read yet");
            Browsers.picture(agent, "message-banner-phone-dark");
            button(agent, "Call overran").click();
            assertThat(banner).isHidden();
            assertThat(card).containsText("Call overran");
            Browsers.picture(supervisor, "message-answered-light");

            send(supervisor, "Volume is high: can you come back?");
            assertThat(banner).containsText("Volume is high");
            button(supervisor, "Undo").last().click();
            assertThat(banner).isHidden();
            assertThat(card).containsText("Taken back");

            supervisor
                    .locator(".agent-drawer")
                    .getByRole(AriaRole.BUTTON, named("Status"))
                    .first()
                    .click();
            supervisor.getByLabel("Training", new Page.GetByLabelOptions().setExact(true)).check();
            supervisor
                    .getByRole(
                            AriaRole.TEXTBOX,
                            new Page.GetByRoleOptions().setName("Why").setExact(true))
                    .fill("New parcel tariffs, room 2");
            Browsers.picture(supervisor, "status-form-light");
            button(supervisor, "Change status").click();
            assertThat(agent.locator("rollcall-status .presence-word")).containsText("Training");
            button(supervisor, "Undo").last().click();
            assertThat(agent.locator("rollcall-status .presence-word"))
                    .not()
                    .containsText("Training");

            supervisor.navigate(RunningProduct.demo().url("/messages"));
            assertThat(supervisor.locator(".record-mark").first()).containsText("Taken back");
            Browsers.picture(supervisor, "messages-light");
        }
    }

    private static void send(Page page, String template) {
        page.locator(".agent-drawer").getByRole(AriaRole.BUTTON, named("Message")).first().click();
        button(page, template).click();
        button(page, "Send").click();
        assertThat(page.locator(".form-dialog-fields")).hasCount(0);
    }

    private static Page.GetByRoleOptions exact(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, exact(name));
    }
}
