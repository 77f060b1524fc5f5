package dev.rollcall.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page, in both colour schemes and on a phone: without serious findings, no wider than the
/// screen, and kept as a picture.
final class AccessibilityIT {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /// One page: who opens it, where it is, what must be there before it counts as shown.
    private record Stop(String name, String who, String path, String shown) {}

    private static final List<Stop> STOPS =
            List.of(
                    new Stop("sign-in", "", "/login", "vaadin-login-form"),
                    new Stop("my-day", "agent", "/", ".own-day"),
                    new Stop(
                            "adherence",
                            "supervisor",
                            "/adherence",
                            "vaadin-grid rollcall-timeline"),
                    new Stop(
                            "adherence-agent",
                            "supervisor",
                            "/adherence/agent/agent-011",
                            ".agent-drawer"),
                    new Stop(
                            "import-plans",
                            "supervisor",
                            "/plans/import",
                            ".import-page vaadin-upload"),
                    new Stop(
                            "attendance",
                            "supervisor",
                            "/reports/attendance",
                            ".records-count:has-text('people')"),
                    new Stop(
                            "attendance-agent",
                            "supervisor",
                            "/reports/attendance/agent-011",
                            // Early on a Monday there may be no day in it yet.
                            ".attendance-drawer h2"),
                    new Stop(
                            "adherence-report",
                            "supervisor",
                            "/reports/adherence",
                            ".report-numbers .key-number"),
                    new Stop(
                            "person-report",
                            "supervisor",
                            "/reports/person/agent-011",
                            ".report-judgement"),
                    new Stop(
                            "weekly",
                            "supervisor",
                            "/reports/weekly",
                            "vaadin-grid-cell-content:visible, .board-empty:visible"),
                    new Stop("patterns", "manager", "/reports/patterns", ".report-section"),
                    new Stop("own-day", "agent", "/my-day", ".agent-drawer"),
                    new Stop("my-performance", "agent", "/my-performance", ".week-table tbody tr"),
                    new Stop(
                            "kpi-facts",
                            "admin",
                            "/settings/kpi-facts",
                            ".kpi-groups vaadin-select"),
                    new Stop(
                            "team-performance",
                            "manager",
                            "/team-performance",
                            ".team-table tbody tr, .board-empty"),
                    new Stop("goals", "manager", "/goals", ".goal-table tbody tr"),
                    new Stop("excuses", "supervisor", "/excuses?show=excuses", ".record-mark"),
                    new Stop("recent-actions", "supervisor", "/recent-actions", ".deeds-view"),
                    new Stop("messages", "supervisor", "/messages", ".record-mark"),
                    new Stop("alerts", "supervisor", "/alerts?show=all", ".deeds-view"),
                    new Stop("alert-rules", "admin", "/settings/alerts", ".deed"),
                    new Stop("message-templates", "admin", "/settings/message-templates", ".deed"),
                    new Stop("excuse-reasons", "admin", "/settings/excuse-reasons", ".deed"),
                    new Stop("my-payments", "agent", "/my-performance/payments", ".key-numbers"),
                    new Stop("my-calls", "agent", "/my-performance/calls", ".key-numbers"),
                    new Stop("my-data", "agent", "/my-data", ".mydata-looks .deed, .mydata-second"),
                    new Stop("usage", "admin", "/settings/usage", ".usage-note"),
                    new Stop("requests", "agent", "/requests", ".request-balance"),
                    new Stop("shifts", "agent", "/requests?show=shifts", ".request-panel"),
                    new Stop("absence-types", "admin", "/settings/absence-types", ".request-card"),
                    new Stop("wishes", "agent", "/requests?show=wishes", ".request-day"),
                    new Stop(
                            "requests-inbox",
                            "supervisor",
                            "/requests/inbox",
                            ".request-card, .board-empty"),
                    new Stop(
                            "request-rules",
                            "supervisor",
                            "/requests/inbox?show=rules",
                            ".request-rule"),
                    new Stop("console", "agent", "/console", ".item-row, .gate-closed"),
                    new Stop("cases", "supervisor", "/cases", "vaadin-grid .record-mark"),
                    new Stop("handling", "admin", "/settings/handling", "vaadin-grid"),
                    new Stop(
                            "handling-group",
                            "admin",
                            "/settings/handling/north-billing",
                            ".hours-field"),
                    new Stop("agents", "manager", "/agents", ".agents-status"),
                    new Stop("agents-drawer", "manager", "/agents/agent-001", ".agent-standing"),
                    new Stop(
                            "chat-groups",
                            "manager",
                            "/chat-groups",
                            ".records-count:has-text('group')"),
                    new Stop("back-office", "manager", "/back-office", ".segments"),
                    new Stop(
                            "corrections",
                            "supervisor",
                            "/reports/attendance/corrections",
                            ".records-count:has-text('wait')"),
                    new Stop("calendar", "agent", "/calendar", ".calendar-day, .gate-closed"),
                    new Stop("notifications", "agent", "/notifications", ".notices-view"),
                    new Stop(
                            "dashboard",
                            "manager",
                            "/dashboard",
                            "[data-widget='presence.agents-status'][data-state=shown]"),
                    new Stop("planner-week", "supervisor", "/planner", "rollcall-planner .cell"),
                    new Stop(
                            "planner-day",
                            "supervisor",
                            "/planner?view=day",
                            "rollcall-planner .bar"),
                    new Stop("demand", "supervisor", "/demand", ".demand-content > *"),
                    new Stop("demand-import", "supervisor", "/demand/import", "vaadin-upload"),
                    new Stop("definitions", "admin", "/definitions", ".definition-example"),
                    new Stop("people", "admin", "/people", "vaadin-grid"),
                    new Stop(
                            "people-agent",
                            "admin",
                            "/people/agents/agent-011",
                            "[data-field=name]"),
                    new Stop("import-agents", "admin", "/people/import", "vaadin-upload"),
                    new Stop("users", "admin", "/settings/users", "vaadin-grid"),
                    new Stop("new-user", "admin", "/settings/users?add", ".roles-field"),
                    new Stop("roles", "admin", "/settings/roles", "vaadin-grid"),
                    new Stop("role", "admin", "/settings/roles/supervisor", ".permissions-field"),
                    new Stop("welcome", "", "/welcome?token=none", ".doorway-card a"),
                    new Stop(
                            "plan-versions",
                            "supervisor",
                            "/planner/versions/agent-011/2026-03-02",
                            ".plan-versions p"),
                    new Stop("holidays", "manager", "/settings/holidays", "vaadin-upload"),
                    new Stop("activities", "admin", "/settings/activities", "vaadin-grid"),
                    new Stop(
                            "new-activity",
                            "admin",
                            "/settings/activities?add",
                            "[data-field=name]"),
                    new Stop("workforce", "admin", "/settings/workforce", ".reason-row"),
                    new Stop("rejected-events", "admin", "/settings/rejected-events", ".segments"),
                    new Stop("feeds", "admin", "/settings/feeds", "vaadin-grid"),
                    new Stop("audit", "admin", "/settings/audit", "vaadin-grid"),
                    new Stop("mapping", "admin", "/settings/mapping", "select.mapping-cell"),
                    new Stop("thresholds", "admin", "/settings/adherence", ".setting-row"),
                    new Stop("navigation", "admin", "/settings/navigation", ".navigation-pages"),
                    new Stop("try-event", "admin", "/settings/try-event", ".try-event textarea"),
                    new Stop("settings-hub", "admin", "/settings", ".readiness-steps"),
                    new Stop(
                            "recalculation",
                            "admin",
                            "/settings/recalculation",
                            ".recalculation-buttons"),
                    new Stop("tokens", "admin", "/settings/tokens", "vaadin-grid"),
                    new Stop("scorecards", "admin", "/settings/scorecards", ".deeds .deed"),
                    new Stop(
                            "scorecard",
                            "admin",
                            "/settings/scorecards/customer-calls",
                            ".card-question"),
                    new Stop("feedback", "supervisor", "/feedback", ".feedback-place > *"),
                    new Stop("feedback-own", "agent", "/my-feedback", ".feedback-place > *"),
                    new Stop("feedback-settings", "admin", "/settings/feedback", ".deeds .deed"),
                    new Stop("customers", "manager", "/customers", ".survey-answers"),
                    new Stop("customers-import", "manager", "/customers/import", "vaadin-upload"),
                    new Stop("incentives", "manager", "/incentives", ".deeds .deed"),
                    new Stop(
                            "incentives-awards",
                            "manager",
                            "/incentives?show=awards",
                            ".deeds .deed"),
                    new Stop(
                            "incentives-appeals",
                            "manager",
                            "/incentives?show=appeals",
                            ".incentives-list"),
                    new Stop("my-rewards", "agent", "/my-rewards", ".deeds .deed"),
                    new Stop("recognition", "agent", "/recognition", ".recognition-wall"),
                    new Stop("rewards-settings", "manager", "/settings/rewards", ".deeds .deed"),
                    new Stop("coaching", "supervisor", "/coaching", ".coaching-place"),
                    new Stop("my-coaching", "agent", "/my-coaching", ".coaching-view"),
                    new Stop("development", "supervisor", "/development", ".deeds .deed"),
                    new Stop(
                            "development-person",
                            "supervisor",
                            "/development/agent-002",
                            ".development-plan"),
                    new Stop(
                            "development-wellbeing",
                            "manager",
                            "/development?show=wellbeing",
                            ".development-place > *"),
                    new Stop("my-development", "agent", "/my-development", ".development-plan"),
                    new Stop("wellbeing", "admin", "/settings/wellbeing", ".deeds .deed"),
                    new Stop("quality", "analyst", "/quality", ".deeds .deed"),
                    new Stop(
                            "quality-interactions",
                            "analyst",
                            "/quality?show=interactions",
                            ".deeds .deed"),
                    new Stop("quality-report", "analyst", "/quality?show=report", ".quality-tools"),
                    new Stop("reviews", "manager", "/reviews", ".deeds .deed"),
                    new Stop("review-pack", "manager", "/reviews/agent-011", ".review-figures"),
                    new Stop("quality-import", "analyst", "/quality/import", "vaadin-upload"),
                    new Stop("my-evaluations", "agent", "/my-evaluations", ".deeds .deed"),
                    new Stop("forbidden", "agent", "/adherence", ".trouble"),
                    new Stop("nothing-here", "admin", "/nowhere", ".trouble"));

