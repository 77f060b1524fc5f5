package dev.rollcall.bench;

import com.microsoft.playwright.Page;
import dev.rollcall.journeys.Browsers;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.Drafts;
import dev.rollcall.planner.Edits;
import dev.rollcall.planner.Publication;
import dev.rollcall.planner.Publishing;
import dev.rollcall.planner.Roster;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.ShiftTemplate.Pause;
import dev.rollcall.planner.ShiftTemplate.Stretch;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.planner.TemplateDraft;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.FileSystemUtils;

/// A week of 500 people in the planner: from the address to a full screen, an edit of one day, and
/// the publication of everybody's week.
@Tag("bench")
@Tag("planner")
class PlannerBenchmark {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final int PEOPLE = Integer.getInteger("bench.people", 500);
    private static final int ROUNDS = 7;
    private static final int EDITS = 100;
    private static final String UNIT = "floor";

    private static final TemplateDraft SHIFT =
            new TemplateDraft(
                    "Day",
                    null,
                    List.of(new Stretch(LocalTime.of(8, 0), LocalTime.of(16, 30))),
                    List.of(
                            pause("BREAK", 15, 90, 150),
                            pause("LUNCH", 30, 210, 285),
                            pause("BREAK", 15, 375, 435)));

    /// Notes when the rows on screen have their hours.
    private static final String STOPWATCH =
            """
            const watch = () => {
              const planner = document.querySelector('rollcall-planner');
              const cells = planner?.shadowRoot?.querySelectorAll('.cell .text span') ?? [];
              if (cells.length > 60) {
                window.complete = performance.now();
              } else {
                requestAnimationFrame(watch);
              }
            };
            requestAnimationFrame(watch);
            """;

    /// Empties a day with a key or plans it again, in turn, and tells how long it took until that
    /// was seen.
    private static final String EDIT =
            """
            async () => {
              const planner = document.querySelector('rollcall-planner');
              const cell = (row) => planner.shadowRoot.querySelector(`[data-row="${row}"] [data-column="6"]`);
              cell(0).focus();
              const start = performance.now();
              cell(0).dispatchEvent(new KeyboardEvent('keydown', {key: window.odd ? '1' : 'Delete', bubbles: true, composed: true}));
              return await new Promise((done) => {
                const own = () => cell(0).querySelector('.text span')?.textContent ?? '';
                const first = own();
                const look = () => own() !== first ? (window.odd = !window.odd, done(performance.now() - start)) : requestAnimationFrame(look);
                look();
              });
            }
            """;

    private static Pause pause(String activity, int minutes, int earliest, int latest) {
        return new Pause(
                activity,
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(earliest),
                Duration.ofMinutes(latest));
    }

