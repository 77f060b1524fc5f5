package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody plans next week for a hotline: brings what came, takes the forecast, promises more, and
/// looks at the heads that takes.
final class DemandIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String GROUP = "north-hotline";

    private final RunningProduct demo = RunningProduct.demo();
    private final LocalDate next =
            LocalDate.now(ZoneId.of("Europe/Berlin"))
                    .with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    @Test
    void whatCameBecomesHeadsOnThePlan() {
        put("groups/" + GROUP, "{'name':'North hotline','unit':'north','channel':'CALL'}");
        try (var person = browsers.person()) {
            var page = Browsers.signInToDemo(person, "supervisor");
            importsWhatCame(page);
            takesTheForecast(page);
            promisesMore(page);
            asksAboutAHalfHour(page);
        }
    }

    private void importsWhatCame(Page page) {
        page.navigate(demo.url("/demand/import"));
        page.getByLabel("Volumes that came").check();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "came.csv", "text/csv", weeks().getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("Read as: Volumes that came. 3 half hours can be imported."))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, Organisation.named("Import")).click();
        assertThat(page.getByText("3 half hours were imported.")).isVisible();
    }

    /// The three Mondays before.
    private String weeks() {
        var file = new StringBuilder("group,start,volume,handlingSeconds\n");
        for (int week = 1; week <= 3; week++) {
            file.append(GROUP)
                    .append(',')
                    .append(next.minusWeeks(week + 1L))
                    .append("T10:00,100,180\n");
        }
        return file.toString();
    }

    private void takesTheForecast(Page page) {
        page.navigate(demo.url("/demand?group=" + GROUP + "&day=" + next));
        assertThat(page.locator("rollcall-chart .apexcharts-svg")).hasCount(2);
        assertThat(page.getByText("Nobody has said what is expected.")).isVisible();
        page.getByRole(AriaRole.BUTTON, Organisation.named("Take the forecast")).click();
        assertThat(page.locator(".demand-why")).containsText("20 heads: 100 calls of 180 s");
        assertThat(page.locator("rollcall-chart .apexcharts-svg")).hasCount(2);
        Browsers.picture(page, "demand-light");
    }

    private void promisesMore(Page page) {
        page.getByRole(AriaRole.BUTTON, Organisation.named("Assumptions")).click();
        page.getByLabel("Answered in time, in percent").fill("95");
        Browsers.picture(page, "demand-assumptions-light");
        page.getByRole(AriaRole.BUTTON, Organisation.named("Save")).click();
        assertThat(page.locator(".demand-why")).containsText("23 heads:");
    }

    /// The table beside the charts, by keyboard.
    private void asksAboutAHalfHour(Page page) {
        page.locator("vaadin-grid-cell-content:visible")
                .getByText(Pattern.compile("^0?9:30"))
                .click();
        assertThat(page.locator(".demand-why")).containsText("Nothing is expected then");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(page.locator(".demand-why")).containsText("23 heads:");
    }

    private void put(String path, String body) {
        var answer =
                demo.call(
                        "PUT",
                        "/api/v1/" + path,
                        demo.demoToken(),
                        "application/json",
                        body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 204);
    }
}
