package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An admin's way through the settings: from the checklist to where a step is settled, and what a
/// recalculation would move.
final class SettingsHubIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    @Test
    void leadsFromTheChecklistToWhereThingsAreSettled() {
        try (var admins = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var admin = Browsers.signInToDemo(admins, "admin");
            admin.navigate(RunningProduct.demo().url("/settings"));
            assertThat(admin.locator("li[data-step='schedule.ready.switch'][data-state='DONE']"))
                    .isVisible();
            assertThat(admin.locator(".readiness-steps > li")).hasCount(9);
            Browsers.picture(admin, "settings-hub-light");

            admin.locator("li[data-step='adherence.ready.thresholds'] a").click();
            assertThat(admin.locator(".setting-row").first()).isVisible();

            admin.navigate(RunningProduct.demo().url("/settings/recalculation"));
            admin.getByRole(AriaRole.BUTTON, named("Show what would move")).click();
            assertThat(said(admin)).isVisible();
            Browsers.picture(admin, "recalculation-light");

            var phone = Browsers.signInToDemo(phones, "admin");
            phone.navigate(RunningProduct.demo().url("/settings"));
            assertThat(phone.locator(".readiness-steps > li")).hasCount(9);
            Browsers.picture(phone, "settings-hub-dark-phone");
        }
    }

    private static Locator said(Page page) {
        return page.locator(".replay .review-replay");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
