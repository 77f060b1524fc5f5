package dev.rollcall.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.KpiLog;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// What is told of teams. It is Monday, 2 March 2026: January is counted, February not yet.
@ModuleTest
class TeamReportsTests {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Autowired private TeamReports reports;
    @Autowired private TeamMonths months;
    @Autowired private GoalTable goals;
    @Autowired private KpiLog log;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;
    private int number;

    /// Six people of "care" with 10 to 60 calls, three of "tiny" with 7 each.
    private UnitId care() {
        UnitId care = null;
        for (int person = 1; person <= 6; person++) {
            care = floor.agent("care-" + person).agent().unit();
            calls("care-" + person, "2026-01-15", person * 10);
        }
        floor.unit("tiny", "UTC");
        for (int person = 1; person <= 3; person++) {
            floor.agent("tiny-" + person, "tiny");
            calls("tiny-" + person, "2026-01-15", 7);
        }
        return Objects.requireNonNull(care);
    }

    private void calls(String agent, String day, int count) {
        var facts = new ArrayList<KpiFact>();
        for (int i = 0; i < count; i++) {
            facts.add(
                    new KpiFact(
                            "/test",
                            "f" + ++number,
                            1,
                            agent,
                            Instant.parse(day + "T09:00:00Z"),
                            FactKind.CALL,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
        }
        access.asSystem("test", () -> log.take(facts, Actor.system("test"), Scope.everyone()));
    }

    private int count() {
        return access.asSystem("test", months::countDue);
    }

    private TeamReport report(Assignment... assignments) {
        var boss = signIns.user(assignments);
        return SignIns.as(boss.id(), () -> reports.of(null)).orElseThrow();
    }

    @Test
    void addsAMonthUpOnceItsLateFactsAreInAndForGood() {
        var care = care();
        calls("care-1", "2026-02-10", 5);
        goals.set(
                new Goal(
                        Subject.of(care),
                        Metric.TOTAL_CALLS,
                        JANUARY,
                        BigDecimal.valueOf(70),
                        null),
                clock.instant(),
                Actor.system("test"));

        assertThat(count()).isEqualTo(1);
        calls("care-1", "2026-01-20", 1);
        assertThat(count()).isZero();

        var report = report(Assignment.everywhere(Role.SUPERVISOR));
        assertThat(report.months()).containsExactly(JANUARY);
        var line =
                report.lines().stream()
                        .filter(each -> each.subject().equals(Subject.of(care)))
                        .findFirst()
                        .orElseThrow();
        var figures = Objects.requireNonNull(line.figures());
        assertThat(figures.people()).isEqualTo(6);
        assertThat(figures.sum()).isEqualByComparingTo("210");
        assertThat(figures.mean()).isEqualByComparingTo("35");
        // Between 20 and 30, in the middle of 30 and 40, between 40 and 50; to two digits.
        assertThat(figures.lower()).isEqualByComparingTo("23");
        assertThat(figures.median()).isEqualByComparingTo("35");
        assertThat(figures.upper()).isEqualByComparingTo("48");
        assertThat(line.goal()).isEqualByComparingTo("70");
        clock.advance(Duration.ofDays(4));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void tellsNothingOfFewerThanFiveNorOfWhatWouldGiveThemAway() {
        care();
        count();

        var report = report(Assignment.everywhere(Role.SUPERVISOR));

        assertThat(report.lines())
                .extracting(line -> line.name() + " " + (line.figures() != null))
                .containsExactly(" false", "care true", "tiny false");
        assertThatThrownBy(() ->
                        database.sql(
                                        """
                                        update performance_team_line
                                        set people = 3, total = 1, lower_quartile = 1, median = 1,
                                            upper_quartile = 1
                                        where people is null
                                        """)
                                .update())
                .hasMessageContaining("performance_team_line_fewest");
    }

    @Test
    void showsEverybodyTheirOwnTeamsOnly() {
        var care = care();
        count();

        var report = report(Assignment.inUnit(Role.SUPERVISOR, care));

        assertThat(report.lines()).extracting(TeamReport.Line::name).containsExactly("care");
        var agent =
                signIns.user(floor.agent("dana").agent().id(), Assignment.everywhere(Role.AGENT));
        assertThatThrownBy(() -> SignIns.as(agent.id(), () -> reports.of(null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> SignIns.as(agent.id(), months::countDue))
                .isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4 5, 2, 3, 4",
        "0 0 0 0 1234, 0, 0, 0",
        "1111 2222 3333 4444 5555, 2200, 3300, 4400"
    })
    void saysHowItIsSpreadToTwoDigits(String values, String lower, String median, String upper) {
        var figures =
                TeamFigures.of(List.of(values.split(" ")).stream().map(BigDecimal::new).toList());
        assertThat(figures.lower()).isEqualByComparingTo(lower);
        assertThat(figures.median()).isEqualByComparingTo(median);
        assertThat(figures.upper()).isEqualByComparingTo(upper);
    }
}
