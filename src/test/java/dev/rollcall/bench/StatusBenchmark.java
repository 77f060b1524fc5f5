package dev.rollcall.bench;

import com.microsoft.playwright.Page;
import dev.rollcall.journeys.Browsers;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.FileSystemUtils;

/// An agent's own change of status among 500 people at work: from the click in their menu to the
/// word in their own pill, and to the count in a manager's open widget; and how long the server
/// takes of it. Both are real Chromiums; ten others change a second.
@Tag("bench")
@Tag("status")
class StatusBenchmark {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final int PEOPLE = Integer.getInteger("bench.people", 500);
    private static final int CHANGES = 61;
    private static final String AGENT = "anna@example.com";
    private static final String MANAGER = "mona@example.com";

    /// Notes when the agent clicks, and when another word is painted.
    private static final String OWN =
            """
            () => {
              const now = () => performance.timeOrigin + performance.now();
              const word = () => document.querySelector('rollcall-status .presence-word').textContent;
              window.bench = {clicked: 0, shown: 0, before: word()};
              document.addEventListener('click', () => {
                window.bench = {clicked: now(), shown: 0, before: word()};
              }, true);
              new MutationObserver(() => requestAnimationFrame(() => {
                if (bench.clicked && !bench.shown && word() !== bench.before) bench.shown = now();
              })).observe(document.body, {subtree: true, childList: true, characterData: true});
            }\
            """;

    /// Notes when there are more or fewer people unavailable, as it is painted.
    private static final String OTHERS =
            """
            () => {
              const count = () => document.querySelector(
                  '.unit-status-counts button[presence=unavailable] .unit-status-count').textContent;
              window.bench = {count, last: count(), shown: 0};
              new MutationObserver(() => requestAnimationFrame(() => {
                if (count() !== bench.last) {
                  bench.last = count();
                  bench.shown = performance.timeOrigin + performance.now();
                }
              })).observe(document.querySelector('.unit-status-counts'),
                  {subtree: true, childList: true, characterData: true});
            }\
            """;

    private final AtomicInteger number = new AtomicInteger();

    @Test
    void showsAChangeToItsPersonAndToTheManager() throws Exception {
        var data = Path.of("target", "bench", "status-data");
        FileSystemUtils.deleteRecursively(data);
        var report = new Report("status");
        try (var product = ProductInside.start(data);
                var agents = browsers.person();
                var managers = browsers.person()) {
            var anna = Workforce.name(PreparedFloor.PREFIX, 0);
            var staff = Workforce.in(product).hire(PreparedFloor.PREFIX, PEOPLE);
            staff.track(anna);
            staff.user(AGENT, PreparedFloor.PASSWORD, anna, Role.AGENT);
            staff.user(MANAGER, PreparedFloor.PASSWORD, null, Role.UNIT_MANAGER);
            for (int person = 0; person < PEOPLE; person++) {
                staff.append(List.of(change(person, PresenceState.AVAILABLE)));
            }
            var agent = SignIn.as(agents, product.url("/login"), AGENT);
            var manager = SignIn.as(managers, product.url("/login"), MANAGER);
            manager.navigate(product.url("/dashboard"));
            manager.waitForFunction(
                    "n => document.querySelectorAll('.unit-status-count')[1]?.textContent == n",
                    PEOPLE);
            agent.locator("rollcall-status .presence-word").waitFor();
            agent.evaluate(OWN);
            manager.evaluate(OTHERS);

            var own = new ArrayList<Double>();
            var others = new ArrayList<Double>();
            var servers = new ArrayList<Double>();
            var requests = product.get(RequestTimes.class);
            var churn = Thread.ofPlatform().daemon().start(() -> others(staff));
            for (int change = 0; change < CHANGES + 5; change++) {
                choose(agent, change % 2 == 0 ? "Training" : "Available");
                agent.waitForFunction("() => bench.shown > 0");
                double clicked = number(agent, "bench.clicked");
                manager.waitForFunction("at => bench.shown > at", clicked);
                // The first ones load what all share.
                if (change >= 5) {
                    double shown = number(agent, "bench.shown");
                    own.add(shown - clicked);
                    servers.add(requests.longest(clicked, shown));
                    others.add(number(manager, "bench.shown") - clicked);
                }
            }
            churn.interrupt();
            churn.join();
            tell(report, "of it the server's, answering the click", servers);
            tell(report, "click to the word in one's own pill", own);
            tell(report, "click to the count in the manager's widget", others);
            report.check(
                    "each click has a request of its own",
                    servers.stream().allMatch(millis -> millis > 0));
            report.check(
                    "the widget counts everybody",
                    "0".equals(manager.evaluate("() => bench.count()")));
        }
        report.close();
    }

    private static void tell(Report report, String what, List<Double> times) {
        var rounds = Rounds.ofTimes(times);
        report.figure(what + ", p50", "ms", rounds.median());
        report.figure(what + ", p95", "ms", rounds.percentile(95));
        report.figure(what + ", worst", "ms", rounds.worst());
    }

    private static double number(Page page, String what) {
        return ((Number) page.evaluate("() => " + what)).doubleValue();
    }

    private static void choose(Page agent, String entry) {
        agent.keyboard().press("Alt+s");
        var item =
                agent.locator(
                                "vaadin-menu-bar-item:visible",
                                new Page.LocatorOptions().setHasText(entry))
                        .first();
        item.waitFor();
        item.click();
    }

    /// Everybody but the agent goes on with their work.
    private void others(Workforce staff) {
        for (int person = 1; !Thread.currentThread().isInterrupted(); person++) {
            var state = person % 2 == 0 ? PresenceState.AVAILABLE : PresenceState.ACTIVE;
            staff.append(List.of(change(1 + person % (PEOPLE - 1), state)));
            LockSupport.parkNanos(100_000_000);
        }
    }

    private PresenceEvent change(int person, PresenceState state) {
        return new StatusChanged(
                "/telephony",
                "change-" + number.incrementAndGet(),
                Workforce.name(PreparedFloor.PREFIX, person),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                state,
                null);
    }
}
