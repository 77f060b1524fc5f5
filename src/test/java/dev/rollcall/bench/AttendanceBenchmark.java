package dev.rollcall.bench;

import com.microsoft.playwright.Page;
import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.AttendanceQuery;
import dev.rollcall.attendance.AttendanceQuery.GroupBy;
import dev.rollcall.attendance.AttendanceReport;
import dev.rollcall.journeys.Browsers;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// A month's attendance of 500 people who changed their status twenty times a day: how long the
/// answer takes beside a plain sum of the stretches in SQL, which knows no plans, days or breaks;
/// and from the address to a screen full of rows.
@Tag("bench")
@Tag("attendance")
class AttendanceBenchmark {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final int PEOPLE = Integer.getInteger("bench.people", 500);
    private static final int DAYS = 31;
    private static final int DEEDS = 20;
    private static final int ROUNDS = 7;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final String SUM =
            """
            select agent_id, base, code,
                   sum(timestampdiff(microsecond, started_at, ended_at)) as spent
            from presence_segment
            where base in ('AVAILABLE', 'ACTIVE', 'UNAVAILABLE')
            group by agent_id, base, code
            """;

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
    void opensAMonthOfManyPeople() throws Exception {
        var data = Path.of("target", "bench", "attendance-data");
        FileSystemUtils.deleteRecursively(data);
        var report = new Report("attendance");
        try (var product = ProductInside.start(data, "--rollcall.attendance.keep-every=1s")) {
            var staff = Workforce.in(product);
            staff.hireWithPast(PreparedFloor.PREFIX, PEOPLE, DAYS, DEEDS);
            staff.supervisor(PreparedFloor.SUPERVISOR, PreparedFloor.PASSWORD);
            var query =
                    new AttendanceQuery(
                            staff.today().minusDays(DAYS),
                            staff.today().minusDays(1),
                            null,
                            null,
                            null,
                            "",
                            GroupBy.AGENT);
            long hired = System.nanoTime();
            // Yesterday is not long enough ago to be kept.
            while (kept(product) < PEOPLE * (DAYS - 1)) {
                LockSupport.parkNanos(200_000_000);
                if (System.nanoTime() - hired > LONGEST_WAIT.toNanos()) {
                    throw new IllegalStateException("Only " + kept(product) + " days are kept");
                }
            }
            report.figure(
                    "until the last days were added up besides",
                    "s",
                    (System.nanoTime() - hired) / 1e9);
            var ours = new ArrayList<Double>();
            var bare = new ArrayList<Double>();
            answer(product, query);
            var said = answer(product, query);
            long summed = sum(product);
            for (int round = 0; round < ROUNDS; round++) {
                bare.add(millis(() -> sum(product)));
                ours.add(millis(() -> answer(product, query)));
            }
            report.ratio("the report / plain SQL", ratio(ours, bare));
            report.figure("the report, from the service", "ms", Rounds.ofTimes(ours));
            report.figure("plain SQL", "ms", Rounds.ofTimes(bare));
            report.check("everybody has a line", said.lines().size() == PEOPLE);
            report.check(
                    "what was worked is what SQL finds",
                    said.total().worked().equals(Duration.ofNanos(1000 * summed)));
            report.figure(
                    "from the address to a full screen",
                    "ms",
                    Rounds.ofTimes(open(product, query, "")));
            report.figure(
                    "the same with eleven people",
                    "ms",
                    Rounds.ofTimes(open(product, query, "&q=" + PreparedFloor.PREFIX + "-49")));
        }
        report.close();
    }

    private static int kept(ProductInside product) {
        return product.get(JdbcClient.class)
                .sql("select count(*) from attendance_day")
                .query(Integer.class)
                .single();
    }

    private static double ratio(ArrayList<Double> ours, ArrayList<Double> bare) {
        return Rounds.ofTimes(ours).median() / Rounds.ofTimes(bare).median();
    }

    private static AttendanceReport answer(ProductInside product, AttendanceQuery query) {
        return product.get(Access.class)
                .asSystem(
                        "bench",
                        () -> product.get(Attendance.class).report(query, Scope.everyone()));
    }

    /// Microseconds.
    private static long sum(ProductInside product) {
        return product
                .get(JdbcClient.class)
                .sql(SUM)
                .query((row, _) -> row.getLong("spent"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static ArrayList<Double> open(
            ProductInside product, AttendanceQuery query, String narrowed) {
        var times = new ArrayList<Double>();
        try (var person = browsers.person()) {
            SignIn.as(person, product.url("/login"), PreparedFloor.SUPERVISOR);
            person.addInitScript(STOPWATCH);
            var address =
                    "/reports/attendance?from=" + query.from() + "&to=" + query.to() + narrowed;
            for (int round = 0; round < ROUNDS + 2; round++) {
                var page = person.newPage();
                page.navigate(product.url(address));
                double complete = complete(page);
                // The first two load what all share.
                if (round > 1) {
                    times.add(complete);
                }
                page.close();
            }
        }
        return times;
    }

    private static double complete(Page page) {
        page.waitForFunction("() => window.complete > 0");
        return ((Number) page.evaluate("() => window.complete")).doubleValue();
    }
}
