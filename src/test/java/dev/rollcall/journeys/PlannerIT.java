package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Planning a week that lies far enough ahead that nobody else plans it.
final class PlannerIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final Pattern DRAFTED = Pattern.compile("drafted; only planners see it");

    @Test
    void plansAWeekWithTheKeyboardAndPublishesIt() {
        try (var person = browsers.person()) {
            var page = planner(person, 8);
            cell(page, 0, 0).click();
            page.keyboard().press("Shift+ArrowRight");
            page.keyboard().press("Shift+ArrowRight");
            page.keyboard().press("1");
            assertThat(cell(page, 0, 2)).hasAttribute("aria-label", Pattern.compile(": Work"));
            assertThat(status(page)).containsText("3 days of 1 person");

            page.keyboard().press("Control+c");
            cell(page, 2, 0).click();
            page.keyboard().press("Control+v");
            assertThat(cell(page, 2, 2)).hasAttribute("aria-label", Pattern.compile(": Work"));
            assertThat(status(page)).containsText("6 days of 2 people");
            page.keyboard().press("Control+z");
            assertThat(cell(page, 2, 2)).hasAttribute("aria-label", Pattern.compile(": free$"));
            page.keyboard().press("Control+y");
            assertThat(cell(page, 2, 2)).hasAttribute("aria-label", Pattern.compile(": Work"));
            assertThat(status(page)).containsText("6 days of 2 people");
            assertThat(page.locator("rollcall-planner .cell.draft")).hasCount(6);
            Browsers.picture(page, "planner-light");

            button(page, "Publish…").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("2 people get another plan");
            button(page, "Publish for 2 people").click();

            assertThat(status(page)).hasText("What you see is published.");
            page.reload();
            assertThat(cell(page, 2, 2)).hasAttribute("aria-label", Pattern.compile(": Work"));
        }
    }

    @Test
    void takesOverAProposedWeekAndTakesItBack() {
        try (var person = browsers.person()) {
            var page = planner(person, 24);
            var dialog = page.getByRole(AriaRole.DIALOG);
            button(page, "Propose…").click();
            button(page, "Search").click();
            assertThat(dialog).containsText(Pattern.compile("[1-9][0-9]* shifts"));

            button(page, "Stop").click();

            assertThat(dialog).containsText("Stopped after");
            assertThat(dialog).containsText("people get the hours that are agreed");
            Browsers.picture(page, "planner-proposal-light");
            button(page, "Take over into the draft").click();
            assertThat(status(page)).containsText(DRAFTED);
            button(page, "Take back").click();
            assertThat(status(page)).hasText("What you see is published.");
        }
    }

    @Test
    void plansADayWithTheMouseWhileAnotherPlannerLooksOn() {
        try (var ones = browsers.person();
                var others = browsers.person()) {
            var one = planner(ones, 10);
            var other = planner(others, 10);
            cell(one, 1, 1).click();
            one.locator(".planner-palette vaadin-button").first().click();
            assertThat(cell(other, 1, 1)).hasAttribute("aria-label", Pattern.compile("Draft by"));

            drag(one, cell(one, 1, 1), cell(one, 3, 2));

            assertThat(cell(other, 1, 1)).hasAttribute("aria-label", Pattern.compile(": free$"));
            assertThat(cell(other, 3, 2)).hasAttribute("aria-label", Pattern.compile(": Work"));
            assertThat(status(other)).hasText(DRAFTED);
            cell(other, 3, 2).click();
            other.keyboard().press("Delete");
            assertThat(status(one)).hasText("What you see is published.");
        }
    }

    @Test
    void drawsAndStretchesAShiftOnTheHours() {
        try (var person = browsers.person()) {
            var page = planner(person, 12, "&view=day");
            var lane = cell(page, 0, 0);
            var box = lane.boundingBox();
            double hour = box.width / 24;
            double y = box.y + box.height / 2;
            page.mouse().move(box.x + 8 * hour, y);
            page.mouse().down();
            page.mouse().move(box.x + 10 * hour, y);
            page.mouse().move(box.x + 12 * hour, y);
            page.mouse().up();
            assertThat(lane).hasAttribute("aria-label", Pattern.compile("Work 08:00–12:00"));

            page.mouse().move(box.x + 12 * hour - 3, y);
            page.mouse().down();
            page.mouse().move(box.x + 14 * hour, y);
            page.mouse().move(box.x + 16 * hour - 3, y);
            page.mouse().up();
            assertThat(lane).hasAttribute("aria-label", Pattern.compile("Work 08:00–16:00"));

            lane.focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Alt+ArrowRight");
            assertThat(lane).hasAttribute("aria-label", Pattern.compile("Work 08:15–16:15"));
            page.keyboard().press("Delete");
            assertThat(lane).hasAttribute("aria-label", Pattern.compile(": free$"));
        }
    }

    // ------------------------------------------------------------------ how it is done

    private static Page planner(BrowserContext person, int weeksAhead) {
        return planner(person, weeksAhead, "");
    }

    private static Page planner(BrowserContext person, int weeksAhead, String more) {
        var page = Browsers.signInToDemo(person, "manager");
        var date = LocalDate.now(ZoneId.of("Europe/Berlin")).plusWeeks(weeksAhead);
        page.navigate(RunningProduct.demo().url("/planner?date=" + date + more));
        cell(page, 0, 0).waitFor();
        return page;
    }

    private static Locator cell(Page page, int row, int column) {
        return page.locator(
                "rollcall-planner [data-row='%d'] [data-column='%d']".formatted(row, column));
    }

    private static Locator status(Page page) {
        return page.locator(".planner-status");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void drag(Page page, Locator from, Locator to) {
        var start = from.boundingBox();
        var end = to.boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 3, end.y + end.height / 3);
        page.mouse().move(end.x + end.width / 2, end.y + end.height / 2);
        page.mouse().up();
    }
}
