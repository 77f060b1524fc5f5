package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A supervisor's day without a mouse.
final class KeyboardIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    @Test
    void enterOpensTheDayOfTheAgentInTheRowAndEscapeClosesIt() {
        try (var person = browsers.person()) {
            var page = board(person);
            page.locator("vaadin-grid vaadin-grid-cell-content:visible", hasText("North"))
                    .first()
                    .click();
            page.waitForURL("**/adherence/agent/**");
            // Whoever uses keys points at nothing: a hint that is open takes the first Escape.
            page.mouse().move(0, 0);
            page.keyboard().press("Escape");
            page.waitForURL("**/adherence");

            page.keyboard().press("Enter");

            page.waitForURL("**/adherence/agent/**");
            page.keyboard().press("Escape");
            page.waitForURL("**/adherence");
        }
    }

    @Test
    void aQuestionMarkShowsWhatTheKeysDo() {
        try (var person = browsers.person()) {
            var page = board(person);

            page.keyboard().press("?");

            assertThat(page.getByText("Next agent who is out")).isVisible();
            Browsers.picture(page, "adherence-keys-light");
            page.keyboard().press("Escape");
            assertThat(page.getByText("Next agent who is out")).not().isVisible();
        }
    }

    @Test
    void digitsZoomAndTheAddressRemembersIt() {
        try (var person = browsers.person()) {
            var page = board(person);

            page.keyboard().press("1");

            page.waitForURL("**zoom=2h**");
        }
    }

    @Test
    void findsExplainsAndLeavesAPersonWithoutAMouse() {
        try (var person = browsers.person()) {
            var page = board(person);

            page.keyboard().type("/Robin");
            page.keyboard().press("Enter");
            var names = page.locator("vaadin-grid-cell-content .board-name:visible");
            assertThat(names).hasCount(1);
            assertThat(names).hasText(Pattern.compile("Robin .*"));
            page.waitForCondition(() -> hasFocus(page.locator("vaadin-grid")));
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/adherence/agent/.*q=Robin"));

            var timeline = page.locator(".agent-drawer rollcall-timeline").first();
            for (int tabs = 0; tabs < 40 && !hasFocus(timeline); tabs++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("[?&]at="));
            assertThat(page.locator(".minute")).containsText("Schedule");
            page.keyboard().press("Escape");
            page.waitForURL(Pattern.compile("/adherence\\?q=Robin"));
        }
    }

    private static boolean hasFocus(Locator element) {
        return (boolean) element.evaluate("it => it.matches(':focus-within')");
    }

    private static Page board(BrowserContext person) {
        var page = Browsers.signInToDemo(person, "supervisor");
        page.waitForURL("**/adherence");
        page.locator("vaadin-grid rollcall-timeline").first().waitFor();
        return page;
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
