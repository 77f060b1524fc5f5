package dev.rollcall.bench;

import com.microsoft.playwright.Page;
import dev.rollcall.journeys.Browsers;
import dev.rollcall.kpi.KpiCounts;
import dev.rollcall.security.Access;
import dev.rollcall.security.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// One's own performance with thirteen months of sixty facts a day for everybody in the database:
/// how long the server takes for the page, how long a fact takes to the card, and how many facts a
/// second are kept and counted.
///
/// What lies behind is written by the database itself, as sending it would take hours; a recount of
/// somebody says that it is what the product would have counted.
@Tag("bench")
@Tag("performance")
class PerformanceBenchmark {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final int PEOPLE = Integer.getInteger("bench.people", 1_000);
    private static final int DAYS = 13 * 22;
    private static final int FACTS_A_DAY = 60;
    private static final int OPENED = 60;
    private static final int MOVED = 60;
    private static final int BATCHES = 80;
    private static final int A_BATCH = 500;
    private static final int SENDERS = 4;
    private static final String AGENT = "anna@example.com";

    /// The longest the server took for one of the page's questions.
    private static final String ANSWERS =
            """
            () => Math.max(...performance.getEntries()
                .filter(entry => entry.entryType === 'navigation' || entry.name.includes('v-r='))
                .map(entry => entry.responseStart - entry.requestStart))\
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger number = new AtomicInteger();

    @Test
    void showsAPageAndMovesACard() throws Exception {
        var data = Path.of("target", "bench", "performance-data");
        FileSystemUtils.deleteRecursively(data);
        var report = new Report("performance");
        try (var product = ProductInside.start(data);
                var agents = browsers.person()) {
            var staff = Workforce.in(product).hire(PreparedFloor.PREFIX, PEOPLE);
            var anna = Workforce.name(PreparedFloor.PREFIX, 0);
            staff.user(AGENT, PreparedFloor.PASSWORD, anna, Role.AGENT);
            fill(product);
            report.check(
                    "what lies behind is what a recount finds",
                    product.get(Access.class)
                                    .asSystem("bench", () -> product.get(KpiCounts.class).recount())
                            == 0);
            var page = SignIn.as(agents, product.url("/login"), AGENT);
            open(report, product, page);
            move(report, product, staff.token(), anna, page);
            send(report, product, staff.token());
            report.check(
                    "afterwards, too",
                    product.get(Access.class)
                                    .asSystem("bench", () -> product.get(KpiCounts.class).recount())
                            == 0);
        }
        report.close();
    }

    private static void fill(ProductInside product) {
        var jdbc = product.get(JdbcClient.class);
        jdbc.sql("insert into kpi_source (name) values ('/bench')").update();
        for (int day = 1; day <= DAYS; day++) {
            jdbc.sql(
                            """
                            insert into kpi_fact (source_id, fact_id, version, agent_id, work_date, kind, at,
                                amount, due, currency, category, duration_seconds, progress, resolved_at,
                                done, received_at, actor_kind, actor_id, actor_name)
                            select source.id, concat(agent.id, '-', :day, '-', fact.seq), 1, agent.id,
                                curdate() - interval :back day,
                                elt(1 + fact.seq mod 6, 'PAYMENT', 'CALL', 'CALL', 'SERVICE', 'CALL', 'COMPLAINT'),
                                timestamp(curdate() - interval :back day) + interval (480 + fact.seq * 8) minute,
                                if(fact.seq mod 6 = 0, 10 + fact.seq + agent.id mod 7, null),
                                if(fact.seq mod 6 = 0, 100, null), if(fact.seq mod 6 = 0, 'EUR', ''),
                                concat('c', fact.seq mod 4), if(fact.seq mod 6 in (1, 2, 4), 200 + fact.seq, null),
                                null, null, false, now(6), 'SYSTEM', 'bench', 'bench'
                            from agent cross join seq_0_to_%d fact join kpi_source source on source.name = '/bench'
                            """
                                    .formatted(FACTS_A_DAY - 1))
                    .param("day", day)
                    .param("back", day + day / 5 * 2)
                    .update();
        }
        for (long agent : jdbc.sql("select id from agent").query(Long.class).list()) {
            count(jdbc, agent);
        }
    }

    private static void count(JdbcClient jdbc, long agent) {
        jdbc.sql(
                        """
                        insert into kpi_day (agent_id, work_date, kind, currency, category, facts, done, amount,
                            due, collected, seconds, timed)
                        select agent_id, work_date, kind, currency, category, count(*), sum(done),
                            coalesce(sum(amount), 0), coalesce(sum(due), 0),
                            coalesce(sum(if(due is null, 0, coalesce(amount, 0))), 0),
                            coalesce(sum(duration_seconds), 0), count(duration_seconds)
                        from kpi_fact where agent_id = ?
                        group by agent_id, work_date, kind, currency, category
                        """)
                .param(agent)
                .update();
    }

    /// The server's share of opening the page, from the address on.
    private static void open(Report report, ProductInside product, Page page) {
        var times = new ArrayList<Double>();
        for (int round = 0; round < OPENED + 5; round++) {
            page.navigate(product.url("/my-performance"));
            page.locator(".week-table tbody tr").first().waitFor();
            // The first ones load what all share.
            if (round >= 5) {
                times.add(((Number) page.evaluate(ANSWERS)).doubleValue());
            }
        }
        tell(report, "the server's longest answer of a page", times);
    }

    private void move(Report report, ProductInside product, String token, String agent, Page page) {
        page.evaluate(
                """
                () => {
                  const value = document.querySelector('.kpi-card[data-metric=complaints] .kpi-value');
                  window.bench = {shown: 0};
                  new MutationObserver(() => requestAnimationFrame(() => {
                    window.bench.shown = performance.timeOrigin + performance.now();
                  })).observe(value, {childList: true, characterData: true, subtree: true});
                }\
                """);
        var times = new ArrayList<Double>();
        for (int round = 0; round < MOVED + 5; round++) {
            page.evaluate("() => { window.bench.shown = 0; }");
            double start = System.currentTimeMillis();
            post(product, token, fact(agent));
            page.waitForFunction("() => window.bench.shown > 0");
            if (round >= 5) {
                times.add(
                        ((Number) page.evaluate("() => window.bench.shown")).doubleValue() - start);
            }
        }
        tell(report, "a fact to a moved card", times);
    }

    private void send(Report report, ProductInside product, String token) throws Exception {
        long start = System.nanoTime();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var batches = new ArrayList<Callable<Void>>();
            for (int batch = 0; batch < BATCHES; batch++) {
                batches.add(() -> {
                    post(
                            product,
                            token,
                            IntStream.range(0, A_BATCH)
                                    .mapToObj(i ->
                                            fact(Workforce.name(PreparedFloor.PREFIX, i % PEOPLE)))
                                    .collect(Collectors.joining(",")));
                    return null;
                });
            }
            for (var done : senders.invokeAll(batches)) {
                done.get();
            }
        }
        report.figure(
                "facts kept and counted, in requests of " + A_BATCH,
                "facts/s",
                BATCHES * A_BATCH / ((System.nanoTime() - start) / 1e9));
    }

    private String fact(String agent) {
        int next = number.incrementAndGet();
        return """
        {"id": "b%d", "source": "/bench/%d", "version": 1, "agent": "%s", "at": "%s", "kind": "COMPLAINT"}
        """
                .formatted(
                        next, next % SENDERS, agent, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private void post(ProductInside product, String token, String facts) {
        try {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(product.url("/api/v1/kpi-facts")))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString("[" + facts + "]"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("\"rejected\":0")) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (java.io.IOException e) {
            throw new IllegalStateException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static void tell(Report report, String what, ArrayList<Double> times) {
        var rounds = Rounds.ofTimes(times);
        report.figure(what + ", p50", "ms", rounds.median());
        report.figure(what + ", p95", "ms", rounds.percentile(95));
        report.figure(what + ", worst", "ms", rounds.worst());
    }
}
