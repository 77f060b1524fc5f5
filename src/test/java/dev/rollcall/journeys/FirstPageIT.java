package dev.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How a page comes to be in a browser: asked for once, complete, and usable as soon as it is seen.
class FirstPageIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    @Test
    void keepsWhatIsTypedTheMomentTheFormAppears() {
        var page = browsers.person().newPage();
        page.navigate(
                RunningProduct.demo().url("/login"),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        var name = page.locator("input[name=username]");

        name.fill("supervisor@rollcall.demo");
        page.waitForLoadState();
        answered(page);

        assertThat(name).hasValue("supervisor@rollcall.demo");
    }

    @Test
    void asksForThePageOnceAndShowsTheAddressItLeadsTo() {
        var person = browsers.person();
        Browsers.signInToDemo(person, "supervisor");
        var page = person.newPage();
        var asked = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> note(request, asked));

        page.navigate(RunningProduct.demo().url("/"));
        assertThat(page.locator("vaadin-grid.board-grid")).isVisible();
        answered(page);

        assertThat(page.url()).isEqualTo(RunningProduct.demo().url("/adherence"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void isThereThoughTheFirstQuestionGotLost() {
        var person = browsers.person();
        Browsers.signInToDemo(person, "supervisor");
        var page = person.newPage();
        var asked = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> note(request, asked));
        page.route(
                url -> url.contains("v-r=init"),
                route -> {
                    if (asked.size() == 1) {
                        route.abort();
                    } else {
                        route.resume();
                    }
                });

        page.navigate(RunningProduct.demo().url("/adherence"));

        assertThat(page.locator("vaadin-grid.board-grid")).isVisible();
        assertThat(asked).hasSize(2);
    }

    private static void note(Request request, List<String> asked) {
        if (request.url().contains("v-r=init")) {
            asked.add(request.url());
        }
    }

    /// Waits until the server has heard that the page is there.
    private static void answered(Page page) {
        page.waitForFunction(
                "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).length > 1"
                        + " && Object.values(window.Vaadin.Flow.clients).every(one => !one.isActive())");
    }
}
