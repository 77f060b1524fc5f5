package dev.rollcall.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.Cookie;
import dev.rollcall.journeys.Browsers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The board with 5,000 people and many viewers: from an event's way out of its source to the
/// changed row in a browser, and what that costs on the wire and on the server. Two viewers are
/// real Chromiums, the others only listen.
@Tag("bench")
@Tag("board")
class BoardBenchmark {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final int PEOPLE = Integer.getInteger("bench.people", 5_000);
    private static final int BOARDS = Integer.getInteger("bench.boards", 200);
    private static final int PROBES = 20;
    private static final int ROUNDS = 5;
    private static final Duration STEADY = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofSeconds(3);

    /// Tells when a row's word for what somebody does changed, as it is painted.
    private static final String WATCH =
            """
            () => {
              const grid = document.querySelector('vaadin-grid');
              const onScreen = row => {
                const {top, bottom} = row.getBoundingClientRect();
                return !row.hidden && top >= grid.$.header.getBoundingClientRect().bottom - 1
                    && bottom <= grid.getBoundingClientRect().bottom;
              };
              const rows = () => new Map([...grid.$.items.children].filter(onScreen).map(row => {
                const cells = [...row.children].map(cell => cell._content).filter(Boolean);
                const find = css => cells.map(cell => cell.querySelector(css)).find(Boolean);
                return [find('.board-name')?.textContent, find('[data-column=is] span')?.textContent];
              }));
              window.bench = {seen: [], rows};
              let before = rows();
              new MutationObserver(() => requestAnimationFrame(() => {
                const now = rows();
                for (const [name, word] of now) {
                  if (before.has(name) && before.get(name) !== word) {
                    window.bench.seen.push({name, at: performance.timeOrigin + performance.now()});
                  }
                }
                before = now;
              })).observe(grid, {subtree: true, childList: true, characterData: true});
            }\
            """;

    private final Random random = new Random(5);

    /// One of those who only listen, to know what of a time is the browser's.
    private @Nullable BoardClient ear;

    @Test
    void showsAChangeToManyViewers() throws Exception {
        var floor = PreparedFloor.of(PEOPLE, 57);
        var report = new Report("board");
        try (var product = floor.start();
                var threads = Executors.newFixedThreadPool(4)) {
            var wire = new AtomicLong();
            var page = page(product, wire);
            var other = page(product, new AtomicLong());
            var names = names(page);
            var listeners = new ArrayList<BoardClient>();
            for (int i = 2; i < BOARDS; i++) {
                listeners.add(BoardClient.open(product, threads));
            }

            ear = listeners.getLast();
            quiet(report, product, floor, page, names, wire);
            steady(report, product, floor, page, names, wire);
            burst(report, product, floor, page, names);

            report.check("the other Chromium shows the same", names(other).equals(names(page)));
            report.check(
                    "every one of %d other boards was told".formatted(BOARDS - 2),
                    listeners.stream().allMatch(board -> board.messages() > 0));
            report.check("everybody is on the board", product.onTheBoard(floor.token()) == PEOPLE);
            listeners.forEach(BoardClient::close);
        }
        report.close();
    }

