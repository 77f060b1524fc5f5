package dev.rollcall.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.FactResult.Outcome;
import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.KpiLog;
import dev.rollcall.kpi.KpiSums;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.performance.Growth.Direction;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// Dana works from Monday to Friday, in UTC. It is Monday, 2 March 2026, 8 o'clock.
@ModuleTest
class OwnPerformanceTests {

    private static final Actor BILLING = new Actor(Actor.Kind.TOKEN, "billing", "Billing");
    private static final Currency USD = Currency.getInstance("USD");
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);

    @Autowired private OwnPerformance performance;
    @Autowired private GoalTable goals;
    @Autowired private GoalsAttained attained;
    @Autowired private KpiSums sums;
    @Autowired private KpiLog log;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;

    private Agent dana;
    private UserId self;
    private int number;

    @BeforeEach
    void dana() {
        dana = floor.agent("dana").agent();
        self = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
    }

    private PerformancePage page(@Nullable YearMonth month, @Nullable LocalDate week) {
        return SignIns.as(self, () -> performance.page(month, week)).orElseThrow();
    }

    private MetricCard card(PerformancePage page, Metric metric) {
        return page.cards().stream()
                .filter(card -> card.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private void facts(List<KpiFact> facts) {
        access.asSystem(
                "test",
                () -> {
                    for (int from = 0; from < facts.size(); from += 1000) {
                        var part = facts.subList(from, Math.min(facts.size(), from + 1000));
                        assertThat(log.take(part, BILLING, Scope.everyone()))
                                .allMatch(result -> result.outcome() == Outcome.ACCEPTED);
                    }
                });
    }

    private KpiFact fact(FactKind kind, Instant at, String amount) {
        return new KpiFact(
                "/test",
                "f" + ++number,
                1,
                "dana",
                at,
                kind,
                amount.isEmpty() ? null : new BigDecimal(amount),
                null,
                amount.isEmpty() ? null : USD,
                null,
                null,
                null,
                null);
    }

    private List<KpiFact> facts(FactKind kind, String day, int count) {
        var facts = new ArrayList<KpiFact>();
        for (int i = 0; i < count; i++) {
            facts.add(fact(kind, at(day, "07:00"), ""));
        }
        return facts;
    }

    private static Instant at(String day, String time) {
        return LocalDate.parse(day)
                .atTime(java.time.LocalTime.parse(time))
                .toInstant(ZoneOffset.UTC);
    }

    private void goal(Metric metric, String from, String value) {
        goals.set(
                new Goal(
                        Subject.of(dana.unit()),
                        metric,
                        YearMonth.parse(from),
                        new BigDecimal(value),
                        metric.isMoney() ? USD : null),
                clock.instant(),
                BILLING);
    }

    @Test
    void reproducesTheSampleToTheCent() {
        var all = new ArrayList<KpiFact>();
        // A week of January 2024, from Monday the 8th on.
        var calls = List.of(24, 19, 22, 20, 18);
        var payments = List.of("15240", "12180", "18940", "14560", "13280");
        var services = List.of(8, 6, 9, 7, 5);
        for (int day = 0; day < 5; day++) {
            var date = "2024-01-%02d".formatted(8 + day);
            all.addAll(facts(FactKind.CALL, date, calls.get(day)));
            all.addAll(facts(FactKind.SERVICE, date, services.get(day)));
            all.add(fact(FactKind.PAYMENT, at(date, "08:00"), payments.get(day)));
        }
        // And the rest of the month.
        all.addAll(facts(FactKind.CALL, "2024-01-22", 432 - 103));
        all.addAll(facts(FactKind.SERVICE, "2024-01-22", 156 - 35));
        all.addAll(facts(FactKind.COMPLAINT, "2024-01-23", 89));
        all.add(fact(FactKind.PAYMENT, at("2024-01-31", "23:59"), "211139.99"));
        all.add(fact(FactKind.PAYMENT, at("2024-01-01", "00:00"), "0.01"));
        facts(all);

        var page = page(JANUARY, LocalDate.of(2024, 1, 10));

        assertThat(card(page, Metric.PAYMENTS_COLLECTED).amount())
                .isEqualTo(new Amount(new BigDecimal("285340"), USD));
        assertThat(card(page, Metric.SERVICES_RAISED).amount().value()).isEqualByComparingTo("156");
        assertThat(card(page, Metric.COMPLAINTS_REGISTERED).amount().value())
                .isEqualByComparingTo("89");
        assertThat(card(page, Metric.TOTAL_CALLS).amount().value()).isEqualByComparingTo("432");
        var week = page.week();
        assertThat(week.days()).hasSize(5).first().isEqualTo(LocalDate.of(2024, 1, 8));
        assertThat(week.lines())
                .extracting(line -> line.metric() + " " + line.total().value().toPlainString())
                .containsExactly(
                        "TOTAL_CALLS 103",
                        "PAYMENTS_COLLECTED 74200",
                        "SERVICES_RAISED 35",
                        "COMPLAINTS_REGISTERED 0");
        var paid = week.lines().get(1);
        assertThat(paid.average().orElseThrow().value()).isEqualByComparingTo("14840");
        assertThat(paid.best()).isEqualTo("2024-01-10");
        assertThat(paid.worst()).isEqualTo("2024-01-09");
        assertThat(paid.cells().get(1).growth())
                .isEqualTo(new Growth(Direction.DOWN, new BigDecimal("20.1")));
        assertThat(paid.cells().get(2).running().value()).isEqualByComparingTo("46360");
        // Nothing is known of the month before the first.
        assertThat(card(page, Metric.TOTAL_CALLS).growth().direction())
                .isEqualTo(Direction.NOT_AVAILABLE);
        assertThat(week.lines().get(3).best()).isNull();
    }

    @Test
    void comparesTheRunningMonthWithTheSameMomentOfTheLast() {
        // The second of March is its first working day, that of February was Monday the 2nd.
        facts(
                List.of(
                        fact(FactKind.PAYMENT, at("2026-02-02", "07:30"), "100"),
                        fact(FactKind.PAYMENT, at("2026-02-02", "09:00"), "300"),
                        fact(FactKind.PAYMENT, at("2026-02-20", "09:00"), "600"),
                        fact(FactKind.PAYMENT, at("2026-03-02", "07:45"), "110")));

        var payments = card(page(null, null), Metric.PAYMENTS_COLLECTED);

        assertThat(payments.growth()).isEqualTo(new Growth(Direction.DOWN, new BigDecimal("89.0")));
        assertThat(payments.fair()).isEqualTo(new Growth(Direction.UP, new BigDecimal("10.0")));
        assertThat(payments.fairDay()).isEqualTo(1);
        var february = card(page(YearMonth.of(2026, 2), null), Metric.PAYMENTS_COLLECTED);
        assertThat(february.fair()).isNull();
        assertThat(february.history()).hasSize(13);
        assertThat(february.history().getLast().amount().value()).isEqualByComparingTo("1000");
    }

    @Test
    void offersEveryMonthSinceTheFirstFactAndNoneToCome() {
        facts(facts(FactKind.CALL, "2024-11-05", 1));

        var page = page(YearMonth.of(2027, 1), LocalDate.of(2027, 1, 1));

        assertThat(page.month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(page.months()).hasSize(17).first().isEqualTo(YearMonth.of(2026, 3));
        assertThat(page.months()).last().isEqualTo(YearMonth.of(2024, 11));
        assertThat(page.withFacts()).containsExactly(YearMonth.of(2024, 11));
        assertThat(page.week().monday()).isEqualTo("2026-03-02");
    }

    @Test
    void saysWhoIsBehindPaceAndWhoReachedTheGoal() {
        goal(Metric.SERVICES_RAISED, "2026-01", "22");
        goal(Metric.PAYMENTS_COLLECTED, "2026-01", "100");
        goal(Metric.TOTAL_CALLS, "2026-01", "440");
        clock.advance(Duration.ofDays(4));
        facts(facts(FactKind.SERVICE, "2026-03-03", 3));
        facts(List.of(fact(FactKind.PAYMENT, at("2026-03-04", "10:00"), "100.00")));

        var page = page(null, null);

        assertThat(page.alerts())
                .containsExactly(
                        new Alert(
                                Metric.PAYMENTS_COLLECTED,
                                Alert.Kind.GOAL_REACHED,
                                BigDecimal.ZERO,
                                USD),
                        new Alert(
                                Metric.SERVICES_RAISED,
                                Alert.Kind.BEHIND_PACE,
                                BigDecimal.valueOf(2),
                                null));
        assertThat(page(YearMonth.of(2026, 2), null).alerts()).isEmpty();
    }

    @Test
    void showsPaymentsInOtherCurrenciesBesideAndNeverInTheSum() {
        facts(
                List.of(
                        fact(FactKind.PAYMENT, at("2026-03-02", "07:00"), "10"),
                        fact(FactKind.PAYMENT, at("2026-03-02", "07:01"), "20")));
        var euro = Currency.getInstance("EUR");
        facts(
                List.of(
                        new KpiFact(
                                "/test",
                                "euro",
                                1,
                                "dana",
                                at("2026-03-02", "07:02"),
                                FactKind.PAYMENT,
                                new BigDecimal("5.50"),
                                null,
                                euro,
                                null,
                                null,
                                null,
                                null)));

        var payments = card(page(null, null), Metric.PAYMENTS_COLLECTED);

        assertThat(payments.amount()).isEqualTo(new Amount(BigDecimal.valueOf(30), USD));
        assertThat(payments.others()).containsExactly(new Amount(new BigDecimal("5.50"), euro));
    }

    @Test
    void letsPeopleSetThemselvesGoalsNobodyElseSees() {
        SignIns.as(
                self,
                () -> {
                    performance.aim(
                            Metric.TOTAL_CALLS, YearMonth.of(2026, 3), new BigDecimal("500"));
                    return null;
                });

        var calls = card(page(null, null), Metric.TOTAL_CALLS);
        assertThat(calls.pace()).isNull();
        assertThat(calls.own()).isNotNull();
        assertThatThrownBy(() ->
                        SignIns.as(
                                self,
                                () -> {
                                    performance.aim(
                                            Metric.TOTAL_CALLS,
                                            YearMonth.of(2026, 3),
                                            BigDecimal.ZERO);
                                    return null;
                                }))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void saysOfManyHowMuchOfTheirGoalsTheyReachedAndToNobodyButTheHouse() {
        goal(Metric.TOTAL_CALLS, "2026-01", "440");
        facts(facts(FactKind.CALL, "2026-02-03", 22));
        var erin = floor.agent("erin").agent();

        // Two of February's twenty working days were asked for 44.
        var from = LocalDate.of(2026, 2, 2);
        var reached =
                attained.percent(List.of(dana.id(), erin.id()), from, LocalDate.of(2026, 2, 4));
        assertThat(reached.get(dana.id())).isEqualTo(50.0);
        assertThat(reached.get(erin.id())).isZero();
        assertThatThrownBy(() -> SignIns.as(self, () -> sums.of(List.of(dana.id()), from, from)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void hasNoPageForWhoIsNoAgent() {
        var kim = signIns.user(Assignment.everywhere(Role.SUPERVISOR)).id();
        assertThatThrownBy(() -> SignIns.as(kim, () -> performance.page(null, null)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
