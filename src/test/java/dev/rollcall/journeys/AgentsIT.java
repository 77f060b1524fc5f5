package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.journeys.Organisation.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A manager's morning: who is active where, somebody who forgot to switch back, and a task for
/// them.
final class AgentsIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final RunningProduct PRODUCT = RunningProduct.demo();
    private static final String AGENT = "Robin Keller";
    private static final int TICKET_GROUPS = 5;

    @Test
    void aManagerSetsSomebodyActiveAndGivesThemATask() {
        putIntoTicketGroups();
        try (var agents = browsers.person();
                var managers = browsers.person()) {
            var agent = Browsers.signInToDemo(agents, "agent");
            var manager = Browsers.signInToDemo(managers, "manager");
            clockIn(agent);
            switchOff(agent, "Letters 1 (tickets)");
            switchOff(agent, "Letters 2 (tickets)");

            manager.navigate(PRODUCT.url("/agents?q=Robin+Keller"));
            assertThat(shown(manager, "4/6")).isVisible();
            Browsers.picture(manager, "agents-light");
            bringAChat();
            manager.navigate(PRODUCT.url("/agents?group=north-billing"));
            assertThat(shown(manager, Pattern.compile("[1-3]/3")).first()).isVisible();

            manager.navigate(PRODUCT.url("/agents/agent-001?q=Robin+Keller"));
            manager.getByRole(AriaRole.BUTTON, named("Make active: Letters 2")).click();
            manager.getByRole(AriaRole.TEXTBOX, named("Reason")).fill("You are back at your desk");
            manager.getByRole(AriaRole.BUTTON, named("Make active").setExact(true)).click();

            assertThat(
                            agent.locator(
                                    "vaadin-notification-card",
                                    new Page.LocatorOptions().setHasText("back at your desk")))
                    .containsText("made you active in Letters 2");
            Browsers.picture(manager, "agents-drawer-light");
            manager.navigate(PRODUCT.url("/agents?q=Robin+Keller"));
            assertThat(shown(manager, "5/6")).isVisible();

            giveATask(manager);
            workOn(agent);
            manager.navigate(PRODUCT.url("/back-office?show=ended"));
            shown(manager, "Refunds of May").first().click();
            assertThat(manager.locator(".drawer"))
                    .containsText(Pattern.compile("Time worked.*\\d+ (s|min)", Pattern.DOTALL));
        }
    }

    // ------------------------------------------------------------------ the manager

    private static void giveATask(Page manager) {
        manager.navigate(PRODUCT.url("/back-office"));
        manager.getByRole(AriaRole.BUTTON, named("New task")).click();
        manager.getByRole(AriaRole.TEXTBOX, named("What is to be done")).fill("Refunds of May");
        var person = manager.locator("vaadin-dialog").getByRole(AriaRole.COMBOBOX).first();
        person.fill(AGENT);
        manager.getByRole(AriaRole.OPTION, named(AGENT).setExact(false)).first().click();
        manager.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(manager.locator(".drawer")).containsText("Refunds of May");
    }

    private static Locator shown(Page page, Pattern text) {
        return page.locator(
                "vaadin-grid-cell-content:visible", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator shown(Page page, String text) {
        return page.locator(
                "vaadin-grid-cell-content:visible", new Page.LocatorOptions().setHasText(text));
    }

    // ------------------------------------------------------------------ the agent

    private static void clockIn(Page agent) {
        pill(agent).waitFor();
        if (pill(agent).innerText().equals("Away")) {
            choose(agent, "Clock in");
            agent.getByRole(AriaRole.BUTTON, named("Clock in")).click();
        } else {
            choose(agent, "Available");
        }
        assertThat(pill(agent)).hasText(Pattern.compile("Available|Active"));
    }

    private static void choose(Page agent, String entry) {
        agent.keyboard().press("Alt+s");
        agent.locator("vaadin-menu-bar-item:visible", new Page.LocatorOptions().setHasText(entry))
                .first()
                .click();
    }

    private static Locator pill(Page agent) {
        return agent.locator("rollcall-status .presence-word");
    }

    private static void switchOff(Page agent, String group) {
        var box = agent.getByRole(AriaRole.CHECKBOX, named(group));
        if (!box.isVisible()) {
            agent.locator(".activation vaadin-button").click();
        }
        box.uncheck();
        assertThat(box).not().isChecked();
        agent.keyboard().press("Escape");
    }

    private static void workOn(Page agent) {
        agent.navigate(PRODUCT.url("/back-office"));
        shown(agent, "Refunds of May").first().click();
        agent.getByRole(AriaRole.BUTTON, named("Start")).click();
        assertThat(pill(agent)).hasText("Back office");
        Browsers.picture(agent, "back-office-running-light");
        agent.getByRole(AriaRole.BUTTON, named("Finish")).click();
        assertThat(pill(agent)).hasText(Pattern.compile("Available|Active"));
    }

    // ------------------------------------------------------------------ other programs

    private static void putIntoTicketGroups() {
        var robin = JsonParser.parseString(call("GET", "agents/agent-001", "")).getAsJsonObject();
        var groups = robin.getAsJsonArray("groups");
        for (int i = 1; i <= TICKET_GROUPS; i++) {
            call(
                    "PUT",
                    "groups/letters-" + i,
                    "{\"name\":\"Letters %d\",\"unit\":\"north\",\"channel\":\"TICKET\"}"
                            .formatted(i));
            groups.add("letters-" + i);
        }
        var draft = new JsonObject();
        for (var field : new String[] {"name", "email", "unit", "mayWorkIn", "zone", "tracked"}) {
            draft.add(field, robin.get(field));
        }
        draft.add("groups", distinct(groups));
        call("PUT", "agents/agent-001", draft.toString());
    }

    private static JsonArray distinct(JsonArray codes) {
        var distinct = new JsonArray();
        for (var code : codes) {
            if (!distinct.contains(code)) {
                distinct.add(code);
            }
        }
        return distinct;
    }

    private static void bringAChat() {
        call(
                "POST",
                "work-items",
                "{\"reference\":\"morning-chat\",\"channel\":\"CHAT\",\"group\":\"north-billing\","
                        + "\"subject\":\"Where is my refund?\"}");
    }

    private static String call(String method, String path, String body) {
        var answer =
                PRODUCT.call(
                        method, "/api/v1/" + path, PRODUCT.demoToken(), "application/json", body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 204);
        return answer.body();
    }
}
