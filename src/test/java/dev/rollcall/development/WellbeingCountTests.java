package dev.rollcall.development;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WellbeingCountTests {

    private static final LocalDate WEEK = LocalDate.of(2026, 3, 2);
    private static final UnitId TOP = new UnitId(1);
    private static final UnitId NORTH = new UnitId(2);
    private static final UnitId SOUTH = new UnitId(3);

    private static Set<AgentId> people(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(AgentId::new)
                .collect(Collectors.toSet());
    }

    private static Map<AgentId, CheckIn> said(Set<AgentId> people) {
        var said = new HashMap<AgentId, CheckIn>();
        people.forEach(each -> said.put(each, new CheckIn(WEEK, 4, 3, 5, "mine alone")));
        return said;
    }

    /// North has some who said something, South some, and both are below the top.
    private static List<UnitId> told(int north, int south) {
        var inNorth = people(1, north);
        var inSouth = people(100, south);
        Set<AgentId> all = new HashSet<>(inNorth);
        all.addAll(inSouth);
        var units = new LinkedHashMap<UnitId, Set<AgentId>>();
        units.put(NORTH, inNorth);
        units.put(SOUTH, inSouth);
        units.put(TOP, all);
        return WellbeingCount.of(WEEK, units, said(all)).stream().map(WellbeingSum::unit).toList();
    }

    @ParameterizedTest(name = "{0} in the north, {1} in the south: {2}")
    @CsvSource(
            textBlock =
                    """
                    4, 0, ''
                    5, 0, '2 1'
                    5, 5, '2 3 1'
                    5, 4, '2'
                    3, 2, '1'
                    4, 4, '1'
                    """)
    void nothingIsToldThatLeavesFewerThanFive(int north, int south, String units) {
        assertThat(
                        told(north, south).stream()
                                .map(each -> "" + each.value())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(units);
    }

    @Test
    void onlyWhoSaidSomethingIsCountedAndTheMeanHasOneDecimal() {
        var said = said(people(1, 5));
        said.put(new AgentId(1), new CheckIn(WEEK, 1, 1, 1, ""));
        var units = new LinkedHashMap<UnitId, Set<AgentId>>();
        units.put(NORTH, people(1, 9));
        assertThat(WellbeingCount.of(WEEK, units, said))
                .singleElement()
                .isEqualTo(
                        new WellbeingSum(
                                WEEK,
                                NORTH,
                                5,
                                new BigDecimal("3.4"),
                                new BigDecimal("2.6"),
                                new BigDecimal("4.2")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anySumAndAnyDifferenceOfTwoIsOfFiveOrNobody(long seed) {
        var dice = new Random(seed);
        var units = new LinkedHashMap<UnitId, Set<AgentId>>();
        for (int i = 1; i <= 8; i++) {
            Set<AgentId> some = new HashSet<>();
            for (int j = 0; j < 30; j++) {
                if (dice.nextInt(3) == 0) {
                    some.add(new AgentId(j + 1));
                }
            }
            units.put(new UnitId(i), some);
        }
        var said = said(people(1, 30));
        said.keySet().removeIf(_ -> dice.nextInt(4) == 0);
        var told =
                WellbeingCount.of(WEEK, units, said).stream()
                        .map(each -> {
                            Set<AgentId> counted = new HashSet<>(units.get(each.unit()));
                            counted.retainAll(said.keySet());
                            assertThat(each.people()).isEqualTo(counted.size());
                            return counted;
                        })
                        .toList();
        for (var one : told) {
            for (var other : told) {
                Set<AgentId> left = new HashSet<>(one);
                left.removeAll(other);
                assertThat(left.size())
                        .satisfiesAnyOf(
                                size -> assertThat(size).isZero(),
                                size ->
                                        assertThat(size)
                                                .isGreaterThanOrEqualTo(WellbeingCount.LEAST));
            }
        }
    }

    @ParameterizedTest(name = "the week of {0} is counted from {1} on")
    @CsvSource(
            textBlock =
                    """
                    2026-03-02, 2026-03-10T00:00:00Z
                    2026-03-09, 2026-03-17T00:00:00Z
                    """)
    void aWeekIsCountedWhenItIsOverForEverybodyOnEarth(LocalDate week, Instant from) {
        assertThat(CheckIn.countedFrom(week)).isEqualTo(from);
        assertThat(CheckIn.weekOf(week.plusDays(6))).isEqualTo(week);
        assertThat(CheckIn.weekOf(week)).isEqualTo(week);
    }
}