    /// Pages are opened two at a time, each by visitors of its own.
    private static final Map<Thread, Visitors> VISITORS = new ConcurrentHashMap<>();

    /// A program with one browser for each person, kept from page to page as people keep theirs.
    private record Visitors(Browsers browsers, Map<String, BrowserContext> people) {

        static Visitors open() {
            var browsers = new Browsers();
            browsers.open();
            return new Visitors(browsers, new HashMap<>());
        }

        /// @param who nobody is signed in when it is empty
        BrowserContext person(String who) {
            return people.computeIfAbsent(
                    who,
                    _ -> {
                        var person = browsers.person();
                        if (!who.isEmpty()) {
                            Browsers.signInToDemo(person, who).close();
                        }
                        return person;
                    });
        }
    }

    @AfterAll
    static void closeTheirBrowsers() {
        VISITORS.values().forEach(visitors -> visitors.browsers().close());
        VISITORS.clear();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stops")
    @Execution(ExecutionMode.CONCURRENT)
    void everyPageIsForEverybody(Stop stop) {
        try (var page = personFor(stop).newPage()) {
            page.setViewportSize(1440, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            open(stop, page);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en-GB");
            isForEverybody(stop, page, "-light");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Browsers.picture(page, stop.name() + "-dark");
            hasContrast(stop, page, "-dark");
            // What is said about layout in one scheme holds in the other.
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            isNarrow(stop, page);
            page.emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.MORE));
            hasContrast(stop, page, "-contrast");
        }
    }

