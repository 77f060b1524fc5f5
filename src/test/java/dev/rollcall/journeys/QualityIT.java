package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An admin publishes a scorecard, an analyst evaluates a call by it, the agent says on a telephone
/// how they see it themselves, sees the result and does not agree; the supervisor changes it, and
/// the agent's figure of the month moves.
final class QualityIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String CARD = "journey";

    @Test
    void aCallIsEvaluatedSeenDisputedAndChanged() {
        tell();
        try (var desks = browsers.person();
                var others = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK);
                var leads = browsers.person()) {
            publish(Browsers.signInToDemo(desks, "admin"));

            var analyst = Browsers.signInToDemo(others, "analyst");
            analyst.navigate(
                    RunningProduct.demo()
                            .url("/quality?show=interactions&agent=agent-001&channel=OTHER"));
            button(analyst, "Evaluate the interaction of Robin Keller").first().click();
            var dialog = analyst.locator("vaadin-dialog, vaadin-dialog-overlay").first();
            dialog.locator("vaadin-select").first().click();
            analyst.getByRole(AriaRole.OPTION, option("Journey")).click();
            button(analyst, "Evaluate").last().click();
            assertThat(analyst.locator(".score-why"))
                    .containsText("2 questions have no answer yet.");
            radio(analyst, "Greeting?", "Yes").check();
            radio(analyst, "Solved?", "No").check();
            assertThat(analyst.locator(".score-value")).hasText("50.00\u202f%");
            Browsers.picture(analyst, "evaluation-draft-light");
            button(analyst, "Publish").click();
            assertThat(analyst.locator(".quality-standing")).containsText("own view first");
            var address = analyst.url();
            var number = address.substring(address.lastIndexOf('/') + 1);

            var agent = Browsers.signInToDemo(phones, "agent");
            agent.navigate(RunningProduct.demo().url("/my-evaluations/" + number));
            assertThat(agent.locator(".score-panel")).hasCount(0);
            radio(agent, "Greeting?", "Yes").check();
            radio(agent, "Solved?", "Yes").check();
            button(agent, "Give my view and see the result").click();
            assertThat(agent.locator(".score-value")).hasText("50.00\u202f%");
            Browsers.picture(agent, "own-evaluation-phone-dark");
            agent.navigate(RunningProduct.demo().url("/my-performance"));
            var before = score(agent).textContent();
            agent.navigate(RunningProduct.demo().url("/my-evaluations/" + number));
            button(agent, "I do not agree").click();
            agent.locator("vaadin-dialog textarea, vaadin-dialog-overlay textarea")
                    .first()
                    .fill("I called back and it was solved");
            button(agent, "Send").click();
            assertThat(agent.locator(".quality-dispute")).containsText("Waits for an answer");

            var supervisor = Browsers.signInToDemo(leads, "supervisor");
            supervisor.navigate(RunningProduct.demo().url("/quality/evaluations/" + number));
            assertThat(supervisor.locator(".quality-dispute")).containsText("I called back");
            button(supervisor, "Change the evaluation").click();
            radio(supervisor, "Solved?", "Yes").check();
            supervisor
                    .locator(".quality-resolution textarea")
                    .last()
                    .fill("True, the call back counts");
            button(supervisor, "Save as a new revision").click();
            assertThat(supervisor.locator(".score-value").first()).hasText("100.00\u202f%");
            assertThat(supervisor.locator(".comparison-total td")).hasCount(3);

            agent.navigate(RunningProduct.demo().url("/my-performance"));
            assertThat(score(agent)).not().hasText(before);
            agent.navigate(RunningProduct.demo().url("/my-evaluations/" + number));
            assertThat(agent.locator(".score-value")).hasText("100.00\u202f%");
            assertThat(agent.locator(".quality-dispute"))
                    .containsText("True, the call back counts");
        }
    }

    private static void publish(Page admin) {
        admin.navigate(RunningProduct.demo().url("/settings/scorecards/new"));
        field(admin, "Code").fill(CARD);
        field(admin, "Name").fill("Journey");
        field(admin, "Category").fill("All");
        field(admin, "Question").fill("Greeting?");
        button(admin, "Add a question").click();
        field(admin, "Question").nth(1).waitFor();
        field(admin, "Question").last().fill("Solved?");
        field(admin, "Question").last().blur();
        assertThat(admin.locator(".quality-side")).containsText("Solved?");
        Browsers.picture(admin, "scorecard-light");
        button(admin, "Save draft").click();
        assertThat(button(admin, "Publish")).isEnabled();
        button(admin, "Publish").click();
        assertThat(admin.locator(".deeds")).containsText("Journey");
    }

    private static void tell() {
        var demo = RunningProduct.demo();
        var answer =
                demo.call(
                        "POST",
                        "/api/v1/interactions",
                        demo.demoToken(),
                        "application/json",
                        "{\"id\":\"journey-1\",\"source\":\"/journey\",\"agent\":\"agent-001\",\"channel\":\"OTHER\",\"startedAt\":\"%s\",\"durationSeconds\":300}"
                                .formatted(Instant.now().minusSeconds(7200)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static Locator score(Page page) {
        return page.locator(".kpi-card[data-figure=quality] .kpi-value");
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator radio(Page page, String question, String answer) {
        return page.locator(".quality-main vaadin-radio-group")
                .filter(new Locator.FilterOptions().setHasText(question))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(answer).setExact(true));
    }

    private static Page.GetByRoleOptions option(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
