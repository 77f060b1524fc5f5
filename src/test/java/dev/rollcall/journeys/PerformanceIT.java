package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An agent looks at their month, on a desk and on a telephone; a fact told by another system moves
/// the card while they look. A manager sets a goal, and nobody else finds the agent's page.
///
/// What it tells happens in a year of its own, of which the demo tells nothing.
final class PerformanceIT {

    private static final String MONTH = "2020-01";

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static void complaint(String id) {
        var fact =
                """
                [{"id": "%s", "source": "/journey", "version": 1, "agent": "agent-001",
                  "at": "2020-01-15T09:00:00Z", "kind": "COMPLAINT", "category": "Bill too high",
                  "status": "OPEN"}]
                """
                        .formatted(id);
        var product = RunningProduct.demo();
        var answer =
                product.call(
                        "POST", "/api/v1/kpi-facts", product.demoToken(), "application/json", fact);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    @Test
    void aFactMovesTheCardWhileItsOwnerLooks() {
        try (var desk = browsers.person();
                var phone = browsers.person(390, 844, ColorScheme.DARK)) {
            var page = Browsers.signInToDemo(desk, "agent");
            page.navigate(RunningProduct.demo().url("/my-performance?month=" + MONTH));
            var complaints = page.locator(".kpi-card[data-metric=complaints] .kpi-value");
            assertThat(complaints).hasText("0");
            var mobile = Browsers.signInToDemo(phone, "agent");
            mobile.navigate(
                    RunningProduct.demo()
                            .url("/my-performance?month=" + MONTH + "&week=2020-01-15"));
            var wednesday = mobile.locator(".week-table tbody tr").nth(2).locator("td").nth(3);
            assertThat(wednesday).containsText("0");

            complaint("journey-1");

            assertThat(complaints).hasText("1");
            assertThat(wednesday).containsText("1");
            Browsers.picture(mobile, "performance-week-phone-dark");

            page.mouse().move(0, 0);
            page.locator("h1").click();
            page.keyboard().press("]");
            page.waitForURL("**/my-performance?month=2020-02");
            assertThat(complaints).hasText("0");
            page.navigate(RunningProduct.demo().url("/my-performance"));
            assertThat(page.locator(".kpi-card[data-metric]")).hasCount(4);
            assertThat(page.locator(".week-table tbody tr.week-today")).hasCount(1);
            Browsers.picture(page, "performance-light");
        }
    }

    @Test
    void aManagerSetsAGoalAndHasNoWayToThePage() {
        try (var desk = browsers.person()) {
            var page = Browsers.signInToDemo(desk, "manager");
            page.navigate(RunningProduct.demo().url("/goals?month=2031-06"));
            var april =
                    page.locator(".goal-table tbody tr")
                            .first()
                            .locator("vaadin-big-decimal-field")
                            .last()
                            .locator("input");
            april.fill("440");
            april.press("Tab");
            page.getByRole(AriaRole.BUTTON, exact("Save goals")).click();
            assertThat(page.getByText("The goals are saved")).isVisible();
            Browsers.picture(page, "goals-light");
            page.reload();
            assertThat(april).hasValue("440");

            page.navigate(RunningProduct.demo().url("/my-performance?agent=agent-001"));
            assertThat(page.locator(".kpi-card[data-metric=calls]")).hasCount(0);
        }
    }

    private static Page.GetByRoleOptions exact(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