    private static void isForEverybody(Stop stop, Page page, String suffix) {
        Browsers.picture(page, stop.name() + suffix);
        assertThat(seriousFindings(page)).as(stop.name() + suffix).isEmpty();
    }

    /// Other colours change nothing but colours: what is said of everything else was said before.
    private static void hasContrast(Stop stop, Page page, String suffix) {
        assertThat(findings(axe(page).withRules(List.of("color-contrast"))))
                .as(stop.name() + suffix)
                .isEmpty();
    }

    private static void isNarrow(Stop stop, Page page) {
        page.setViewportSize(390, 844);
        page.waitForFunction("document.documentElement.scrollWidth <= 390");
        isForEverybody(stop, page, "-light-390");
        // 200 % of a small laptop, and the narrowest page WCAG 1.4.10 asks for.
        for (int width : new int[] {640, 320}) {
            page.setViewportSize(width, 512);
            page.waitForFunction("document.documentElement.scrollWidth <= " + width);
        }
    }

    /// Whoever cannot tell red from green, or blue from yellow, has the word and the shape.
    @ParameterizedTest
    @ValueSource(strings = {"deuteranopia", "protanopia", "tritanopia"})
    void theBoardNeedsNoColours(String vision) {
        var board = STOPS.get(2);
        try (var page = personFor(board).newPage()) {
            open(board, page);
            var type = new JsonObject();
            type.addProperty("type", vision);
            page.context().newCDPSession(page).send("Emulation.setEmulatedVisionDeficiency", type);

            Browsers.picture(page, "adherence-" + vision);
            var pills = page.locator("vaadin-grid .status-pill:visible");
            assertThat(pills.count()).isPositive();
            for (var pill : pills.all()) {
                assertThat(pill.locator(".status-word").innerText()).isNotBlank();
                assertThat(pill.locator("rollcall-shape").count()).isEqualTo(1);
            }
        }
    }

    static Stream<Stop> stops() {
        return STOPS.stream();
    }

    private static BrowserContext personFor(Stop stop) {
        return VISITORS.computeIfAbsent(Thread.currentThread(), _ -> Visitors.open())
                .person(stop.who());
    }

    private static void open(Stop stop, Page page) {
        page.navigate(RunningProduct.demo().url(stop.path()));
        page.locator(stop.shown()).first().waitFor();
    }

    private static List<String> seriousFindings(Page page) {
        return findings(axe(page));
    }

    private static AxeBuilder axe(Page page) {
        // There are no frames: the other mode opens a page of its own for what it finds in each.
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> findings(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(AccessibilityIT::say)
                .toList();
    }

    private static String say(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + rule.getNodes().stream().limit(3).map(node -> "\n    " + node.getHtml()).toList();
    }
}