    private static Page page(ProductProcess product, AtomicLong wire) throws Exception {
        var person = browsers.person();
        person.addCookies(
                List.of(
                        new Cookie("JSESSIONID", BoardClient.session(product))
                                .setUrl(product.url("/"))));
        var page = person.newPage();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> wire.addAndGet(length(frame))));
        page.navigate(product.url("/adherence"));
        page.locator(".board-name:visible").first().waitFor();
        page.waitForTimeout(QUIET.toMillis());
        page.evaluate(WATCH);
        return page;
    }

    private static int length(WebSocketFrame frame) {
        return frame.text() == null ? frame.binary().length : frame.text().length();
    }

    /// Who is on screen, from the top.
    private static List<String> names(Page page) {
        return ((List<?>) page.evaluate("() => [...bench.rows().keys()]"))
                .stream().map(String::valueOf).toList();
    }

    // ------------------------------------------------------------------ one change at a time

    private void quiet(
            Report report,
            ProductProcess product,
            PreparedFloor floor,
            Page page,
            List<String> names,
            AtomicLong wire)
            throws IOException {
        page.waitForTimeout(QUIET.toMillis());
        long before = wire.get();
        page.waitForTimeout(STEADY.toMillis() / 2);
        double idle = (wire.get() - before) / (STEADY.toMillis() / 2.0);
        long start = System.nanoTime();
        before = wire.get();
        var times = probe(product, floor, page, names, PROBES);
        double millis = (System.nanoTime() - start) / 1e6;
        tell(report, "nothing else happening", times);
        report.figure("a board at rest, on the wire", "B/s", idle * 1000);
        report.figure(
                "one visible change, on the wire",
                "B",
                (wire.get() - before - idle * millis) / PROBES);
    }

    private void steady(
            Report report,
            ProductProcess product,
            PreparedFloor floor,
            Page page,
            List<String> names,
            AtomicLong wire)
            throws Exception {
        try (var churn = new Churn(new PresenceFeed(product, floor), names, 100)) {
            page.waitForTimeout(QUIET.toMillis());
            int sent = churn.sent();
            long before = wire.get();
            var used = product.processorTime();
            long start = System.nanoTime();
            page.waitForTimeout(STEADY.toMillis());
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = product.processorTime().minus(used).toMillis() / 1000.0 / seconds;
            double events = churn.sent() - sent;
            report.figure("server's processor at a steady load", "% of a core", 100 * busy);
            report.figure("events a second, steady", "events/s", events / seconds);
            report.figure("an invisible change, on the wire", "B", (wire.get() - before) / events);
            tell(report, "a steady load", probe(product, floor, page, names, PROBES * ROUNDS));
        }
    }

    private void burst(
            Report report,
            ProductProcess product,
            PreparedFloor floor,
            Page page,
            List<String> names)
            throws Exception {
        try (var churn = new Churn(new PresenceFeed(product, floor), names, 500)) {
            page.waitForTimeout(QUIET.toMillis());
            tell(report, "a burst", probe(product, floor, page, names, PROBES));
            report.figure("events in the burst", "events", churn.sent());
        }
    }

    private static void tell(Report report, String during, Times times) {
        tell(report, "sent to painted during " + during, Rounds.ofTimes(times.painted()));
        tell(report, "sent to told during " + during, Rounds.ofTimes(times.told()));
    }

    private static void tell(Report report, String what, Rounds times) {
        report.figure(what + ", p50", "ms", times.median());
        report.figure(what + ", p95", "ms", times.percentile(95));
        report.figure(what + ", p99", "ms", times.percentile(99));
    }

    /// In milliseconds from before a change was sent.
    ///
    /// @param painted until it was painted in a browser
    /// @param told until one of those who only listen was told of it
    private record Times(List<Double> painted, List<Double> told) {}

    private Times probe(
            ProductProcess product, PreparedFloor floor, Page page, List<String> names, int count)
            throws IOException {
        var times = new Times(new ArrayList<>(), new ArrayList<>());
        var feed = new PresenceFeed(product, floor);
        for (int i = 0; i < count; i++) {
            var name = names.get(i % Math.min(names.size(), 15));
            var does = String.valueOf(page.evaluate("name => bench.rows().get(name)", name));
            int seen = ((Number) page.evaluate("() => bench.seen.length")).intValue();
            double start = milliseconds();
            long sent = System.nanoTime();
            feed.send(List.of(subject(name)), does.equals("Available") ? "ACTIVE" : "AVAILABLE");
            page.waitForFunction(
                    "([name, seen]) => bench.seen.slice(seen).some(one => one.name === name)",
                    List.of(name, seen));
            var at =
                    page.evaluate(
                            "([name, seen]) => bench.seen.slice(seen).find(one => one.name ==="
                                    + " name).at",
                            List.of(name, seen));
            times.painted().add(((Number) at).doubleValue() - start);
            Objects.requireNonNull(ear)
                    .toldAfter(sent)
                    .ifPresent(told -> times.told().add((told - sent) / 1e6));
            page.waitForTimeout(200 + random.nextInt(200));
        }
        return times;
    }

    private static double milliseconds() {
        var now = Instant.now();
        return now.getEpochSecond() * 1000.0 + now.getNano() / 1e6;
    }

    private static String subject(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }
}
