package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A chat comes in while two agents are at their desks: who has not clocked in has no console, who
/// has gets it, hands it over, and the other one finishes it.
final class WorkIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String SUBJECT = "Where is my refund?";

    @Test
    void anItemArrivesIsAssignedHandedOverAndFinished() {
        put("groups/desk", "{'name':'Desk','unit':'north','channel':'CHAT'}");
        hire("ann");
        hire("bob");
        try (var admins = browsers.person();
                var anns = browsers.person();
                var bobs = browsers.person(390, 844, ColorScheme.DARK)) {
            var admin = Browsers.signInToDemo(admins, "admin");
            Organisation.letAgentIn(demo(), browsers, admin, "Ann Desk", "ann@example.com");
            Organisation.letAgentIn(demo(), browsers, admin, "Bob Desk", "bob@example.com");

            var ann = Browsers.signIn(anns, demo(), "ann@example.com", Organisation.PASSWORD);
            ann.navigate(demo().url("/console"));
            assertThat(ann.locator(".gate-closed")).containsText("Console opens when you clock in");
            Browsers.picture(ann, "console-gate-light");
            var tab = anns.newPage();
            tab.navigate(demo().url("/cases"));
            assertThat(tab.locator(".gate-notice")).isVisible();

            clockIn(ann);
            assertThat(ann.locator(".console")).containsText("Nothing is waiting for you.");
            assertThat(tab.locator(".gate-notice")).hasCount(0);

            arrive();
            assertThat(rows(ann)).containsText(SUBJECT);
            ann.bringToFront();
            ann.keyboard().press("j");
            assertThat(rows(ann)).isFocused();
            ann.keyboard().press("s");
            assertThat(status(ann)).hasText("Active");
            Browsers.picture(ann, "console-light");

            var bob = Browsers.signIn(bobs, demo(), "bob@example.com", Organisation.PASSWORD);
            bob.navigate(demo().url("/console"));
            clockIn(bob);
            handOver(ann);
            assertThat(status(ann)).hasText("Available");
            assertThat(rows(ann)).hasCount(0);

            assertThat(rows(bob)).containsText(SUBJECT);
            Browsers.picture(bob, "console-dark-390");
            deed(bob, "Start").click();
            assertThat(status(bob)).hasText("Active");
            deed(bob, "Complete").click();
            assertThat(status(bob)).hasText("Available");
            assertThat(call("GET", "work-items/desk-1", "").body())
                    .contains("\"state\":\"DONE\"", "\"agent\":\"desk-bob\"");
        }
    }

    private static void clockIn(Page page) {
        page.locator(".gate-closed vaadin-button").click();
        page.locator("vaadin-dialog").getByRole(AriaRole.BUTTON, named("Clock in")).click();
        assertThat(page.locator(".console")).isVisible();
    }

    private static void handOver(Page page) {
        page.keyboard().press("h");
        var dialog = page.locator("vaadin-dialog");
        dialog.getByRole(AriaRole.BUTTON, named("A colleague")).click();
        dialog.getByRole(AriaRole.COMBOBOX, named("A colleague")).fill("Bob");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Bob Desk")).click();
        dialog.getByRole(AriaRole.BUTTON, named("Hand over")).click();
    }

    private static Locator rows(Page page) {
        return page.locator("[aria-labelledby='console-mine'] .item-row:visible");
    }

    private static Locator deed(Page page, String name) {
        return rows(page).getByRole(AriaRole.BUTTON, named(name));
    }

    private static Locator status(Page page) {
        return page.locator("rollcall-status .presence-word");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    // ------------------------------------------------------------------ what other systems do

    private static void hire(String name) {
        var full = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        put(
                "agents/desk-" + name,
                "{'name':'%s Desk','unit':'north','groups':['desk'],'tracked':true}"
                        .formatted(full));
    }

    private static void arrive() {
        var answer =
                call(
                        "POST",
                        "work-items",
                        "{'reference':'desk-1','channel':'CHAT','group':'desk','subject':'%s'}"
                                .formatted(SUBJECT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void put(String path, String json) {
        var answer = call("PUT", path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> call(String method, String path, String json) {
        return demo().call(
                        method,
                        "/api/v1/" + path,
                        demo().demoToken(),
                        "application/json",
                        json.replace('\'', '"'));
    }

    private static RunningProduct demo() {
        return RunningProduct.demo();
    }
}
