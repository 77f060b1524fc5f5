package dev.rollcall.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.rollcall.journeys.Browsers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The board with 10,000 people in a real Chromium without a graphics card: from the address to a
/// screen full of rows, and how it moves under the hand while a hundred people a second change.
@Tag("bench")
@Tag("browser")
class BrowserBenchmark {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final int PEOPLE = Integer.getInteger("bench.people", 10_000);
    private static final int ROUNDS = 7;

    /// Notes when all rows on screen have their names, and every move of the layout.
    private static final String STOPWATCH =
            """
            window.shifts = 0;
            new PerformanceObserver(list => list.getEntries().forEach(e => {
              if (!e.hadRecentInput) window.shifts += e.value;
            })).observe({type: 'layout-shift', buffered: true});
            window.onScreen = () => {
              const grid = document.querySelector('vaadin-grid');
              if (!grid?.$) return [];
              const top = grid.$.header.getBoundingClientRect().bottom, end = grid.getBoundingClientRect().bottom;
              return [...grid.$.items.children].filter(row => {
                const box = row.getBoundingClientRect();
                return !row.hidden && box.bottom > top && box.top < end;
              });
            };
            window.isComplete = row => [...row.children].some(c => c._content?.querySelector('.board-name'));
            const watch = () => {
              const rows = window.onScreen();
              if (rows.length > 5 && rows.every(window.isComplete)
                  && rows.some(row => [...row.children].some(c => c._content?.querySelector('rollcall-timeline')))) {
                window.complete = performance.now();
              } else {
                requestAnimationFrame(watch);
              }
            };
            requestAnimationFrame(watch);
            """;

    /// Scrolls for some seconds, and answers how long each frame took and for how long a row on
    /// screen was empty.
    private static final String SCROLL =
            """
            async seconds => {
              const table = document.querySelector('vaadin-grid').$.table;
              const frames = [], blanks = [];
              const start = performance.now();
              let last = start, blankSince = 0, step = 24;
              while (last - start < seconds * 1000) {
                if (table.scrollTop + table.clientHeight >= table.scrollHeight - 50) step = -24;
                table.scrollTop += step;
                const now = await new Promise(requestAnimationFrame);
                frames.push(now - last);
                last = now;
                const blank = window.onScreen().some(row => !window.isComplete(row));
                if (blank && !blankSince) blankSince = now;
                if (!blank && blankSince) { blanks.push(now - blankSince); blankSince = 0; }
              }
              return [frames, blanks];
            }\
            """;

    @Test
    void isQuickUnderTheHand() throws Exception {
        var floor = PreparedFloor.of(PEOPLE, 17);
        var report = new Report("browser");
        try (var product = floor.start()) {
            var session = BoardClient.session(product);
            open(product, person(product, session)).context().close();
            var cold = new ArrayList<Double>();
            var warm = new ArrayList<Double>();
            var chosen = new ArrayList<Double>();
            var shifts = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                var person = person(product, session);
                cold.add(complete(open(product, person), shifts));
                warm.add(complete(open(product, person), shifts));
                chosen.add(fromTheMenu(product, person, shifts));
                person.close();
            }
            report.figure("cold: from the address to a full screen", "ms", Rounds.ofTimes(cold));
            report.figure("warm: the same again", "ms", Rounds.ofTimes(warm));
            report.figure(
                    "chosen from another page's menu: from the click to a full screen",
                    "ms",
                    Rounds.ofTimes(chosen));
            report.figure("layout shift of those pages", "", Rounds.ofTimes(shifts));

            var page = open(product, person(product, session));
            complete(page, shifts);
            try (var churn = new Churn(new PresenceFeed(product, floor), List.of(), 100)) {
                page.waitForTimeout(2_000);
                var found = (List<?>) page.evaluate(SCROLL, 10);
                var frames = numbers(found.get(0));
                var blanks = numbers(found.get(1));
                report.figure("a frame while scrolling, p50", "ms", frames.median());
                report.figure("a frame while scrolling, p95", "ms", frames.percentile(95));
                report.figure(
                        "the longest time a row on screen was empty",
                        "ms",
                        blanks.all().isEmpty() ? 0 : blanks.worst());
                report.figure("changes meanwhile", "events", churn.sent());
            }
            report.check("everybody is on the board", product.onTheBoard(floor.token()) == PEOPLE);
            report.check(
                    "the last row is somebody",
                    (Boolean)
                            page.evaluate(
                                    """
                                    async () => {
                                      const grid = document.querySelector('vaadin-grid');
                                      grid.scrollToIndex(grid.size - 1);
                                      for (let i = 0; i < 100; i++) {
                                        await new Promise(requestAnimationFrame);
                                        const rows = window.onScreen();
                                        if (rows.length && rows.every(window.isComplete)) return true;
                                      }
                                      return false;
                                    }\
                                    """));
        }
        report.close();
    }

    private static BrowserContext person(ProductProcess product, String session) {
        var person = browsers.person();
        person.addCookies(List.of(new Cookie("JSESSIONID", session).setUrl(product.url("/"))));
        person.addInitScript(STOPWATCH);
        return person;
    }

    private static Page open(ProductProcess product, BrowserContext person) {
        var page = person.newPage();
        page.navigate(product.url("/adherence"));
        page.waitForFunction("() => window.complete > 0");
        return page;
    }

    /// From the click on the board in the menu of a page that is open.
    private static double fromTheMenu(
            ProductProcess product, BrowserContext person, List<Double> shifts) {
        var page = person.newPage();
        page.navigate(product.url("/definitions"));
        var board = page.locator("vaadin-side-nav-item[path='adherence']");
        board.waitFor();
        page.waitForTimeout(1_000);
        page.evaluate(
                "() => addEventListener('click', e => { window.clicked = e.timeStamp; }, true)");
        board.click();
        page.waitForFunction("() => window.complete > 0");
        double clicked = ((Number) page.evaluate("() => window.clicked")).doubleValue();
        return complete(page, shifts) - clicked;
    }

    private static double complete(Page page, List<Double> shifts) {
        double complete = ((Number) page.evaluate("() => window.complete")).doubleValue();
        page.waitForTimeout(500);
        shifts.add(((Number) page.evaluate("() => window.shifts")).doubleValue());
        return complete;
    }

    private static Rounds numbers(Object list) {
        return Rounds.ofTimes(
                ((List<?>) list).stream().map(n -> ((Number) n).doubleValue()).toList());
    }
}
