package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A manager publishes; whose plan it is hears of it wherever they are.
final class NoticesIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    /// As whom the demo's agent signs in.
    private static final String AGENT = "Robin Keller";

    @Test
    void tellsWhosePlanIsPublishedAndLeadsThereOnDeskAndPhone() {
        var monday =
                LocalDate.now(ZoneId.of("Europe/Berlin"))
                        .plusWeeks(14)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        try (var desks = browsers.person();
                var managers = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var desk = Browsers.signInToDemo(desks, "agent");
            desk.navigate(RunningProduct.demo().url("/definitions"));
            var phone = Browsers.signInToDemo(phones, "agent");
            phone.navigate(RunningProduct.demo().url("/definitions"));
            bell(desk).waitFor();
            bell(phone).waitFor();

            publish(Browsers.signInToDemo(managers, "manager"), monday);

            var toast = desk.locator("vaadin-notification-card.notice-toast");
            assertThat(toast).containsText(Pattern.compile("Your plan for|new messages"));
            assertThat(desk.locator(".bell-count")).isVisible();
            assertThat(phone.locator("vaadin-notification-card.notice-toast")).isVisible();
            Browsers.picture(desk, "notices-toast-light");

            bell(desk).click();
            assertThat(desk.locator(".bell-popover .notice").first()).containsText("is out");
            Browsers.picture(desk, "notices-bell-light");
            desk.locator(".bell-popover .notice").first().click();
            desk.waitForURL("**/calendar?date=" + monday + "&view=day");
            assertThat(desk.locator(".calendar-day")).containsText("Work");

            phone.navigate(RunningProduct.demo().url("/calendar?view=month&date=" + monday));
            assertThat(phone.locator(".month-day .month-shift")).hasCount(1);
            assertThat(phone.locator(".calendar-month"))
                    .containsText(
                            Pattern.compile(monday.getDayOfMonth() + ".*Work", Pattern.DOTALL));
            Browsers.picture(phone, "calendar-month-phone-dark");
        }
    }

    /// Plans one shift for the agent who looks on, and publishes it.
    private static void publish(Page page, LocalDate monday) {
        page.navigate(RunningProduct.demo().url("/planner?unit=north&date=" + monday));
        cell(page, 0, 0).waitFor();
        var row =
                page.locator("rollcall-planner [data-row]")
                        .filter(new Locator.FilterOptions().setHasText(AGENT));
        row.locator("[data-column='0']").first().click();
        page.keyboard().press("1");
        assertThat(page.locator(".planner-status")).containsText("1 day of 1 person");
        button(page, "Publish…").click();
        button(page, Pattern.compile("^Publish for 1")).click();
        assertThat(page.locator(".planner-status")).hasText("What you see is published.");
    }

    private static Locator cell(Page page, int row, int column) {
        return page.locator(
                "rollcall-planner [data-row='%d'] [data-column='%d']".formatted(row, column));
    }

    private static Locator bell(Page page) {
        return page.locator(".bell > vaadin-button");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
