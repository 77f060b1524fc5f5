package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.journeys.Organisation.named;

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

/// Somebody asks for a day off on a telephone, and it is in every plan once it is approved.
final class RequestsIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    /// Far enough ahead that nobody else plans it.
    private static final LocalDate DAY =
            LocalDate.now(ZoneId.of("Europe/Berlin"))
                    .plusWeeks(18)
                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));

    @Test
    void asksForADayOffAndFindsItInThePlanOnceItIsApproved() {
        try (var phone = browsers.person(390, 844, ColorScheme.LIGHT);
                var desk = browsers.person()) {
            var agent = Browsers.signInToDemo(phone, "agent");
            agent.navigate(RunningProduct.demo().url("/requests"));
            ask(agent);
            var mine = agent.locator(".request-card").first();
            assertThat(mine).containsText("Time in lieu, 8 h");
            assertThat(mine.locator(".request-state")).hasText("Waiting");

            var manager = Browsers.signInToDemo(desk, "manager");
            manager.navigate(RunningProduct.demo().url("/requests/inbox"));
            manager.getByRole(AriaRole.BUTTON, named("Approve the request of Robin Keller"))
                    .click();

            // Nobody reloads the page on the telephone.
            assertThat(mine.locator(".request-state")).hasText("Approved");
            assertThat(mine).containsText("Approved by");
            Browsers.picture(agent, "requests-phone");
            agent.navigate(RunningProduct.demo().url("/calendar?view=day&date=" + DAY));
            assertThat(agent.locator(".calendar-planned")).containsText("Time off");

            manager.navigate(RunningProduct.demo().url("/planner?unit=north&date=" + DAY));
            assertThat(
                            manager.locator(
                                    "rollcall-planner [aria-label*='Robin Keller'][aria-label*='Time"
                                            + " off']"))
                    .isVisible();
        }
    }

    private static void ask(Page agent) {
        agent.getByRole(AriaRole.BUTTON, named("Ask for time off")).click();
        var dialog = agent.locator(".request-dialog");
        dialog.locator("vaadin-select").first().click();
        agent.getByRole(AriaRole.OPTION, named("Time in lieu")).click();
        // On a telephone the calendar fills the page; scrolling through it is not what this is
        // about.
        dialog.locator("vaadin-date-picker")
                .first()
                .evaluate("(picker, date) => picker.value = date", DAY.toString());
        assertThat(dialog).containsText(Pattern.compile("This takes 8 h"));
        assertThat(dialog).containsText("Somebody who plans you decides.");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Ask").setExact(true))
                .click();
    }
}
