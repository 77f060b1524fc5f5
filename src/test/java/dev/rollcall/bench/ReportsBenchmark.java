package dev.rollcall.bench;

import dev.rollcall.journeys.Browsers;
import dev.rollcall.people.Scope;
import dev.rollcall.reports.AdherenceReport;
import dev.rollcall.reports.AdherenceReports;
import dev.rollcall.reports.ReportQuery;
import dev.rollcall.reports.ReportQuery.By;
import dev.rollcall.security.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// Adherence of 1,000 people over 92 days, beside the 92 days before: how long the answer takes
/// beside a bare sum of the same rows in SQL, and from the address to a screen full of rows.
///
/// A few days are lived through the public services and added up by the product itself; what was
/// added up of them is then copied to the other dates, as living them all takes hours.
@Tag("bench")
@Tag("reports")
class ReportsBenchmark {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final int PEOPLE = Integer.getInteger("bench.people", 1_000);
    private static final int DAYS = 92;
    private static final int LIVED = 2;
    private static final int DEEDS = 5;
    private static final int ROUNDS = 7;

    /// `-Dbench.by=AGENT` times one grouping alone.
    private static final List<By> GROUPINGS =
            Optional.ofNullable(System.getProperty("bench.by"))
                    .map(By::valueOf)
                    .map(List::of)
                    .orElse(List.of(By.values()));

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(8);

    /// Notes when the rows on screen have their words.
    private static final String STOPWATCH =
            """
            const watch = () => {
              const grid = document.querySelector('vaadin-grid');
              const rows = grid?.$ ? [...grid.$.items.children].filter(row => !row.hidden) : [];
              const says = row => [...row.children].some(cell => cell._content?.textContent.includes('Person'));
              if (rows.length > 5 && rows.slice(0, 6).every(says)) {
                window.complete = performance.now();
              } else {
                requestAnimationFrame(watch);
              }
            };
            requestAnimationFrame(watch);
            """;

    @Test
    void opensAQuarterOfAThousandPeople() throws Exception {
        var data = Path.of("target", "bench", "reports-data");
        FileSystemUtils.deleteRecursively(data);
        var report = new Report("reports");
        try (var product = ProductInside.start(data, "--rollcall.reports.keep-every=1s")) {
            var staff = Workforce.in(product);
            staff.hireWithPast(PreparedFloor.PREFIX, PEOPLE, LIVED, DEEDS);
            staff.supervisor(PreparedFloor.SUPERVISOR, PreparedFloor.PASSWORD);
            var yesterday = staff.today().minusDays(1);
            var first = yesterday.minusDays(DAYS - 1L);
            awaitKept(product, yesterday.minusDays(LIVED - 1L), yesterday);
            product.end("factsKeeper", "report-facts");
            spread(product, yesterday);
            var by = new ReportQuery(first, yesterday, null, null, null, "", By.AGENT);
            var said = answer(product, by);
            report.check("everybody has a line", said.lines().size() == PEOPLE);
            report.check("nothing waits", said.waiting() == 0);
            report.check(
                    "the total is what SQL finds",
                    said.total()
                            .figures()
                            .scheduled()
                            .equals(Duration.ofNanos(1_000 * sum(product, first, yesterday))));
            for (var each : GROUPINGS) {
                var ours = new ArrayList<Double>();
                var bare = new ArrayList<Double>();
                var query = new ReportQuery(first, yesterday, null, null, null, "", each);
                answer(product, query);
                for (int round = 0; round < ROUNDS; round++) {
                    bare.add(millis(() -> sum(product, first, yesterday)));
                    ours.add(millis(() -> answer(product, query)));
                }
                report.figure("the report by " + each.token(), "ms", Rounds.ofTimes(ours));
                if (each == By.AGENT) {
                    report.figure("a bare sum in SQL", "ms", Rounds.ofTimes(bare));
                    report.ratio(
                            "the report / a bare sum",
                            Rounds.ofTimes(ours).median() / Rounds.ofTimes(bare).median());
                }
            }
            report.figure(
                    "from the address to a full screen",
                    "ms",
                    Rounds.ofTimes(open(product, first, yesterday)));
        }
        report.close();
    }

    private static void awaitKept(ProductInside product, LocalDate from, LocalDate to) {
        long begun = System.nanoTime();
        while (kept(product, from, to) < (long) PEOPLE * LIVED) {
            LockSupport.parkNanos(200_000_000);
            if (System.nanoTime() - begun > LONGEST_WAIT.toNanos()) {
                throw new IllegalStateException("Only " + kept(product, from, to) + " are kept");
            }
        }
    }

    private static long kept(ProductInside product, LocalDate from, LocalDate to) {
        return product.get(JdbcClient.class)
                .sql("select count(*) from report_day where work_date between ? and ?")
                .params(from, to)
                .query(Long.class)
                .single();
    }

    /// Gives every older date what the oldest day that was lived has.
    private static void spread(ProductInside product, LocalDate yesterday) {
        var jdbc = product.get(JdbcClient.class);
        var lived = yesterday.minusDays(LIVED - 1L);
        for (int back = LIVED; back < 2 * DAYS; back++) {
            var date = yesterday.minusDays(back);
            jdbc.sql("delete from report_day where work_date = ?").param(date).update();
            copy(jdbc, "report_day", date, lived);
            copy(jdbc, "report_activity", date, lived);
            copy(jdbc, "report_deviation", date, lived);
        }
    }

    private static void copy(JdbcClient jdbc, String table, LocalDate to, LocalDate from) {
        var others =
                String.join(
                        ", ",
                        jdbc.sql(
                                        """
                                        select column_name from information_schema.columns
                                        where table_schema = database() and table_name = ?
                                            and column_name not in ('agent_id', 'work_date')
                                        """)
                                .param(table)
                                .query(String.class)
                                .list());
        jdbc.sql(
                        "insert into %s (agent_id, work_date, %s) select agent_id, ?, %s from %s where work_date = ?"
                                .formatted(table, others, others, table))
                .params(to, from)
                .update();
    }

    private static AdherenceReport answer(ProductInside product, ReportQuery query) {
        return product.get(Access.class)
                .asSystem(
                        "bench",
                        () -> product.get(AdherenceReports.class).report(query, Scope.everyone()));
    }

    /// Microseconds.
    private static long sum(ProductInside product, LocalDate from, LocalDate to) {
        return product.get(JdbcClient.class)
                .sql("select sum(scheduled) from report_day where work_date between ? and ?")
                .params(from, to)
                .query(Long.class)
                .single();
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static ArrayList<Double> open(ProductInside product, LocalDate from, LocalDate to) {
        var times = new ArrayList<Double>();
        try (var person = browsers.person()) {
            SignIn.as(person, product.url("/login"), PreparedFloor.SUPERVISOR);
            person.addInitScript(STOPWATCH);
            for (int round = 0; round < ROUNDS + 2; round++) {
                var page = person.newPage();
                page.navigate(product.url("/reports/adherence?from=" + from + "&to=" + to));
                page.waitForFunction("() => window.complete > 0");
                // The first two load what all share.
                if (round > 1) {
                    times.add(((Number) page.evaluate("() => window.complete")).doubleValue());
                }
                page.close();
            }
        }
        return times;
    }
}
