package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A unit manager's dashboard: arranged, kept, live.
final class DashboardIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String AGENTS = "presence.agents-status";
    private static final String ATTENDANCE = "attendance.today";

    @Test
    void staysAsItWasArrangedWithKeysAndWithTheMouse() {
        try (var person = browsers.person()) {
            var page = dashboard(person);
            button(page, "Arrange").click();

            button(page, "Arrange Agents status").focus();
            page.keyboard().press("Space");
            assertThat(spoken(page)).containsText("Agents status selected");
            page.keyboard().press("Shift+ArrowUp");
            assertThat(spoken(page)).containsText("7 rows high");
            page.keyboard().press("ArrowDown");
            assertThat(spoken(page)).containsText("row 5, 6 columns wide");
            page.keyboard().press("Escape");
            assertThat(spoken(page)).containsText("Agents status released");

            drag(page, tile(page, ATTENDANCE).locator("h2"), 640, 0);
            assertThat(spoken(page)).containsText("rearranged and saved");
            button(page, "Done").click();
            var arranged = places(page);

            page.reload();

            tile(page, AGENTS).locator("vaadin-grid-cell-content:visible").first().waitFor();
            page.waitForFunction(PLACES + " === " + "'" + arranged + "'");
            reset(page);
        }
    }

    @Test
    void showsWhatAnAgentSetsWithoutAReload() {
        try (var agents = browsers.person();
                var managers = browsers.person()) {
            var agent = new AgentsPage(Browsers.signInToDemo(agents, "agent"));
            agent.clockIn();
            var page = dashboard(managers);
            page.evaluate("window.sameWindow = true");
            var training =
                    tile(page, AGENTS)
                            .locator("vaadin-grid-cell-content:visible .presence-word")
                            .filter(new Locator.FilterOptions().setHasText("Training"));
            int before = training.count();

            agent.choose("Training");

            page.waitForCondition(() -> training.count() > before);
            assertThat(page.evaluate("window.sameWindow === true")).isEqualTo(true);
            agent.choose("Available");
        }
    }

    @Test
    void saysThatTheBoardWasChangedInAnotherWindow() {
        try (var desks = browsers.person();
                var laptops = browsers.person()) {
            var desk = dashboard(desks);
            var laptop = dashboard(laptops);

            fold(desk, "Attendance today");
            fold(laptop, "Worst deviations");

            assertThat(laptop.getByRole(AriaRole.ALERT).first()).containsText("in another window");
            button(laptop, "Show the saved one").click();
            assertThat(button(laptop, "Unfold Attendance today")).isVisible();
            assertThat(button(laptop, "Fold Worst deviations")).isVisible();
            reset(laptop);
        }
    }

    // ------------------------------------------------------------------ how it is done

    /// Where each widget stands, as the browser has it.
    private static final String PLACES =
            """
            [...document.querySelectorAll('[data-widget]')]
              .map(it => [it.dataset.widget, ...['x', 'y', 'w', 'h'].map(at => it.getAttribute('gs-' + at))])
              .sort().join(' ')\
            """;

    private static String places(Page page) {
        return (String) page.evaluate(PLACES);
    }

    private static Page dashboard(BrowserContext person) {
        var page = Browsers.signInToDemo(person, "manager");
        page.waitForURL("**/dashboard");
        tile(page, AGENTS).locator("vaadin-grid-cell-content:visible").first().waitFor();
        return page;
    }

    private static Locator tile(Page page, String widget) {
        return page.locator("[data-widget='" + widget + "']");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator spoken(Page page) {
        return page.locator(".dashboard [role=status][aria-live=polite]").first();
    }

    private static void fold(Page page, String widget) {
        button(page, "Fold " + widget).click();
        button(page, "Unfold " + widget).waitFor();
    }

    private static void drag(Page page, Locator from, double right, double down) {
        from.scrollIntoViewIfNeeded();
        var box = from.boundingBox();
        double x = box.x + 8;
        double y = box.y + 8;
        page.mouse().move(x, y);
        page.mouse().down();
        for (int i = 1; i <= 10; i++) {
            page.mouse().move(x + right * i / 10, y + down * i / 10);
        }
        page.mouse().up();
    }

    private static void reset(Page page) {
        page.locator(".records-head vaadin-menu-bar-button:visible").click();
        page.locator("vaadin-menu-bar-item:visible", text("Reset to team default")).click();
        assertThat(page.locator(".dashboard-origin")).hasText("");
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
