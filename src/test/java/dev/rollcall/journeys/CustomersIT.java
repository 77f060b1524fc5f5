package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A manager imports what customers answered: a bad line is named, the good one counts. It stands
/// among the figures in customers' own words, and the agent reads it on a telephone beside the rest
/// of their performance.
final class CustomersIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final String SAID = "The journey customer was heard";

    @Test
    void answersAreImportedAndReadByWhomTheyAreAbout() {
        try (var desks = browsers.person();
                var phones = browsers.person(390, 844, ColorScheme.DARK)) {
            var manager = Browsers.signInToDemo(desks, "manager");
            manager.navigate(RunningProduct.demo().url("/customers/import"));
            manager.locator("vaadin-upload input[type=file]")
                    .setInputFiles(
                            new FilePayload(
                                    "answers.csv",
                                    "text/csv",
                                    file().getBytes(StandardCharsets.UTF_8)));
            assertThat(manager.getByText("One answer about one person; one line cannot be taken."))
                    .isVisible();
            assertThat(manager.locator("vaadin-grid")).containsText("from 0 to 10");
            Browsers.picture(manager, "customers-import-light");
            manager.getByRole(AriaRole.BUTTON, Organisation.named("Import the good lines only"))
                    .click();
            assertThat(manager.getByText("One answer taken, one of them new or newer."))
                    .isVisible();

            manager.navigate(RunningProduct.demo().url("/customers?months=1"));
            assertThat(manager.locator(".kpi-cards")).containsText("would recommend us");
            assertThat(manager.locator(".survey-answers")).containsText(SAID);
            Browsers.picture(manager, "customers-light");

            var agent = Browsers.signInToDemo(phones, "agent");
            agent.navigate(RunningProduct.demo().url("/my-performance"));
            var heard = agent.getByText("“" + SAID + "”");
            heard.scrollIntoViewIfNeeded();
            assertThat(heard).isVisible();
            Browsers.picture(agent, "my-customers-dark-390");
        }
    }

    private static String file() {
        // Minutes ago, so that it is of this month even on its first day.
        var at = Instant.now().minus(2, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        return """
        id,agent,answeredAt,kind,score,comment,tags
        journey-1,agent-001,%s,NPS,9,%s,journey
        journey-2,agent-001,%s,NPS,12,,
        """
                .formatted(at, SAID, at);
    }
}
