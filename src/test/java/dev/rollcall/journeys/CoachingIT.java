package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A supervisor starts from an evaluation, is told that lunch stays where it is, finds room, holds
/// the talk and sets a goal whose effect has too little data yet. On a telephone the agent reads
/// what was agreed, ticks it off and takes note.
final class CoachingIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    @Test
    void aTalkStartsFromAnEvaluationAndIsTakenNoteOf() {
        try (var desks = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var supervisor = Browsers.signInToDemo(desks, "supervisor");
            supervisor.navigate(
                    RunningProduct.demo().url("/quality?show=evaluations&agent=agent-001"));
            supervisor.locator(".deeds a.deed-what").first().click();
            supervisor.getByText("Coach, starting from this evaluation").click();
            var dialog = supervisor.locator("vaadin-dialog, vaadin-dialog-overlay").first();
            dialog.locator("vaadin-text-field input").first().fill("Journey talk");
            dialog.getByLabel("Put it into the plan").uncheck();
            dialog.locator("textarea").first().fill("What the customer wanted");
            button(supervisor, "Prepare").click();
            assertThat(supervisor.locator(".coaching-standing")).hasText("Planned");
            assertThat(supervisor.locator(".coaching-side")).containsText("Evaluation");
            button(supervisor, "It was held").click();
            assertThat(supervisor.locator(".coaching-standing")).hasText("Held");

            button(supervisor, "Set a goal").click();
            supervisor.getByLabel("What is to be reached").fill("Sum up once");
            button(supervisor, "Save").click();
            assertThat(supervisor.locator(".coaching-effect")).containsText("Too little data");
            button(supervisor, "Agree on something").click();
            supervisor.getByLabel("What is to be done").fill("Listen to a journey");
            button(supervisor, "Save").click();
            assertThat(supervisor.locator(".coaching-main")).containsText("Listen to a journey");
            Browsers.picture(supervisor, "coaching-session-light");

            var agent = Browsers.signInToDemo(phones, "agent");
            agent.navigate(RunningProduct.demo().url("/my-coaching"));
            var card =
                    agent.locator(".coaching-card")
                            .filter(new Locator.FilterOptions().setHasText("Journey talk"));
            assertThat(card).containsText("What the customer wanted");
            card.getByLabel("Done: Listen to a journey").check();
            assertThat(card).containsText("done on");
            card.locator("textarea").first().fill("We will see");
            card.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("I have taken note"))
                    .click();
            assertThat(card).containsText("Taken note on");
            Browsers.picture(agent, "my-coaching-phone-dark");

            supervisor.reload();
            assertThat(supervisor.locator(".coaching-side")).containsText("We will see");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
