package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The main job: what an agent does in one browser stands on a supervisor's board in another.
final class TwoBrowsersIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String AGENT = "Robin Keller";

    /// Who makes themselves available while a call is open is active.
    private static final Pattern AT_WORK = Pattern.compile("Available|Active");

    @Test
    void whatAnAgentSetsStandsOnTheSupervisorsBoardWithoutAReload() {
        try (var agents = browsers.person();
                var supervisors = browsers.person()) {
            var agent = Browsers.signInToDemo(agents, "agent");
            var supervisor = Browsers.signInToDemo(supervisors, "supervisor");
            supervisor.waitForURL("**/adherence");
            find(supervisor, AGENT);
            assertThat(shown(supervisor, ".board-name")).hasText(AGENT);
            var is = shown(supervisor, "[data-column=is]");
            supervisor.evaluate("window.sameWindow = true");
            clockIn(agent);

            choose(agent, "Meeting");
            assertThat(pill(agent)).containsText("Meeting");
            assertThat(is).containsText("Meeting");

            choose(agent, "Available");
            assertThat(pill(agent)).hasText(AT_WORK);
            assertThat(is).containsText(AT_WORK);
            assertThat(supervisor.evaluate("window.sameWindow === true")).isEqualTo(true);
        }
    }

    @Test
    void theSamePersonInTwoBrowsersStaysInStep() {
        try (var desks = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var desk = Browsers.signInToDemo(desks, "agent");
            var phone = Browsers.signInToDemo(phones, "agent");
            clockIn(desk);

            choose(desk, "Training");

            assertThat(pill(phone)).containsText("Training");
            choose(phone, "Available");
            assertThat(pill(desk)).hasText(AT_WORK);
        }
    }

    @Test
    void anAgentSetsAStatusWithTwoKeys() {
        try (var agents = browsers.person()) {
            var agent = Browsers.signInToDemo(agents, "agent");
            clockIn(agent);
            var trouble = new ArrayList<String>();
            agent.onPageError(trouble::add);

            openMenu(agent);
            agent.keyboard().press("m");

            assertThat(pill(agent)).containsText("Meeting");
            openMenu(agent);
            agent.keyboard().press("a");
            assertThat(pill(agent)).hasText(AT_WORK);
            openMenu(agent);
            Browsers.picture(agent, "status-menu-light");
            assertThat(trouble).isEmpty();
        }
    }

    @Test
    void aReasonOfOnesOwnNeedsADescription() {
        try (var agents = browsers.person()) {
            var agent = Browsers.signInToDemo(agents, "agent");
            clockIn(agent);

            choose(agent, "Unavailable…");
            agent.getByRole(AriaRole.RADIO, named("Other")).check();
            agent.getByRole(AriaRole.BUTTON, named("Set status")).click();

            assertThat(agent.locator("vaadin-text-field[invalid], vaadin-text-area[invalid]"))
                    .isVisible();
            Browsers.picture(agent, "unavailable-dialog-light");
            agent.keyboard().type("Helping the reception");
            agent.keyboard().press("Enter");
            assertThat(pill(agent)).hasText("Other");
            choose(agent, "Available");
            assertThat(pill(agent)).hasText(AT_WORK);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void find(Page supervisor, String name) {
        supervisor.locator("vaadin-grid").waitFor();
        supervisor.getByRole(AriaRole.TEXTBOX, named("Search people")).fill(name);
        supervisor.waitForURL(Pattern.compile("[?&]q="));
    }

    /// A part of the rows on screen: a grid keeps rows it no longer shows, with their old words.
    private static Locator shown(Page supervisor, String part) {
        return supervisor.locator("vaadin-grid vaadin-grid-cell-content " + part + ":visible");
    }

    private static Locator pill(Page agent) {
        return new AgentsPage(agent).pill();
    }

    private static void clockIn(Page agent) {
        new AgentsPage(agent).clockIn();
    }

    private static void openMenu(Page agent) {
        new AgentsPage(agent).openMenu();
    }

    private static void choose(Page agent, String entry) {
        new AgentsPage(agent).choose(entry);
    }
}
