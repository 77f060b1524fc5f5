package dev.rollcall.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.rollcall.support.History;
import dev.rollcall.support.TcpProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A board of three hundred people when a great deal happens at once, and when those who had it
/// open close their laptops without a word.
@Tag("faults")
@Timeout(900)
class BusyBoardIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final int PEOPLE = 300;
    private static final int STORM = 500;
    private static final int SLEEPERS = 20;
    private static final Duration ASLEEP = Duration.ofMinutes(2);
    private static final long MOST_GROWTH = 20_000_000;
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private static final List<String> STATES =
            List.of(
                    "{\"status\":\"AVAILABLE\"}",
                    "{\"status\":\"ACTIVE\"}",
                    "{\"status\":\"UNAVAILABLE\",\"reason\":\"BREAK\"}");

    private static @Nullable RunningProduct running;
    private static @Nullable Organisation organisation;

    private final List<BrowserContext> people = new ArrayList<>();

    @BeforeAll
    static void aFloor() {
        running = RunningProduct.start("busy-board", Organisation.ENVIRONMENT);
        organisation = Organisation.in(product(), browsers, PEOPLE);
        organisation.letSupervisorIn(product(), browsers);
    }

    @AfterAll
    static void stop() {
        product().close();
    }

    @AfterEach
    void everybodyLeaves() {
        people.forEach(BrowserContext::close);
    }

    @Test
    void staysInHandWhileEverythingHappensAtOnce() throws Exception {
        var page = signIn();
        var pushes = new Pushes(page);
        openBoard(page, product().url(""));
        page.evaluate(
                """
                () => {
                    window.longTasks = [];
                    new PerformanceObserver(list => list.getEntries().forEach(e => window.longTasks.push(e.duration)))
                        .observe({ type: 'longtask' });
                    return document.querySelector('rollcall-board').focusRow(120);
                }\
                """);
        await(page, Duration.ofSeconds(30), () -> !place(page).endsWith("|"));
        var place = place(page);
        pushes.forget();
        page.evaluate("window.longTasks.length = 0");

        try (var history = new History("push-storm")) {
            long begin = history.now();
            storm();
            history.note("said");
            await(
                    page,
                    Duration.ofSeconds(30),
                    () -> shown(page).equals(among(shown(page), there())));
            double seconds = (history.now() - begin) / 1000.0;
            var longTasks = (List<?>) page.evaluate("window.longTasks");
            history.note(
                    "shown after %d pushes, long tasks %s".formatted(pushes.count(), longTasks));

            assertThat(place(page)).isEqualTo(place);
            // The first goes out at once, and the board's sign of life counts for itself.
            assertThat(pushes.count()).isBetween(1, (int) Math.ceil(4 * seconds) + 2);
            assertThat(longTasks)
                    .allSatisfy(millis ->
                            assertThat(((Number) millis).doubleValue()).isLessThanOrEqualTo(200));
        }
        assertThat(everybodyShown(page)).isEqualTo(there());
    }

    @Test
    void forgetsNothingAndKeepsNothingForThoseWhoSleep() throws Exception {
        try (var line = new TcpProxy(URI.create(product().url("")).getPort());
                var history = new History("sleeping-browsers")) {
            line.narrow(16_384);
            var sleepers = openBoards("http://localhost:" + line.port());
            var first = sleepers.getFirst();
            try (var feed =
                    new Feed(
                            () -> product().url(""),
                            organisation().token(),
                            history,
                            PEOPLE,
                            4,
                            20)) {
                await(first, Duration.ofSeconds(120), () -> feed.sent() > 600);
                long awake = liveBytes();
                line.fallSilent();
                history.note("asleep");
                long wakes = System.nanoTime() + ASLEEP.toNanos();
                long most = 0;
                while (System.nanoTime() < wakes) {
                    first.waitForTimeout(30_000);
                    long bytes = liveBytes();
                    history.note("grown by %d kB".formatted((bytes - awake) / 1000));
                    most = Math.max(most, bytes);
                }
                assertThat(most - awake).isLessThan(MOST_GROWTH);
            }
            var pushes = new Pushes(first);
            line.heal();
            history.note("awake");
            await(
                    first,
                    Duration.ofSeconds(60),
                    () -> shown(first).equals(among(shown(first), there())));
            history.note("up to date after %d pushes".formatted(pushes.count()));
            // What was on the line already comes late; all else comes as one picture.
            assertThat(pushes.count()).isLessThan((int) ASLEEP.toSeconds() * 2);
        }
    }

    /// Of four people, who have five tabs each.
    private List<Page> openBoards(String address) {
        var pages = new ArrayList<Page>();
        for (int person = 0; person < 4; person++) {
            pages.add(signIn());
            var browser = people.getLast();
            for (int tab = 1; tab < SLEEPERS / 4; tab++) {
                pages.add(browser.newPage());
            }
        }
        pages.forEach(page -> openBoard(page, address));
        return pages;
    }

    // ------------------------------------------------------------------ what happens

    private static void storm() {
        var now = Instant.now();
        for (int part = 0; part < 5; part++) {
            int from = part * STORM / 5;
            var events =
                    IntStream.range(from, from + STORM / 5)
                            .mapToObj(i -> event(i, now.plusMillis(i)))
                            .collect(Collectors.joining(",", "[", "]"));
            var answer =
                    product()
                            .call(
                                    "POST",
                                    "/api/v1/presence-events",
                                    organisation().token(),
                                    "application/json",
                                    events);
            assertThat(answer.body()).contains("\"accepted\":" + STORM / 5);
        }
    }

    private static String event(int number, Instant at) {
        return """
        {"specversion":"1.0","id":"storm-%d-%d","source":"/feed","type":"dev.rollcall.presence.changed",
         "subject":"ext-%d","time":"%s","data":%s}
        """
                .formatted(
                        at.toEpochMilli(),
                        number,
                        number % PEOPLE,
                        at,
                        STATES.get(number % PEOPLE % 7 % STATES.size()));
    }

    // ------------------------------------------------------------------ what is shown

    private Page signIn() {
        var person = browsers.person();
        people.add(person);
        return organisation().signInSupervisor(product(), person);
    }

    private static void openBoard(Page page, String address) {
        page.navigate(address + "/adherence");
        page.locator(".status-word:visible").first().waitFor();
    }

    /// Where the page is scrolled to, and whose row has the focus; nobody's while it is being
    /// filled.
    private static String place(Page page) {
        return (String)
                page.evaluate(
                        """
                        () => {
                            const grid = document.querySelector('vaadin-grid').shadowRoot;
                            const cell = grid.activeElement;
                            const full = cell && !cell.parentElement.hasAttribute('loading') && !grid.host.loading;
                            const name = full ? cell._content.querySelector('.board-name')?.textContent ?? '' : '';
                            return grid.querySelector('#table').scrollTop + '|' + name;
                        }\
                        """);
    }

    /// What the rows on screen say people do, by name; rows that are being filled say nothing.
    @SuppressWarnings("unchecked")
    private static Map<String, String> shown(Page page) {
        return new TreeMap<>(
                (Map<String, String>)
                        page.evaluate(
                                """
                                () => {
                                    const shown = {};
                                    const grid = document.querySelector('vaadin-grid').shadowRoot;
                                    for (const row of grid.querySelectorAll('#items > tr:not([hidden])')) {
                                        const cells = [...row.children].map(cell => cell._content);
                                        const part = what => cells.map(c => c?.querySelector(what)).find(e => e)?.textContent.trim();
                                        const name = part('.board-name');
                                        if (name && !row.hasAttribute('loading')) shown[name] = part('[data-column=is] > :first-child') ?? '';
                                    }
                                    return shown;
                                }\
                                """));
    }

    /// Scrolls through the whole board; once more when it was sorted meanwhile.
    private static Map<String, String> everybodyShown(Page page) {
        var all = new TreeMap<String, String>();
        for (int pass = 0; pass < 10 && all.size() < PEOPLE; pass++) {
            for (int row = 0; row < PEOPLE; row += 10) {
                page.evaluate(
                        "row => document.querySelector('vaadin-grid').scrollToIndex(row)", row);
                page.waitForFunction(
                        """
                        () => {
                            const grid = document.querySelector('vaadin-grid');
                            return !grid.loading && !grid.shadowRoot.querySelector('#items > tr[loading]:not([hidden])');
                        }\
                        """);
                all.putAll(shown(page));
            }
        }
        return all;
    }

    /// What the database says people do, in the words of the board.
    private static Map<String, String> there() {
        try (var connection = product().connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select agent.name, head.base, head.code from presence_head as head
                                join agent on agent.id = head.agent_id
                                """)) {
            var there = new TreeMap<String, String>();
            while (rows.next()) {
                there.put(
                        rows.getString(1),
                        switch (rows.getString(2)) {
                            case "AVAILABLE" -> "Available";
                            case "ACTIVE" -> "Active";
                            default -> "Break";
                        });
            }
            return there;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> among(
            Map<String, String> some, Map<String, String> everybody) {
        var found = new TreeMap<>(everybody);
        found.keySet().retainAll(some.keySet());
        return found;
    }

    // ------------------------------------------------------------------ what it costs

    /// What the product holds after it threw away what nobody needs.
    private static long liveBytes() throws IOException, InterruptedException {
        var jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                "" + product().pid(),
                                "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        var total = TOTAL.matcher(said);
        assertThat(total.find()).as(said).isTrue();
        return Long.parseLong(total.group(1));
    }

    private static void await(Page page, Duration patience, BooleanSupplier condition) {
        page.waitForCondition(
                condition, new Page.WaitForConditionOptions().setTimeout(patience.toMillis()));
    }

    private static RunningProduct product() {
        return Objects.requireNonNull(running);
    }

    private static Organisation organisation() {
        return Objects.requireNonNull(organisation);
    }

    /// Counts what is pushed to a page.
    private static final class Pushes {

        private final List<String> changes = new CopyOnWriteArrayList<>();

        Pushes(Page page) {
            CDPSession devTools = page.context().newCDPSession(page);
            devTools.send("Network.enable");
            devTools.on(
                    "Network.webSocketFrameReceived",
                    frame -> {
                        var text =
                                frame.getAsJsonObject("response").get("payloadData").getAsString();
                        if (text.contains("\"changes\"")) {
                            changes.add(text);
                        }
                    });
        }

        void forget() {
            changes.clear();
        }

        int count() {
            return changes.size();
        }
    }
}
