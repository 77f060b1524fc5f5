package dev.rollcall.incentives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.incentives.Reason.Outcome;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningTests {

    private static final List<Threshold> CURVE =
            List.of(
                    new Threshold(new BigDecimal("90"), 50),
                    new Threshold(new BigDecimal("95"), 100),
                    new Threshold(new BigDecimal("98"), 200));

    static Rules rules(
            Measure measure, List<Threshold> thresholds, List<Rate> rates, List<Floor> floors) {
        return new Rules(
                "Scheme",
                "",
                measure,
                measure.isMoney() ? "EUR" : null,
                Rhythm.MONTH,
                thresholds,
                rates,
                floors,
                null,
                0,
                List.of(),
                List.of(),
                5);
    }

    private static PersonFigures shares(Map<Measure, BigDecimal> shares) {
        return new PersonFigures(20, shares, 30, 400, Map.of(), Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "89.99999999, 0",
        "90, 50",
        "91, 60",
        "92.09, 70",
        "94.99999999, 99",
        "95, 100",
        "96.5, 150",
        "97.99, 199",
        "98, 200",
        "100, 200"
    })
    void pointsGrowEvenlyBetweenThresholdsAndAreRoundedDownOnce(BigDecimal figure, long points) {
        assertThat(Earning.points(CURVE, figure)).isEqualTo(points);
    }

    @Property
    void aBetterFigureNeverBringsFewerPoints(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1000) Integer> ats,
            @ForAll @Size(6) List<@IntRange(max = 500) Integer> steps,
            @ForAll @IntRange(max = 110_000) int one,
            @ForAll @IntRange(max = 110_000) int other) {
        var curve = new TreeMap<BigDecimal, Threshold>();
        ats.stream()
                .sorted()
                .forEach(at -> {
                    long before = curve.isEmpty() ? 0 : curve.lastEntry().getValue().points();
                    var figure = BigDecimal.valueOf(at);
                    curve.put(figure, new Threshold(figure, before + steps.get(curve.size() % 6)));
                });
        var thresholds = List.copyOf(curve.values());
        var lower = BigDecimal.valueOf(Math.min(one, other), 2);
        var higher = BigDecimal.valueOf(Math.max(one, other), 2);
        assertThat(Earning.points(thresholds, lower))
                .isLessThanOrEqualTo(Earning.points(thresholds, higher));
    }

    @Test
    void aFloorThatDoesNotHoldPaysNothingAndIsNamed() {
        var rules =
                rules(
                        Measure.CALLS,
                        List.of(new Threshold(BigDecimal.valueOf(300), 100)),
                        List.of(),
                        List.of(
                                new Floor(Measure.ADHERENCE, new BigDecimal("85")),
                                new Floor(Measure.QUALITY, new BigDecimal("80"))));
        var held =
                Earning.of(
                        rules,
                        shares(
                                Map.of(
                                        Measure.ADHERENCE, new BigDecimal("85"),
                                        Measure.QUALITY, new BigDecimal("80.1"))));
        assertThat(held.outcome()).isEqualTo(Outcome.EARNED);
        assertThat(held.given()).isEqualTo(100);
        assertThat(held.passed()).isEqualByComparingTo("300");
        var failed =
                Earning.of(
                        rules,
                        shares(
                                Map.of(
                                        Measure.ADHERENCE, new BigDecimal("90"),
                                        Measure.QUALITY, new BigDecimal("79.99999999"))));
        assertThat(failed.outcome()).isEqualTo(Outcome.FLOOR);
        assertThat(failed.floor()).isEqualTo(Measure.QUALITY);
        assertThat(failed.floorFigure()).isEqualByComparingTo("79.99999999");
        assertThat(failed.earned()).isZero();
        assertThat(
                        Earning.of(rules, shares(Map.of(Measure.ADHERENCE, BigDecimal.TEN.pow(2))))
                                .floor())
                .as("what was not measured does not hold")
                .isEqualTo(Measure.QUALITY);
    }

    @Test
    void nothingMeasuredAndTooFewDaysAreSaidAsSuch() {
        var rules = rules(Measure.ADHERENCE, CURVE, List.of(), List.of());
        assertThat(Earning.of(rules, PersonFigures.NONE).outcome()).isEqualTo(Outcome.NO_FIGURE);
        var days =
                new Rules(
                        "Scheme",
                        "",
                        Measure.ADHERENCE,
                        null,
                        Rhythm.MONTH,
                        CURVE,
                        List.of(),
                        List.of(),
                        null,
                        21,
                        List.of(),
                        List.of(),
                        5);
        assertThat(
                        Earning.of(days, shares(Map.of(Measure.ADHERENCE, BigDecimal.valueOf(99))))
                                .outcome())
                .isEqualTo(Outcome.FEW_DAYS);
    }

    @Test
    void commissionAddsPointsOfCurrenciesAndNeverCurrencies() {
        var rates =
                List.of(
                        new Rate("EUR", new BigDecimal("0.015")),
                        new Rate("USD", new BigDecimal("0.0125")));
        // 15.0075 + 12.9875 = 27.995: rounded once; each by itself would come to the same here,
        // 0.6 and 0.6 would not.
        assertThat(Earning.commission(rates, money("1000.50", "1039"))).isEqualTo(27);
        assertThat(Earning.commission(rates, money("40", "48"))).isEqualTo(1);
        assertThat(Earning.commission(rates, money("1000", "-500")))
                .as("what was given back in one currency takes nothing from another")
                .isEqualTo(15);
        assertThat(Earning.commission(rates, Map.of("GBP", BigDecimal.valueOf(1_000_000))))
                .isZero();
    }

    private static Map<String, BigDecimal> money(String eur, String usd) {
        return Map.of("EUR", new BigDecimal(eur), "USD", new BigDecimal(usd));
    }

    // ------------------------------------------------------------------ the cap

    private static Map<String, Long> earned(List<Long> points) {
        var earned = new LinkedHashMap<String, Long>();
        points.forEach(each -> earned.put("p" + earned.size(), each));
        return earned;
    }

    @Test
    void theCapLeavesTheSameShareAndNeverBreaksATie() {
        assertThat(Cut.within(100, earned(List.of(30L, 70L))).values()).containsExactly(30L, 70L);
        assertThat(Cut.within(10, earned(List.of(7L, 7L, 6L))).values())
                .as("3.5, 3.5, 3.0: one point for two people is given to neither")
                .containsExactly(3L, 3L, 3L);
        assertThat(Cut.within(10, earned(List.of(50L, 25L, 24L))).values())
                .as("5.05, 2.53, 2.42")
                .containsExactly(5L, 3L, 2L);
        assertThat(Cut.within(0, earned(List.of(5L, 5L))).values()).containsExactly(0L, 0L);
    }

    @Property
    void pointsNeverExceedTheCapAndEqualClaimsGetTheSame(
            @ForAll @Size(max = 30) List<@LongRange(max = 1_000_000_000) Long> points,
            @ForAll @LongRange(max = 2_000_000_000) long cap) {
        var earned = earned(points);
        var given = Cut.within(cap, earned);
        assertThat(given.values().stream().mapToLong(each -> each).sum()).isLessThanOrEqualTo(cap);
        given.forEach((one, got) -> {
            long claim = earned.getOrDefault(one, 0L);
            assertThat(got).isBetween(0L, claim);
            given.forEach((other, gotOther) -> {
                long otherClaim = earned.getOrDefault(other, 0L);
                if (claim == otherClaim) {
                    assertThat(got).isEqualTo(gotOther);
                } else if (claim < otherClaim) {
                    assertThat(got).isLessThanOrEqualTo(gotOther);
                }
            });
        });
        if (points.stream().mapToLong(each -> each).sum() <= cap) {
            assertThat(given).isEqualTo(earned);
        }
    }

    @Test
    void sumsOfPeoplesOwnFiguresAreToldOfFivePeopleOrNotAtAll() {
        var rules =
                rules(
                        Measure.CALLS,
                        List.of(new Threshold(BigDecimal.ONE, 10)),
                        List.of(),
                        List.of());
        var got = Earning.of(rules, shares(Map.of()));
        var none = Earning.of(rules, PersonFigures.NONE);
        assertThat(Sums.of(List.of(got, got, got, got, got), true).points()).isEqualTo(50);
        assertThat(Sums.of(List.of(got, got, got, got), true).points()).isNull();
        assertThat(Sums.of(List.of(got, got, got, got, got, none), true).earning())
                .as("all but one got points: the one is told of")
                .isNull();
        assertThat(Sums.of(List.of(got, none), false).middle()).isEqualTo(10);
    }
}
