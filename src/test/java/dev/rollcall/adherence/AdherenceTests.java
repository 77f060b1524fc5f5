package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.adherence.FiguresQuery.GroupBy;
import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/// Figures over days and people, and one person's day.
@ModuleTest
class AdherenceTests {

    private static final LocalDate TODAY = Floor.TODAY;
    private static final LocalDate FRIDAY = TODAY.minusDays(3);

    @Autowired private Adherence adherence;
    @Autowired private AdherenceSettings settings;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    @Test
    void givesTheThreeFiguresOfADayThatIsOver() {
        var dana =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                        .at(FRIDAY, "08:00", "AVAILABLE")
                        .at(FRIDAY, "12:00", "UNAVAILABLE/LUNCH")
                        .at(FRIDAY, "12:45", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");

        var figures = figures(dana.agent(), FRIDAY);

        assertThat(figures.raw().out()).isEqualTo(Duration.ofMinutes(15));
        assertThat(figures.score().percent().orElseThrow().rounded(2))
                .isEqualTo(new BigDecimal("96.88"));
        assertThat(figures.conformance().orElseThrow().rounded(2))
                .isEqualTo(new BigDecimal("96.67"));
    }

    @Test
    void countsADayThatGoesOnUpToNow() {
        var dana = floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE");

        assertThat(figures(dana.agent(), TODAY).scheduled()).isEqualTo(Duration.ofHours(1));

        clock.advance(Duration.ofMinutes(30));

        assertThat(figures(dana.agent(), TODAY).scheduled()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void addsUpSecondsAndNeverPercentages() {
        floor.agent("full")
                .onShift(FRIDAY, "WORK 08:00-16:00")
                .at(FRIDAY, "08:00", "AVAILABLE")
                .at(FRIDAY, "16:00", "AWAY");
        floor.agent("short")
                .onShift(FRIDAY, "WORK 08:00-09:00")
                .at(FRIDAY, "08:00", "AVAILABLE")
                .at(FRIDAY, "08:30", "AWAY");

        var team = query(FRIDAY, FRIDAY, GroupBy.DAY).getFirst().figures();

        assertThat(team.score().percent().orElseThrow().rounded(2))
                .isEqualTo(new BigDecimal("94.44"));
    }

    @Test
    void judgesANightShiftOnTheDayItStarts() {
        var night =
                floor.agent("owl")
                        .onShift(FRIDAY, "WORK 22:00-06:00")
                        .at(FRIDAY, "22:00", "AVAILABLE")
                        .at(FRIDAY.plusDays(1), "06:00", "AWAY");

        assertThat(figures(night.agent(), FRIDAY).score().in()).isEqualTo(Duration.ofHours(8));
        assertThat(figures(night.agent(), FRIDAY.plusDays(1)).scheduled()).isZero();
    }

    @Test
    void judgesAgainWhenALateEventTouchesADayThatIsOver() {
        var dana =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00")
                        .at(FRIDAY, "08:00", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");
        assertThat(figures(dana.agent(), FRIDAY).score().out()).isZero();

        dana.at(FRIDAY, "10:00", "UNAVAILABLE/BREAK").at(FRIDAY, "10:20", "AVAILABLE");

        assertThat(figures(dana.agent(), FRIDAY).score().out()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void judgesAgainWhenThePlanOfADayThatIsOverIsEdited() {
        var dana =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00")
                        .at(FRIDAY, "09:00", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");
        assertThat(figures(dana.agent(), FRIDAY).score().out()).isEqualTo(Duration.ofHours(1));

        dana.onShift(FRIDAY, "WORK 09:00-16:00");

        assertThat(figures(dana.agent(), FRIDAY).score().out()).isZero();
    }

    @Test
    void keepsTheRulesOlderDaysWereJudgedBy() {
        var dana =
                floor.agent("dana")
                        .onShift(FRIDAY.minusDays(1), "WORK 08:00-16:00")
                        .at(FRIDAY.minusDays(1), "08:01", "AVAILABLE")
                        .at(FRIDAY.minusDays(1), "16:00", "AWAY")
                        .onShift(FRIDAY, "WORK 08:00-16:00")
                        .at(FRIDAY, "08:01", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");
        assertThat(figures(dana.agent(), FRIDAY).score().out()).isZero();

        withoutGraceFrom(FRIDAY);

        assertThat(figures(dana.agent(), FRIDAY).score().out()).isEqualTo(Duration.ofMinutes(1));
        assertThat(figures(dana.agent(), FRIDAY.minusDays(1)).score().out()).isZero();
    }

    @Test
    void keepsRecordsOnlyOfDaysThatAreOver() {
        floor.agent("dana").onShift(FRIDAY, "WORK 08:00-16:00").onShift("WORK 07:00-16:00");

        query(FRIDAY, TODAY, GroupBy.DAY);

        assertThat(
                        database.sql("SELECT DISTINCT work_date FROM adherence_day ORDER BY 1")
                                .query(LocalDate.class)
                                .list())
                .containsExactly(FRIDAY, FRIDAY.plusDays(1), FRIDAY.plusDays(2));
    }

    @Test
    void findsTheSameInRecordsAsInTheLog() {
        floor.agent("dana")
                .onShift(FRIDAY, "WORK 08:00-16:00", "BREAK 10:00-10:15")
                .at(FRIDAY, "08:03", "AVAILABLE")
                .at(FRIDAY, "10:02", "UNAVAILABLE/BREAK")
                .at(FRIDAY, "10:40", "AVAILABLE")
                .at(FRIDAY, "15:30", "AWAY");

        var judged = query(FRIDAY, FRIDAY, GroupBy.AGENT);
        var fromRecords = query(FRIDAY, FRIDAY, GroupBy.AGENT);

        assertThat(fromRecords).isEqualTo(judged);
    }

    @Test
    void leavesOutWhoIsNotInScope() {
        floor.unit("elsewhere", "UTC");
        floor.agent("dana").onShift(FRIDAY, "WORK 08:00-16:00");
        var other = floor.agent("other", "elsewhere").onShift(FRIDAY, "WORK 08:00-16:00").agent();
        var scope = Scope.ofUnits(Set.of(other.unit()));

        var lines =
                asSystem(() ->
                        adherence.figures(
                                new FiguresQuery(FRIDAY, FRIDAY, null, null, GroupBy.AGENT),
                                scope));

        assertThat(lines).extracting(FiguresLine::agent).containsExactly(other.id());
    }

    @Test
    void hasNoTimelineOfSomebodyOutOfScope() {
        var dana = floor.agent("dana").agent();

        assertThat(asSystem(() -> adherence.timeline(dana.id(), TODAY, Scope.nobody()))).isEmpty();
    }

    @Test
    void writesDownWhoLookedAtSomebodysDay() {
        var dana = floor.agent("dana").agent();

        asSystem(() -> adherence.timeline(dana.id(), TODAY, Scope.everyone()));

        assertThat(
                        database.sql(
                                        "SELECT COUNT(*) FROM audit_entry WHERE kind = 'LOOK' AND which = 'dana'")
                                .query(Long.class)
                                .single())
                .isPositive();
    }

    @Test
    void writesDownOneLookForADayThoseBeforeItAndAMinute() {
        var dana =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00")
                        .at(FRIDAY, "09:00", "AVAILABLE")
                        .onShift(FRIDAY.minusDays(1), "WORK 08:00-16:00")
                        .agent();
        var at = FRIDAY.atTime(8, 30).toInstant(ZoneOffset.UTC);

        var found =
                asSystem(() -> adherence.days(dana.id(), FRIDAY, 10, at, Scope.everyone()))
                        .orElseThrow();

        assertThat(found.before())
                .extracting(PersonTimeline::date)
                .containsExactly(FRIDAY.minusDays(1));
        assertThat(found.explained())
                .isEqualTo(
                        asSystem(() -> adherence.explain(dana.id(), at, Scope.everyone()))
                                .orElseThrow());
        assertThat(
                        database.sql(
                                        "SELECT screen FROM audit_entry WHERE kind = 'LOOK' AND which = 'dana'"
                                                + " ORDER BY id")
                                .query(String.class)
                                .list())
                .containsExactly("timeline " + FRIDAY, "minute of " + FRIDAY);
    }

    @Test
    void namesTheDeviationsOfADay() {
        var dana =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                        .at(FRIDAY, "08:00", "AVAILABLE")
                        .at(FRIDAY, "12:00", "UNAVAILABLE/LUNCH")
                        .at(FRIDAY, "12:45", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");

        var timeline =
                asSystem(() -> adherence.timeline(dana.agent().id(), FRIDAY, Scope.everyone()))
                        .orElseThrow();

        assertThat(timeline.assessment().deviations())
                .singleElement()
                .satisfies(deviation -> {
                    assertThat(deviation.edge()).isEqualTo(Edge.LATE);
                    assertThat(deviation.duration()).isEqualTo(Duration.ofMinutes(15));
                });
    }

    @Test
    void refusesARangeThatIsTurnedRound() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> query(TODAY, FRIDAY, GroupBy.DAY))
                .satisfies(e -> assertThat(e.problems().getFirst().pointer()).isEqualTo("/to"));
    }

    @Test
    void answersNobodyWhoIsNotSignedIn() {
        assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                .isThrownBy(() ->
                        adherence.figures(
                                new FiguresQuery(FRIDAY, FRIDAY, null, null, GroupBy.DAY),
                                Scope.everyone()));
    }

    private void withoutGraceFrom(LocalDate date) {
        asSystem(() ->
                settings.save(
                        null,
                        SettingsForms.withoutGrace(date),
                        null,
                        null,
                        Scope.everyone(),
                        Actor.system("test")));
    }

    private Figures figures(Agent agent, LocalDate date) {
        return query(date, date, GroupBy.AGENT).stream()
                .filter(line -> agent.id().equals(line.agent()))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    private List<FiguresLine> query(LocalDate from, LocalDate to, GroupBy groupBy) {
        return asSystem(() ->
                adherence.figures(
                        new FiguresQuery(from, to, null, null, groupBy), Scope.everyone()));
    }

    private <T> T asSystem(java.util.function.Supplier<T> question) {
        return Objects.requireNonNull(access.<T>asSystem("test", question));
    }
}
