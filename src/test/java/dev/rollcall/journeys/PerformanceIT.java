package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An agent looks at their month, on a desk and on a telephone; a fact told by another system moves
/// the card while they look. A manager sets a goal, and nobody else finds the agent's page, until
/// the agent shares a month of it.
///
/// What it tells happens in years of its own, of which the demo tells nothing.
final class PerformanceIT {

    private static final String MONTH = "2020-01";

    private static boolean told;

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static void complaint(String id) {
        tell(
                """
                [{"id": "%s", "source": "/journey", "version": 1, "agent": "agent-001",
                  "at": "2020-01-15T09:00:00Z", "kind": "COMPLAINT", "category": "Bill too high",
                  "status": "OPEN"}]
                """
                        .formatted(id),
                1);
    }

    private static void tell(String facts, int count) {
        var product = RunningProduct.demo();
        var answer =
                product.call(
                        "POST",
                        "/api/v1/kpi-facts",
                        product.demoToken(),
                        "application/json",
                        facts);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":" + count);
    }

    private static String fact(String id, String kind, String day, String amount) {
        return """
        {"id": "sample-%s", "source": "/journey", "version": 1, "agent": "agent-001",
         "at": "%sT12:00:00Z", "kind": "%s"%s}
        """
                .formatted(
                        id,
                        day,
                        kind,
                        amount.isEmpty()
                                ? ""
                                : ", \"currency\": \"EUR\", \"amount\": \"" + amount + "\"");
    }

    /// January 2024: 432 calls, 156 services, 89 complaints, €285,340; its second week day by day.
    /// And one payment of the month before.
    private static synchronized void sample() {
        if (told) {
            return;
        }
        told = true;
        var facts = new ArrayList<String>();
        int[] calls = {24, 19, 22, 20, 18, 329};
        int[] services = {8, 6, 9, 7, 5, 121};
        int[] complaints = {0, 0, 0, 0, 0, 89};
        String[] payments = {"15240", "12180", "18940", "14560", "13280", "211140"};
        String[] days = {"08", "09", "10", "11", "12", "22"};
        for (int day = 0; day < days.length; day++) {
            var date = "2024-01-" + days[day];
            several(facts, "CALL", date, calls[day]);
            several(facts, "SERVICE", date, services[day]);
            several(facts, "COMPLAINT", date, complaints[day]);
            facts.add(fact("pay-" + day, "PAYMENT", date, payments[day]));
        }
        facts.add(fact("pay-before", "PAYMENT", "2023-12-12", "250000"));
        tell("[" + String.join(",", facts) + "]", facts.size());
    }

    private static void several(List<String> facts, String kind, String date, int count) {
        for (int i = 0; i < count; i++) {
            facts.add(fact(kind + "-" + date + "-" + i, kind, date, ""));
        }
    }

    /// Criterion 4, real time, is in the journey below.
    @Test
    void showsWhatItsNineCriteriaAskForAndSharesWhatItsOwnerChooses() {
        sample();
        try (var desk = browsers.person();
                var office = browsers.person()) {
            var page = Browsers.signInToDemo(desk, "agent");
            page.navigate(RunningProduct.demo().url("/my-performance"));
            // 1, 7: the running month and the running week.
            assertThat(page.locator("vaadin-select vaadin-select-value-button").first())
                    .containsText("" + LocalDate.now(ZoneOffset.UTC).getYear());
            assertThat(page.locator(".week-table tbody tr.week-today")).hasCount(1);
            assertThat(page.getByText("What would help next")).isVisible();
            var font = "getComputedStyle(document.querySelector('h1')).font";
            var own = page.evaluate(font);

            page.navigate(
                    RunningProduct.demo().url("/my-performance?month=2024-01&week=2024-01-10"));
            // 2, 5: the four figures, money as money.
            assertThat(page.locator(".kpi-card[data-metric] h3"))
                    .hasText(
                            new String[] {
                                "Payments collected",
                                "Services raised",
                                "Complaints registered",
                                "Total calls"
                            });
            assertThat(page.locator(".kpi-card[data-metric] .kpi-value"))
                    .hasText(new String[] {"€285,340", "156", "89", "432"});
            // 6: against the month before.
            assertThat(page.locator(".kpi-card[data-metric=payments] .kpi-badge"))
                    .containsText("▲ 14.1");
            // 3: day by day.
            assertThat(page.locator(".week-table tbody tr").nth(2))
                    .containsText(Pattern.compile("Wed.*22.*€18,940.*best.*9"));
            assertThat(page.locator(".week-table tfoot tr").first())
                    .hasText(Pattern.compile("Total\\s*103\\s*€74,200\\s*35\\s*0"));
            var wednesday = page.locator(".week-table tbody .week-opens").nth(2);
            wednesday.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".week-day")).containsText("22 on this day");
            page.locator(".week-day").getByText("Payments").click();
            assertThat(page.locator(".week-day")).containsText("€18,940");
            assertThat(wednesday).hasAttribute("aria-expanded", "true");

            share(page);
            // 8: another month.
            page.locator("h1").click();
            page.keyboard().press("[");
            page.waitForURL(Pattern.compile(".*[?&]month=2023-12.*"));
            assertThat(page.locator(".kpi-card[data-metric=payments] .kpi-value"))
                    .hasText("€250,000");

            look(Browsers.signInToDemo(office, "manager"), page);
            // 9: as every other page.
            page.navigate(RunningProduct.demo().url("/calendar"));
            page.locator("h1").waitFor();
            assertThat(page.evaluate(font)).isEqualTo(own);
        }
    }

    private static void share(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Share Jan 2024…")).click();
        var dialog = page.locator("vaadin-dialog[opened]");
        dialog.getByLabel("Total calls").check();
        for (var reader : dialog.locator(".ticks").last().locator("vaadin-checkbox").all()) {
            reader.locator("input").check();
        }
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Share").setExact(true))
                .click();
        assertThat(page.getByText("Jan 2024: Total calls")).isVisible();
        // Keys wait until it is gone.
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    }

    private static void look(Page office, Page owner) {
        office.navigate(RunningProduct.demo().url("/team-performance"));
        var shared = office.locator("a[href^='team-performance/shared/']").first();
        shared.click();
        assertThat(office.locator(".kpi-card .kpi-value")).hasText(new String[] {"432"});
        Browsers.picture(office, "shared-month-light");

        owner.navigate(RunningProduct.demo().url("/my-data"));
        assertThat(owner.getByText("What you shared of January 2024").first()).isVisible();
        owner.navigate(RunningProduct.demo().url("/my-performance"));
        owner.getByRole(AriaRole.BUTTON, named("Take back Jan 2024: Total calls")).click();
        assertThat(owner.getByText("You share nothing now.")).isVisible();
        office.reload();
        assertThat(office.getByText("This is not shared with you, or no longer.")).isVisible();
    }

    /// The six events in the file of one's own data, and nothing of one person on the admin's page.
    @Test
    void keepsHowThePageIsUsedOfWhoAgreedAndTellsNobody() {
        sample();
        try (var desk = browsers.person();
                var office = browsers.person()) {
            var admin = Browsers.signInToDemo(office, "admin");
            admin.navigate(RunningProduct.demo().url("/settings/usage"));
            admin.getByLabel("Ask agents how they use their own page").click();
            assertThat(admin.getByText("Agents are asked from now on.")).isVisible();

            var page = Browsers.signInToDemo(desk, "agent");
            page.navigate(RunningProduct.demo().url("/my-performance?month=2024-01"));
            page.getByRole(AriaRole.BUTTON, named("Take part")).click();
            page.locator(".week-table tbody .week-opens:not([disabled])").first().click();
            assertThat(page.locator(".week-day")).isVisible();
            page.locator("h1").click();
            page.keyboard().press("]");
            page.waitForURL("**/my-performance?month=2024-02**");
            page.locator(".kpi-card[data-metric=calls] h3 a").click();
            assertThat(page.locator(".key-numbers")).isVisible();
            page.getByText("Back to my performance").click();
            assertThat(page.locator(".kpi-card[data-metric]")).hasCount(4);
            page.navigate(RunningProduct.demo().url("/my-performance/calls?alert=GOAL_REACHED"));
            assertThat(page.locator(".key-numbers")).isVisible();
            page.navigate(RunningProduct.demo().url("/my-data"));
            assertThat(page.locator(".mydata-download")).isVisible();

            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(usage(page))
                                    .contains("ACCESS", "CARD", "WEEK", "MONTH", "ALERT", "TREND"));
            admin.reload();
            assertThat(admin.getByText("Until then there is nothing to see.")).isVisible();
            admin.getByLabel("Ask agents how they use their own page").click();
            admin.getByRole(AriaRole.BUTTON, named("Switch off and delete")).click();
            assertThat(admin.getByText("It is off.")).isVisible();
        }
    }

    private static String usage(Page page) {
        var file = page.waitForDownload(() -> page.locator(".mydata-download").click());
        try (var zip = new ZipFile(file.path().toFile())) {
            var entry = zip.getEntry("usage.csv");
            return entry == null
                    ? ""
                    : new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            page.getByRole(AriaRole.BUTTON, named("Save goals")).click();
            assertThat(page.getByText("The goals are saved")).isVisible();
            Browsers.picture(page, "goals-light");
            page.reload();
            assertThat(april).hasValue("440");

            page.navigate(RunningProduct.demo().url("/my-performance?agent=agent-001"));
            assertThat(page.locator(".kpi-card[data-metric=calls]")).hasCount(0);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
