package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An admin settles when somebody is told, and the open page of a supervisor has the first alert by
/// itself.
final class AlertsIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final double A_MINUTE = 60_000;

    @Test
    void aRuleIsSettledAndTheFirstAlertComesByItself() {
        try (var phones = browsers.person(390, 844, ColorScheme.DARK);
                var desks = browsers.person()) {
            var supervisor = Browsers.signInToDemo(phones, "supervisor");
            supervisor.navigate(RunningProduct.demo().url("/alerts?show=all"));
            assertThat(supervisor.locator(".deeds-view h1")).isVisible();
            var admin = Browsers.signInToDemo(desks, "admin");
            admin.navigate(RunningProduct.demo().url("/settings/alerts"));

            button(admin, "Add a rule").click();
            choose(admin, "Out for at least", "At once");
            choose(admin, "Tell the agent before", "Not at all");
            Browsers.picture(admin, "alert-rule-form-light");
            button(admin, "Save").click();
            var added = admin.locator("ol .deed").last();
            assertThat(added).containsText("the agent is not told before");
            added.locator("vaadin-button").first().click();

            // Somebody is always out in the demo, sooner or later.
            assertThat(supervisor.locator(".deed").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_MINUTE));
            Browsers.picture(supervisor, "alerts-phone-dark");

            admin.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Change: Out").setExact(true))
                    .click();
            admin.getByLabel("Switched on").uncheck();
            button(admin, "Save").click();
            assertThat(admin.locator("ol.deeds")).containsText("Off");
        }
    }

    private static void choose(Page page, String label, String value) {
        page.getByLabel(label).last().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(value).setExact(true))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
