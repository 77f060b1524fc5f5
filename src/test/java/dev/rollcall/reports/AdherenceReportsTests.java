package dev.rollcall.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.adherence.AdherenceSettings;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.audit.Actor;
import dev.rollcall.excuses.ExcuseDraft;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.reports.ReportQuery.By;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reports say the same whether days were added up before or not, whatever happens in between.
@ModuleTest
class AdherenceReportsTests {

    private static final LocalDate TODAY = Floor.TODAY;
    private static final LocalDate FRIDAY = TODAY.minusDays(3);
    private static final LocalDate MONDAY = TODAY.minusDays(7);

    @Autowired private AdherenceReports reports;
    @Autowired private Facts facts;
    @Autowired private Excuses excuses;
    @Autowired private AdherenceSettings settings;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private Directory directory;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    /// Ten minutes late from lunch, and the last hour not there.
    private Floor.Worker dana(LocalDate date) {
        return worker("dana")
                .onShift(date, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                .at(date, "08:00", "AVAILABLE")
                .at(date, "12:00", "UNAVAILABLE/LUNCH")
                .at(date, "12:40", "AVAILABLE")
                .at(date, "15:00", "AWAY");
    }

    private Floor.Worker worker(String id) {
        return directory.agent(id).map(floor::of).orElseGet(() -> floor.agent(id));
    }

    private void keep() {
        for (var date = MONDAY.minusDays(8); !date.isAfter(TODAY); date = date.plusDays(1)) {
            facts.make(date, () -> {});
        }
    }

    private AdherenceReport report(LocalDate from, LocalDate to, By by) {
        var query = new ReportQuery(from, to, null, null, null, "", by);
        return access.asSystem("test", () -> reports.report(query, Scope.everyone()));
    }

    private int kept() {
        return database.sql("select count(*) from report_day").query(Integer.class).single();
    }

    // ------------------------------------------------------------------ what is added up

    @Test
    void addsUpTheThreeFiguresAndWhereThePlanWasLeft() {
        dana(FRIDAY);

        var line = report(FRIDAY, FRIDAY, By.AGENT).lines().getFirst();

        assertThat(line.totals().figures().scheduled()).isEqualTo(Duration.ofHours(8));
        assertThat(line.totals().figures().raw().out()).isEqualTo(Duration.ofMinutes(70));
        assertThat(line.totals().edges()).isEqualTo(new Edges(1, 1, 0, 0));
        assertThat(line.score()).contains(new BigDecimal("85.42"));
        assertThat(line.aboveTarget()).isPresent();
    }

    @Test
    void comparesWithAsManyDaysBefore() {
        dana(FRIDAY);
        worker("dana")
                .onShift(FRIDAY.minusDays(1), "WORK 08:00-16:00")
                .at(FRIDAY.minusDays(1), "08:00", "AVAILABLE")
                .at(FRIDAY.minusDays(1), "16:00", "AWAY");

        var report = report(FRIDAY, FRIDAY, By.AGENT);

        assertThat(report.lines().getFirst().gain()).contains(new BigDecimal("-14.58"));
        assertThat(report.gain()).contains(new BigDecimal("-14.58"));
    }

    @Test
    void comparesDaysAndWeeksWithTheSameDaysAWeekEarlier() {
        dana(FRIDAY);
        var earlier = FRIDAY.minusWeeks(1);
        worker("dana")
                .onShift(earlier, "WORK 08:00-16:00")
                .at(earlier, "08:00", "AVAILABLE")
                .at(earlier, "16:00", "AWAY");

        assertThat(report(FRIDAY, FRIDAY, By.DAY).lines().getFirst().gain())
                .contains(new BigDecimal("-14.58"));
        var weeks = report(MONDAY.minusWeeks(1), FRIDAY, By.WEEK).lines();
        assertThat(weeks.getLast().gain()).contains(new BigDecimal("-14.58"));
        assertThat(weeks.getFirst().gain()).as("nothing is known of the one before").isEmpty();
    }

    @Test
    void sumsOfActivitiesAreTheSumsOfDays() {
        dana(FRIDAY);
        dana(FRIDAY.minusDays(1));
        keep();

        var report = report(MONDAY, TODAY, By.ACTIVITY);

        assertThat(report.lines())
                .extracting(ReportLine::activity)
                .containsExactly("WORK", "LUNCH");
        var total =
                report.lines().stream().map(ReportLine::totals).reduce(Totals.NONE, Totals::plus);
        assertThat(total.figures().scheduled()).isEqualTo(report.total().figures().scheduled());
        assertThat(total.figures().raw()).isEqualTo(report.total().figures().raw());
        assertThat(total.figures().tolerated()).isEqualTo(report.total().figures().tolerated());
        assertThat(total.figures().score()).isEqualTo(report.total().figures().score());
        assertThat(total.edges()).isEqualTo(report.total().edges());
    }

    @Test
    void weeksBeginOnMondays() {
        dana(FRIDAY);
        dana(MONDAY);
        dana(MONDAY.minusDays(3));

        assertThat(report(MONDAY.minusDays(6), TODAY, By.WEEK).lines())
                .extracting(ReportLine::date)
                .containsExactly(MONDAY.minusDays(7), MONDAY, TODAY);
    }

    @Test
    void refusesPeriodsItCannotAnswer() {
        assertThatThrownBy(() -> report(TODAY, TODAY.minusDays(1), By.AGENT))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/to");
        assertThatThrownBy(() -> report(TODAY.minusDays(92), TODAY, By.AGENT))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("92");
    }

    // ------------------------------------------------------------------ what is kept

    @Test
    void readsNothingAgainThatIsKept() {
        dana(FRIDAY);
        keep();
        database.sql("update report_day set late = 77 where work_date = ?").param(FRIDAY).update();

        assertThat(report(FRIDAY, FRIDAY, By.AGENT).total().edges().late()).isEqualTo(77);
        assertThat(report(FRIDAY, FRIDAY, By.DAY).total().edges().late()).isEqualTo(77);
    }

    @Test
    void touchesOnlyTheDaysThatChanged() {
        var dana = dana(FRIDAY);
        dana(MONDAY);
        keep();
        database.sql("update report_day set late = 77").update();

        dana.at(FRIDAY, "15:30", "AVAILABLE");

        var days = report(MONDAY, FRIDAY, By.DAY).lines();
        assertThat(days.getFirst().totals().edges().late()).isEqualTo(77);
        assertThat(days.getLast().totals().edges().late()).isEqualTo(1);
    }

    @Test
    void judgesAgainByRulesThatWereBackdated() {
        dana(FRIDAY);
        dana(MONDAY);
        keep();
        var before = report(MONDAY, FRIDAY, By.AGENT);

        access.asSystem(
                "test",
                () ->
                        settings.save(
                                null,
                                new SettingsForm(
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        new BigDecimal("97"),
                                        null,
                                        FRIDAY),
                                null,
                                null,
                                Scope.everyone(),
                                Actor.system("test")));
        database.sql("update report_day set late = 77").update();

        var days = report(MONDAY, FRIDAY, By.DAY).lines();
        assertThat(days.getFirst().totals().edges().late()).as("judged as before").isEqualTo(77);
        assertThat(days.getLast().totals().edges().late()).as("judged again").isEqualTo(1);
        assertThat(report(MONDAY, FRIDAY, By.AGENT).target()).isEqualByComparingTo("97");
        assertThat(before.target()).isNotEqualTo(new BigDecimal("97"));
        keep();
        assertThat(report(MONDAY, FRIDAY, By.DAY).lines().getLast().totals().edges().late())
                .isEqualTo(1);
    }

    @Test
    void anExcuseOfAPastDayMovesIt() {
        var dana = dana(FRIDAY);
        keep();

        access.asSystem(
                "test",
                () ->
                        excuses.give(
                                ExcuseDraft.of(
                                        Set.of(dana.agent().id()),
                                        FRIDAY.atTime(12, 30).toInstant(ZoneOffset.UTC),
                                        FRIDAY.atTime(12, 40).toInstant(ZoneOffset.UTC),
                                        "CALL_OVERRAN",
                                        "")));

        var total = report(FRIDAY, FRIDAY, By.AGENT).total();
        assertThat(total.edges().late()).isZero();
        assertThat(total.figures().score().out()).isEqualTo(Duration.ofHours(1));
        assertThat(total.figures().raw().out()).isEqualTo(Duration.ofMinutes(70));
        assertThat(total.figures().afterwards().isNothing()).isFalse();
    }

    @Test
    void keepsNoDayThatMayStillChangeByItself() {
        dana(TODAY.minusDays(1));
        worker("dana").onShift(TODAY, "WORK 06:00-14:00").at(TODAY, "06:00", "AVAILABLE");
        keep();

        assertThat(
                        database.sql("select count(*) from report_day where work_date = ?")
                                .param(TODAY)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(report(TODAY, TODAY, By.AGENT).total().figures().scheduled())
                .isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 19})
    void saysTheSameWithAndWithoutWhatIsKept(long seed) {
        var random = new Random(seed);
        var people = List.of(worker("dana"), worker("kim"), worker("lee"));
        for (int round = 0; round < 12; round++) {
            var person = people.get(random.nextInt(people.size()));
            var date = MONDAY.plusDays(random.nextInt(7));
            switch (random.nextInt(4)) {
                case 0 -> person.onShift(date, "WORK 08:00-16:00", "LUNCH 12:00-12:30");
                case 1 -> person.onShift(date, "WORK 22:00-06:00", "BREAK 01:00-01:15");
                case 2 ->
                        person.at(
                                date,
                                "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)),
                                List.of("AVAILABLE", "AWAY", "UNAVAILABLE/LUNCH")
                                        .get(random.nextInt(3)));
                default -> clock.advance(Duration.ofMinutes(random.nextInt(240)));
            }
            if (random.nextBoolean()) {
                keep();
            }
            sameAsAnew();
        }
        assertThat(kept()).isPositive();
    }

    private void sameAsAnew() {
        var said = said();
        var rows = database.sql("select count(*) from report_day").query(Integer.class).single();
        database.sql("update report_day set basis = concat('-', basis)").update();
        assertThat(said()).isEqualTo(said);
        database.sql("update report_day set basis = substring(basis, 2)").update();
        assertThat(kept()).isEqualTo(rows);
    }

    private List<Object> said() {
        var said = new ArrayList<Object>();
        for (var by : By.values()) {
            var report = report(MONDAY, TODAY, by);
            said.add(report.lines().stream().map(line -> line.key() + line.totals()).toList());
            said.add(report.total());
        }
        return said;
    }
}
