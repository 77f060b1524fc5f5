package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The settings of workforce management hold at once, in every open browser.
final class TrackingIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String SWITCH = "Track agents’ attendance and availability";

    @Test
    void whoIsTrackedNoMoreHasNoBadgeInAnyOpenBrowser() {
        try (var admins = browsers.person();
                var desks = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var admin = settings(Browsers.signInToDemo(admins, "admin"));
            var desk = Browsers.signInToDemo(desks, "agent");
            var tab = desks.newPage();
            tab.navigate(RunningProduct.demo().url("/definitions"));
            var phone = Browsers.signInToDemo(phones, "agent");
            for (var page : new Page[] {desk, tab, phone}) {
                assertThat(status(page)).isVisible();
                page.evaluate("window.sameWindow = true");
            }
            try {
                admin.getByRole(AriaRole.CHECKBOX, named(SWITCH)).uncheck();
                Browsers.picture(admin, "workforce-settings-light");
                admin.keyboard().press("Control+s");
                for (var page : new Page[] {desk, tab, phone}) {
                    assertThat(status(page)).hasCount(0);
                    assertThat(page.locator("html[data-presence]")).hasCount(0);
                }
            } finally {
                settings(admin).getByRole(AriaRole.CHECKBOX, named(SWITCH)).check();
                admin.keyboard().press("Control+s");
            }
            for (var page : new Page[] {desk, tab, phone}) {
                assertThat(status(page)).isVisible();
                assertThat(page.evaluate("window.sameWindow === true")).isEqualTo(true);
            }
        }
    }

    @Test
    void whoLooksAtWhatIsSwitchedOffIsToldSoAtOnce() {
        try (var admins = browsers.person();
                var floors = browsers.person()) {
            var admin = settings(Browsers.signInToDemo(admins, "admin"));
            var floor = Browsers.signInToDemo(floors, "supervisor");
            floor.navigate(RunningProduct.demo().url("/definitions"));
            var planner = floor.locator("vaadin-side-nav-item[path='planner']");
            assertThat(planner).hasCount(1);
            try {
                admin.getByRole(AriaRole.CHECKBOX, named("Workforce management")).uncheck();
                admin.getByRole(AriaRole.BUTTON, named("Switch off")).click();
                assertThat(floor.getByRole(AriaRole.HEADING, named("Workforce management is off")))
                        .isVisible();
                assertThat(planner).hasCount(0);
                Browsers.picture(admin, "workforce-switch-light");
                Browsers.picture(floor, "workforce-off-page-light");
            } finally {
                settings(admin).getByRole(AriaRole.CHECKBOX, named("Workforce management")).check();
            }
            assertThat(floor.getByRole(AriaRole.HEADING, named("Definitions"))).isVisible();
            assertThat(planner).hasCount(1);
        }
    }

    private static Page settings(Page admin) {
        admin.navigate(RunningProduct.demo().url("/settings/workforce"));
        return admin;
    }

    private static Locator status(Page page) {
        return page.locator("rollcall-status .presence-word");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
