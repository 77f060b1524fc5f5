package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// An organisation of one's own, without the demo: from the set-up link in the log to a supervisor
/// who sees a day that other programs told about, and the present as it changes.
@Execution(ExecutionMode.CONCURRENT)
final class OwnOrganisationIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final Pattern LINK = Pattern.compile("http://\\S+/setup\\?token=\\S+");
    private static final String ADMIN = "ada@example.org";
    private static final String SUPERVISOR = "grace@example.org";
    private static final String AGENT = "live@example.org";
    private static final String PASSWORD = "a long enough secret";

    @Test
    void growsFromAnEmptyDatabaseToALivingBoard() {
        try (var product = RunningProduct.start("own", Map.of());
                var admins = browsers.person();
                var supervisors = browsers.person();
                var agents = browsers.person()) {
            var admin = becomeAdmin(product, admins);
            var token = makeToken(product, admin);
            loadPeople(product, token);
            loadPastDay(product, token);
            var link = letIn(product, admin, "Grace", SUPERVISOR, "Supervisor", "");

            var supervisor = choosePassword(product, supervisors, link, SUPERVISOR);
            supervisor.navigate(product.url("/adherence?date=2026-03-02"));
            assertThat(shown(supervisor, ".board-name")).containsText(new String[] {"Late Lunch"});
            assertThat(shown(supervisor, ".status-word"))
                    .containsText(new String[] {"Severe 15 min"});
            Browsers.picture(supervisor, "own-past-day-light");

            planToday(product, token);
            supervisor.navigate(product.url("/adherence?q=Live+One"));
            assertThat(shown(supervisor, ".board-name")).hasText("Live One");
            var status = shown(supervisor, ".status-word");
            supervisor.evaluate("window.sameWindow = true");
            tell(product, token, "live-1", "ext-3", "AVAILABLE", minutesAgo(50));
            assertThat(status).hasText("In");
            tell(product, token, "live-2", "ext-3", "UNAVAILABLE/BREAK", minutesAgo(10));
            assertThat(status).hasText("Out");
            assertThat(supervisor.evaluate("window.sameWindow === true")).isEqualTo(true);
            Browsers.picture(supervisor, "own-live-out-light");

            forgiveHalfAnHour(product, admin);
            assertThat(status).hasText("Grace");
            assertThat(supervisor.evaluate("window.sameWindow === true")).isEqualTo(true);

            workAndClockOut(product, token, admin, agents);

            revokeToken(product, admin);
            assertThat(
                            product.call("GET", "/api/v1/agents/ext-1/status", token, "", "")
                                    .statusCode())
                    .isEqualTo(401);
        }
    }

    // ------------------------------------------------------------------ the admin

    private static Page becomeAdmin(RunningProduct product, BrowserContext person) {
        var link = product.find(LINK).orElseThrow();
        var page = person.newPage();
        page.navigate(link);
        page.getByRole(AriaRole.TEXTBOX, named("Name")).fill("Ada");
        page.getByRole(AriaRole.TEXTBOX, named("E-mail address")).fill(ADMIN);
        page.getByRole(AriaRole.TEXTBOX, named("Password")).fill("short");
        page.getByRole(AriaRole.BUTTON, named("Create admin")).click();
        assertThat(page.getByText("Use at least 12 characters").first()).isVisible();
        page.getByRole(AriaRole.TEXTBOX, named("Password")).fill(PASSWORD);
        Browsers.picture(page, "set-up-light");
        page.getByRole(AriaRole.BUTTON, named("Create admin")).click();
        page.waitForURL("**/login?ready");
        var again = person.newPage();
        again.navigate(link);
        assertThat(again.getByText("This link no longer works")).isVisible();
        page.close();
        again.close();
        return Browsers.signIn(person, product, ADMIN, PASSWORD);
    }

    private static String makeToken(RunningProduct product, Page admin) {
        admin.navigate(product.url("/settings/tokens"));
        admin.getByRole(AriaRole.BUTTON, named("New token")).click();
        admin.getByRole(AriaRole.TEXTBOX, named("Name")).fill("Telephony");
        for (var scope : new String[] {"people", "schedule", "presence", "work", "adherence"}) {
            for (var way : new String[] {":read", ":write"}) {
                admin.getByRole(AriaRole.CHECKBOX, named(scope + way)).check();
            }
        }
        Browsers.picture(admin, "new-token-light");
        admin.getByRole(AriaRole.BUTTON, named("Create token")).click();
        var text = admin.locator("input[readonly]").last();
        assertThat(text).hasValue(Pattern.compile("rc_.+"));
        var token = text.inputValue();
        admin.getByRole(AriaRole.BUTTON, named("I have stored it")).click();
        return token;
    }

    /// Less strict in one unit, from today on.
    private static void forgiveHalfAnHour(RunningProduct product, Page admin) {
        admin.navigate(product.url("/settings/adherence?unit=support"));
        admin.getByRole(AriaRole.BUTTON, named("Change here: All activities")).click();
        admin.getByRole(AriaRole.SPINBUTTON, named("Minutes: Time")).fill("30");
        assertThat(admin.getByText("1 change to Support from today, not saved yet")).isVisible();
        Browsers.picture(admin, "grace-of-a-unit-light");
        admin.keyboard().press("Control+s");
        var review = admin.locator("vaadin-dialog");
        assertThat(review.getByText("Shorter than 30 min forgiven")).isVisible();
        Browsers.picture(admin, "grace-review-light");
        review.getByRole(AriaRole.TEXTBOX).fill("Trial in Support");
        review.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).click();
        assertThat(admin.locator(".settings-history").getByText("“Trial in Support”")).isVisible();
    }

    private static void revokeToken(RunningProduct product, Page admin) {
        admin.navigate(product.url("/settings/tokens"));
        admin.getByRole(AriaRole.BUTTON, named("Revoke “Telephony”")).click();
        admin.locator("vaadin-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
        assertThat(admin.getByText("Revoked")).isVisible();
    }

    // ------------------------------------------------------------------ other programs

    private static void loadPeople(RunningProduct product, String token) {
        put(
                product,
                token,
                "units/support",
                "{'name':'Support','zone':'Europe/Berlin','parent':null}");
        put(
                product,
                token,
                "groups/billing",
                "{'name':'Billing','unit':'support','channel':'CALL'}");
        agent(product, token, "ext-1", "On Time");
        agent(product, token, "ext-2", "Late Lunch");
        agent(product, token, "ext-3", "Live One");
    }

    private static void agent(RunningProduct product, String token, String id, String name) {
        put(
                product,
                token,
                "agents/" + id,
                "{'name':'%s','unit':'support','groups':['billing']}".formatted(name));
    }

    private static void loadPastDay(RunningProduct product, String token) {
        var csv =
                """
                agent,date,activity,start,end
                ext-1,2026-03-02,WORK,08:00,12:00
                ext-2,2026-03-02,WORK,08:00,12:00
                ext-2,2026-03-02,LUNCH,10:00,10:30
                """;
        var tried =
                product.call(
                        "POST",
                        "/api/v1/schedules/imports?format=csv&dryRun=true",
                        token,
                        "text/csv",
                        csv);
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        var done =
                product.call(
                        "POST", "/api/v1/schedules/imports?format=csv", token, "text/csv", csv);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        at(product, token, "e1", "ext-1", "AVAILABLE", "07:00");
        at(product, token, "e2", "ext-1", "AWAY", "11:00");
        at(product, token, "e3", "ext-2", "AVAILABLE", "07:00");
        at(product, token, "e4", "ext-2", "UNAVAILABLE/LUNCH", "09:00");
        at(product, token, "e5", "ext-2", "AVAILABLE", "09:45");
        at(product, token, "e6", "ext-2", "AWAY", "11:00");
    }

    private static void planToday(RunningProduct product, String token) {
        var zone = ZoneId.of("Europe/Berlin");
        var today = LocalDate.now(zone);
        // Of today also shortly after midnight: what is forgiven from today on holds for it.
        var midnight = today.atStartOfDay(zone).toInstant();
        var hourAgo = Instant.now().minus(Duration.ofHours(1));
        var start = hourAgo.isBefore(midnight) ? midnight : hourAgo;
        put(
                product,
                token,
                "agents/ext-3/schedule/" + today,
                "{'activities':[{'activity':'WORK','start':'%s','end':'%s'}]}"
                        .formatted(start, start.plus(Duration.ofHours(5))));
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    private static void at(
            RunningProduct product,
            String token,
            String id,
            String agent,
            String state,
            String utc) {
        tell(product, token, id, agent, state, Instant.parse("2026-03-02T" + utc + ":00Z"));
    }

    private static void tell(
            RunningProduct product,
            String token,
            String id,
            String agent,
            String state,
            Instant at) {
        var parts = state.split("/", 2);
        var event =
                """
                {'specversion':'1.0','id':'%s','source':'/pbx','type':'dev.rollcall.presence.changed',
                'subject':'%s','time':'%s','data':{'status':'%s','reason':%s,'note':null}}\
                """
                        .formatted(
                                id,
                                agent,
                                at,
                                parts[0],
                                parts.length < 2 ? "null" : "'" + parts[1] + "'");
        var answer =
                product.call(
                        "POST",
                        "/api/v1/presence-events",
                        token,
                        "application/json",
                        "[" + event.replace('\'', '"') + "]");
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    private static void put(RunningProduct product, String token, String path, String body) {
        var answer =
                product.call(
                        "PUT",
                        "/api/v1/" + path,
                        token,
                        "application/json",
                        body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 204);
    }

    // ------------------------------------------------------------------ the supervisor

    /// @param agent the agent they are; empty: none
    private static String letIn(
            RunningProduct product,
            Page admin,
            String name,
            String email,
            String role,
            String agent) {
        admin.navigate(product.url("/settings/users"));
        admin.getByRole(AriaRole.BUTTON, named("Add user")).first().click();
        admin.getByRole(AriaRole.TEXTBOX, named("Name")).fill(name);
        admin.getByRole(AriaRole.TEXTBOX, named("E-mail")).fill(email);
        if (!agent.isEmpty()) {
            pick(admin, "Agent", agent);
        }
        admin.getByRole(AriaRole.BUTTON, named("Add role")).click();
        pick(admin, "Role 1", role);
        if (agent.isEmpty()) {
            pick(admin, "Where role 1 counts", "Support");
        } else {
            assertThat(admin.getByRole(AriaRole.COMBOBOX, named("Where role 1 counts")))
                    .hasValue("Whole organisation");
        }
        Browsers.picture(admin, "new-user-light");
        admin.getByRole(AriaRole.BUTTON, named("Save")).click();
        var link = admin.locator("vaadin-dialog input[readonly]");
        assertThat(link).hasValue(Pattern.compile("http://.+/welcome\\?token=.+"));
        Browsers.picture(admin, "sign-in-link-light");
        var address = link.inputValue();
        admin.getByRole(AriaRole.BUTTON, named("I have passed it on")).click();
        return address;
    }

    private static void pick(Page page, String label, String entry) {
        var box = page.getByRole(AriaRole.COMBOBOX, named(label));
        box.fill(entry);
        page.getByRole(AriaRole.OPTION, named(entry).setExact(false)).first().click();
    }

    private static Page choosePassword(
            RunningProduct product, BrowserContext person, String link, String email) {
        var page = person.newPage();
        page.navigate(link);
        page.getByRole(AriaRole.TEXTBOX, named("Your password")).fill(PASSWORD);
        Browsers.picture(page, "welcome-light");
        page.getByRole(AriaRole.BUTTON, named("Set password")).click();
        page.waitForURL("**/login**");
        page.navigate(link);
        assertThat(page.getByText("This link does not work")).isVisible();
        page.close();
        return Browsers.signIn(person, product, email, PASSWORD);
    }

    // ------------------------------------------------------------------ the agent

    /// Nobody is tracked until an admin says so; then an agent's day goes by keyboard.
    private static void workAndClockOut(
            RunningProduct product, String token, Page admin, BrowserContext person) {
        var link = letIn(product, admin, "Live One", AGENT, "Agent", "Live One");
        var agent = choosePassword(product, person, link, AGENT);
        assertThat(agent.getByText("Your day")).isVisible();
        var pill = agent.locator("rollcall-status .presence-pill");
        assertThat(pill).hasCount(0);

        admin.navigate(product.url("/settings/workforce"));
        var tracking =
                admin.getByRole(
                        AriaRole.CHECKBOX, named("Track agents’ attendance and availability"));
        assertThat(tracking).not().isChecked();
        Browsers.picture(admin, "workforce-off-light");
        tracking.check();
        pick(admin, "Groups to track", "Billing");
        admin.keyboard().press("Escape");
        assertThat(admin.getByText("3 of 3 people are tracked")).isVisible();
        admin.keyboard().press("Control+s");
        assertThat(pill).containsText("Break");

        press(agent, "a");
        assertThat(pill).containsText("Available");
        work(product, token, "started");
        assertThat(pill).containsText("Active");
        assertThat(agent.getByText("You are Active: case-4711 started")).isVisible();
        press(agent, "o");
        var dialog = agent.locator("vaadin-dialog");
        assertThat(dialog.getByText("Finish this item first")).isVisible();
        assertThat(dialog.getByText("case-4711")).isVisible();
        Browsers.picture(agent, "clock-out-with-work-light");
        assertThat(dialog.getByRole(AriaRole.RADIO, inDialog("End of shift"))).isFocused();
        agent.keyboard().press("ArrowDown");
        assertThat(dialog.getByRole(AriaRole.RADIO, inDialog("Back later today"))).isChecked();
        agent.keyboard().press("Enter");
        assertThat(pill).containsText("then Away");
        work(product, token, "ended");
        assertThat(pill).containsText("Away");

        press(agent, "c");
        assertThat(dialog.getByText("Your shift")).isVisible();
        Browsers.picture(agent, "clock-in-light");
        agent.keyboard().press("Enter");
        assertThat(pill).containsText("Available");
    }

    private static Locator.GetByRoleOptions inDialog(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    /// Two keys: one opens the menu, the letter chooses.
    private static void press(Page agent, String letter) {
        agent.keyboard().press("Alt+s");
        agent.locator("vaadin-menu-bar-item:visible [data-mnemonic=" + letter + "]").waitFor();
        agent.keyboard().press(letter);
    }

    private static void work(RunningProduct product, String token, String what) {
        var event =
                """
                [{"specversion":"1.0","id":"work-%s","source":"/cases",
                "type":"dev.rollcall.work.%s","subject":"ext-3","time":"%s",
                "data":{"workItem":"case-4711","channel":"TICKET","group":null}}]\
                """
                        .formatted(what, what, Instant.now());
        var answer = product.call("POST", "/api/v1/work-events", token, "application/json", event);
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    /// A part of the rows on screen: a grid keeps rows it no longer shows, with their old words.
    private static Locator shown(Page supervisor, String part) {
        return supervisor.locator("vaadin-grid vaadin-grid-cell-content " + part + ":visible");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
