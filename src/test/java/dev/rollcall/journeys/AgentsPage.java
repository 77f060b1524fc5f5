package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// What an agent does to their own status, on whatever page they are.
///
/// @param page where they are signed in
record AgentsPage(Page page) {

    Locator pill() {
        return page.locator("rollcall-status .presence-word");
    }

    void clockIn() {
        pill().waitFor();
        if (pill().innerText().equals("Away")) {
            choose("Clock in");
            page.locator("vaadin-dialog-overlay, vaadin-dialog").first().waitFor();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Clock in").setExact(true))
                    .click();
            assertThat(pill()).not().containsText("Away");
        }
    }

    void openMenu() {
        page.keyboard().press("Alt+s");
        item("Clock").waitFor();
    }

    void choose(String entry) {
        openMenu();
        item(entry).click();
    }

    private Locator item(String text) {
        return page.locator(
                        "vaadin-menu-bar-item:visible", new Page.LocatorOptions().setHasText(text))
                .first();
    }
}
