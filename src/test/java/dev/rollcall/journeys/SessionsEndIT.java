package dev.rollcall.journeys;

import static dev.rollcall.journeys.Organisation.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Access ends within five seconds of being taken away, also on a page that is open and only
/// listens, and on one that does not do what it is told; and nobody listens from a page of somebody
/// else.
@Tag("faults")
@Timeout(300)
class SessionsEndIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final double IN_TIME_MILLIS = 5_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<BrowserContext> people = new ArrayList<>();
    private String email = "supervisor@rollcall.demo";
    private String password = "rollcall-demo";
    private @Nullable Page admin;

    @AfterEach
    void everybodyLeaves() {
        people.forEach(person -> person.pages().forEach(Page::unrouteAll));
        people.forEach(BrowserContext::close);
    }

    @Test
    void endsForADisabledUser() throws Exception {
        letGraceIn();
        var watching = openBoard(person());
        var stubborn = new Stubborn(openBoard(person()));
        openRecord();
        admin().getByLabel("May sign in").uncheck();
        save();
        assertLeaves(watching);
        stubborn.assertHearsNothingMore();
        stubborn.assertIsToldNothing();
    }

    @Test
    void countsANarrowerRoleAtOnce() {
        letGraceIn();
        var watching = openBoard(person());
        watching.evaluate("window.sameWindow = true");
        var stubborn = new Stubborn(openBoard(person()));
        openRecord();
        Organisation.pick(admin(), "Role 1", "Quality analyst");
        Organisation.pick(admin(), "Where role 1 counts", "Pacific");
        save();
        watching.waitForFunction(
                "() => !window.sameWindow",
                null,
                new Page.WaitForFunctionOptions().setTimeout(IN_TIME_MILLIS));
        stubborn.assertHearsNothingMore();
    }

    @Test
    void endsEverywhereWhenAnAdminSaysSo() {
        var one = openBoard(person());
        var other = openBoard(person());
        openRecord();
        admin().getByRole(AriaRole.BUTTON, named("End all sessions")).click();
        admin().locator("vaadin-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End sessions"))
                .click();
        assertLeaves(one);
        assertLeaves(other);
    }

    @Test
    void endsInEveryTabOfWhoeverSignsOutAndNowhereElse() {
        var person = person();
        var watched = openBoard(person);
        var elsewhere = openBoard(person());
        var other = person.newPage();
        other.navigate(product().url("/"));
        other.locator(".shell-person").click();
        other.getByText("Sign out").click();
        assertLeaves(watched);
        elsewhere.reload();
        elsewhere.locator(".status-word:visible").first().waitFor();
    }

    @Test
    void letsNobodyListenFromAPageOfAnotherOrigin() throws Exception {
        var person = person();
        openBoard(person);
        var own = URI.create(product().url("")).getAuthority();
        assertThat(handshake(person, "http://" + own)).startsWith("HTTP/1.1 101");
        for (var foreign :
                new String[] {"https://evil.example", "null", "http://" + own + ".evil.example"}) {
            assertThat(handshake(person, foreign)).as(foreign).startsWith("HTTP/1.1 403");
        }
    }

    private static RunningProduct product() {
        return RunningProduct.demo();
    }

    /// Somebody of this test's own, who may be changed.
    private void letGraceIn() {
        email = "grace-%d@example.com".formatted(System.nanoTime());
        password = Organisation.PASSWORD;
        Organisation.letIn(product(), browsers, admin(), "Grace", email, "Supervisor", "North");
    }

    private Page admin() {
        if (admin == null) {
            admin = Browsers.signInToDemo(person(), "admin");
        }
        return admin;
    }

    private BrowserContext person() {
        var person = browsers.person();
        people.add(person);
        return person;
    }

    private Page openBoard(BrowserContext person) {
        var page = Browsers.signIn(person, product(), email, password);
        page.navigate(product().url("/adherence"));
        page.locator(".status-word:visible").first().waitFor();
        return page;
    }

    private void openRecord() {
        var page = admin();
        page.navigate(product().url("/settings/users?q=" + email));
        page.locator("vaadin-grid-cell-content")
                .getByText(email)
                .locator("visible=true")
                .first()
                .click();
        page.getByLabel("May sign in").waitFor();
    }

    private void save() {
        admin().getByRole(AriaRole.BUTTON, named("Save")).click();
    }

    private static void assertLeaves(Page page) {
        page.waitForURL(
                "**/login**",
                new Page.WaitForURLOptions()
                        .setTimeout(IN_TIME_MILLIS)
                        .setWaitUntil(WaitUntilState.COMMIT));
    }

    /// A page that stays where it is, whatever it is told: its reader wants to see more.
    private static final class Stubborn {

        private final Page page;
        private final List<WebSocket> sockets = new ArrayList<>();
        private final AtomicReference<Request> last = new AtomicReference<>();

        Stubborn(Page page) {
            this.page = page;
            page.onWebSocket(sockets::add);
            page.onRequest(request -> {
                if (request.url().contains("v-r=uidl")) {
                    last.set(request);
                }
            });
            page.reload();
            page.locator(".status-word:visible").first().waitFor();
            page.locator(".board-name:visible").first().click();
            page.waitForCondition(() -> !open().isEmpty() && last.get() != null);
            page.route("**/*", Stubborn::stay);
        }

        private static void stay(Route route) {
            if (route.request().isNavigationRequest()) {
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            } else {
                route.resume();
            }
        }

        private List<WebSocket> open() {
            return sockets.stream().filter(socket -> !socket.isClosed()).toList();
        }

        void assertHearsNothingMore() {
            var before = List.copyOf(open());
            page.waitForCondition(
                    () -> before.stream().allMatch(WebSocket::isClosed),
                    new Page.WaitForConditionOptions().setTimeout(IN_TIME_MILLIS));
            assertThat(page.url()).contains("/adherence");
        }

        /// Says once more what it said last, with the cookies it had.
        void assertIsToldNothing() throws IOException, InterruptedException {
            var said = last.get();
            var answer =
                    HTTP.send(
                            HttpRequest.newBuilder(URI.create(said.url()))
                                    .header("Cookie", said.allHeaders().get("cookie"))
                                    .header("Content-Type", "application/json; charset=UTF-8")
                                    .POST(HttpRequest.BodyPublishers.ofString(said.postData()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("{\"meta\":{\"sessionExpired\":true}}");
        }
    }

    /// Asks for the push socket as a browser would from a page of some origin, with the cookies of
    /// a person who is signed in.
    private static String handshake(BrowserContext person, String origin) throws IOException {
        var address = URI.create(product().url(""));
        var cookies =
                person.cookies().stream()
                        .map(cookie -> cookie.name + "=" + cookie.value)
                        .collect(Collectors.joining("; "));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            ("GET /VAADIN/push?v-r=push&X-Atmosphere-Transport=websocket HTTP/1.1\r\n"
                                            + "Host: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                            + "Origin: %s\r\nCookie: %s\r\n\r\n")
                                    .formatted(address.getAuthority(), origin, cookies)
                                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[12];
            int read = socket.getInputStream().readNBytes(answer, 0, answer.length);
            return new String(answer, 0, read, StandardCharsets.US_ASCII);
        }
    }
}