    @Test
    void plansAWeekOfManyPeople() throws Exception {
        var data = Path.of("target", "bench", "planner-data");
        FileSystemUtils.deleteRecursively(data);
        var report = new Report("planner");
        try (var product = ProductInside.start(data)) {
            var staff = Workforce.in(product);
            staff.hire(PreparedFloor.PREFIX, PEOPLE);
            staff.supervisor(PreparedFloor.SUPERVISOR, PreparedFloor.PASSWORD);
            var monday =
                    staff.today()
                            .plusDays(7)
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var unit = product.get(Directory.class).unit(UNIT).orElseThrow().id();

            var shift = as(product, () -> product.get(ShiftTemplates.class).save(null, SHIFT, 0));
            var publishing = new ArrayList<Double>();
            var drafting = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                var edits = week(roster(product, unit, monday), shift, round);
                drafting.add(millis(() -> as(product, () -> drafts(product).apply(edits))));
                var preview = preview(product, unit, monday);
                publishing.add(
                        millis(() ->
                                as(product, () -> product.get(Publishing.class).publish(preview))));
                report.check(
                        "round " + (round + 1) + ": everybody's seven days were published",
                        preview.days().size() == PEOPLE * 7
                                && planned(product, monday) == PEOPLE * 7);
            }
            report.figure("a week of everybody, drafted", "ms", Rounds.ofTimes(drafting));
            report.figure("a week of everybody, published", "ms", Rounds.ofTimes(publishing));

            var single = new ArrayList<Double>();
            for (int i = 0; i < EDITS; i++) {
                var day = roster(product, unit, monday).day(firstDay(product, unit, monday));
                var edit =
                        List.of(
                                new DayEdit(
                                        day.key(),
                                        Edits.shifted(day.entries(), Duration.ofMinutes(15)),
                                        day.seen()));
                single.add(millis(() -> as(product, () -> drafts(product).apply(edit))));
            }
            report.figure("an edit of one day, in the service, p95", "ms", p95(single));
            inABrowser(product, monday, report);
        }
        report.close();
    }

    private static void inABrowser(ProductInside product, LocalDate monday, Report report) {
        var times = new ArrayList<Double>();
        var edits = new ArrayList<Double>();
        try (var person = browsers.person()) {
            SignIn.as(person, product.url("/login"), PreparedFloor.SUPERVISOR);
            person.addInitScript(STOPWATCH);
            for (int round = 0; round < ROUNDS + 2; round++) {
                var page = person.newPage();
                page.navigate(product.url("/planner?date=" + monday));
                page.waitForFunction("() => window.complete > 0");
                // The first two load what all share.
                if (round > 1) {
                    times.add(number(page, "() => window.complete"));
                }
                if (round == ROUNDS + 1) {
                    for (int i = 0; i < EDITS / 2; i++) {
                        edits.add(number(page, EDIT));
                    }
                }
                page.close();
            }
        }
        report.figure("from the address to a full screen", "ms", Rounds.ofTimes(times));
        report.figure("from a key to the day on screen, p95", "ms", p95(edits));
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private static double p95(List<Double> times) {
        return times.stream().sorted().skip(times.size() * 95L / 100).findFirst().orElseThrow();
    }

    private static Drafts drafts(ProductInside product) {
        return product.get(Drafts.class);
    }

    private static <T> T as(ProductInside product, Supplier<T> work) {
        return product.get(Access.class).asSystem("bench", work);
    }

    private static Roster roster(ProductInside product, UnitId unit, LocalDate monday) {
        return as(product, () -> drafts(product).roster(unit, monday, monday.plusDays(6)));
    }

    private static Publication preview(ProductInside product, UnitId unit, LocalDate monday) {
        return as(
                product,
                () -> product.get(Publishing.class).preview(unit, monday, monday.plusDays(6)));
    }

    private static DayKey firstDay(ProductInside product, UnitId unit, LocalDate monday) {
        return new DayKey(roster(product, unit, monday).people().getFirst().id(), monday);
    }

    /// Another week each round, so that every day changes.
    private static List<DayEdit> week(Roster roster, ShiftTemplate template, int round) {
        var edits = new ArrayList<DayEdit>();
        int rank = 0;
        for (var person : roster.people()) {
            for (int i = 0; i < 7; i++) {
                RosterDay day = roster.day(new DayKey(person.id(), roster.from().plusDays(i)));
                var shift = template.on(day.key().date(), person.zone(), rank, PEOPLE);
                edits.add(
                        new DayEdit(
                                day.key(),
                                Edits.shifted(shift, Duration.ofMinutes(15L * round)),
                                day.seen()));
            }
            rank++;
        }
        return edits;
    }

    private static long planned(ProductInside product, LocalDate monday) {
        var agents =
                product.get(Directory.class).agents(Scope.everyone()).stream()
                        .map(agent -> agent.id())
                        .toList();
        return product
                .get(Schedules.class)
                .plans(agents, monday, monday.plusDays(6))
                .values()
                .stream()
                .mapToLong(List::size)
                .sum();
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
