package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;

/// A small organisation for the tests that break things: an admin, a token, and people in one unit
/// who are planned to work right now.
record Organisation(String token, Page admin) {

    static final String ADMIN = "ada@example.com";
    private static final String SUPERVISOR = "grace@example.com";
    static final String PASSWORD = "correct horse battery";
    static final Map<String, String> ENVIRONMENT =
            Map.of("ROLLCALL_ADMIN_EMAIL", ADMIN, "ROLLCALL_ADMIN_PASSWORD", PASSWORD);

    static Organisation in(RunningProduct product, Browsers browsers, int people) {
        var admin = Browsers.signIn(browsers.person(), product, ADMIN, PASSWORD);
        var organisation = new Organisation(token(product, admin), admin);
        organisation.put(product, "units/floor", "{'name':'Floor','zone':'UTC','parent':null}");
        var start = Instant.now().minus(Duration.ofMinutes(30));
        var today = LocalDate.ofInstant(start, ZoneOffset.UTC);
        for (int i = 0; i < people; i++) {
            organisation.put(
                    product, "agents/ext-" + i, "{'name':'Person %d','unit':'floor'}".formatted(i));
            organisation.put(
                    product,
                    "agents/ext-%d/schedule/%s".formatted(i, today),
                    "{'activities':[{'activity':'WORK','start':'%s','end':'%s'}]}"
                            .formatted(start, start.plus(Duration.ofHours(4))));
            var here =
                    product.call(
                            "POST",
                            "/api/v1/presence-events",
                            organisation.token,
                            "application/json",
                            """
                            {"specversion":"1.0","id":"here-%d","source":"/feed","type":"dev.rollcall.presence.changed",
                             "subject":"ext-%d","time":"%s","data":{"status":"AVAILABLE"}}
                            """
                                    .formatted(i, i, start));
            assertThat(here.body()).contains("\"accepted\":1");
        }
        return organisation;
    }

    /// Lets a supervisor of everybody in, and opens their board.
    Page board(RunningProduct product, Browsers browsers) {
        letSupervisorIn(product, browsers);
        var board = signInSupervisor(product, browsers.person());
        board.navigate(product.url("/adherence"));
        board.locator(".status-word:visible").first().waitFor();
        return board;
    }

    void letSupervisorIn(RunningProduct product, Browsers browsers) {
        letIn(product, browsers, admin, "Grace", SUPERVISOR, "Supervisor", "Floor");
    }

    Page signInSupervisor(RunningProduct product, BrowserContext person) {
        return Browsers.signIn(person, product, SUPERVISOR, PASSWORD);
    }

    /// Makes a user, who then chooses [#PASSWORD] behind their link.
    static void letIn(
            RunningProduct product,
            Browsers browsers,
            Page admin,
            String name,
            String email,
            String role,
            String place) {
        fill(product, admin, name, email);
        pick(admin, "Role 1", role);
        pick(admin, "Where role 1 counts", place);
        save(browsers, admin);
    }

    /// The same for somebody who is the agent of that name.
    static void letAgentIn(
            RunningProduct product, Browsers browsers, Page admin, String name, String email) {
        fill(product, admin, name, email);
        pick(admin, "Role 1", "Agent");
        pick(admin, "Agent", name);
        save(browsers, admin);
    }

    private static void fill(RunningProduct product, Page admin, String name, String email) {
        admin.navigate(product.url("/settings/users"));
        admin.getByRole(AriaRole.BUTTON, named("Add user")).first().click();
        admin.getByRole(AriaRole.TEXTBOX, named("Name")).fill(name);
        admin.getByRole(AriaRole.TEXTBOX, named("E-mail")).fill(email);
        admin.getByRole(AriaRole.BUTTON, named("Add role")).click();
    }

    /// Saves, and lets whoever it is choose [#PASSWORD] behind their link.
    private static void save(Browsers browsers, Page admin) {
        admin.getByRole(AriaRole.BUTTON, named("Save")).click();
        var link = admin.locator("vaadin-dialog input[readonly]");
        assertThat(link).hasValue(Pattern.compile("http://.+/welcome\\?token=.+"));
        try (var person = browsers.person()) {
            var page = person.newPage();
            page.navigate(link.inputValue());
            page.getByRole(AriaRole.TEXTBOX, named("Your password")).fill(PASSWORD);
            page.getByRole(AriaRole.BUTTON, named("Set password")).click();
            page.waitForURL("**/login**");
        }
        admin.getByRole(AriaRole.BUTTON, named("I have passed it on")).click();
    }

    /// Chooses an entry in the form of a user.
    static void pick(Page admin, String label, String entry) {
        admin.getByRole(AriaRole.COMBOBOX, named(label)).fill(entry);
        admin.getByRole(AriaRole.OPTION, named(entry).setExact(false)).first().click();
    }

    private static String token(RunningProduct product, Page admin) {
        admin.navigate(product.url("/settings/tokens"));
        admin.getByRole(AriaRole.BUTTON, named("New token")).click();
        admin.getByRole(AriaRole.TEXTBOX, named("Name")).fill("Feed");
        for (var scope : new String[] {"people", "schedule", "presence", "adherence"}) {
            for (var way : new String[] {":read", ":write"}) {
                admin.getByRole(AriaRole.CHECKBOX, named(scope + way)).check();
            }
        }
        admin.getByRole(AriaRole.BUTTON, named("Create token")).click();
        var text = admin.locator("input[readonly]").last();
        assertThat(text).hasValue(Pattern.compile("rc_.+"));
        var token = text.inputValue();
        admin.getByRole(AriaRole.BUTTON, named("I have stored it")).click();
        return token;
    }

    private void put(RunningProduct product, String path, String body) {
        var answer =
                product.call(
                        "PUT",
                        "/api/v1/" + path,
                        token,
                        "application/json",
                        body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 204);
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }
}
