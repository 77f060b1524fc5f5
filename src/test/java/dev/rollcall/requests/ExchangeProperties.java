package dev.rollcall.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.requests.Exchange.Side;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever two people swap in a week.
class ExchangeProperties {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final AgentId DANA = new AgentId(1);
    private static final AgentId ERIN = new AgentId(2);

    private static SortedMap<LocalDate, List<PlannedActivity>> week(Set<Integer> days, int hour) {
        var week = new TreeMap<LocalDate, List<PlannedActivity>>();
        for (int day : days) {
            var date = MONDAY.plusDays(day);
            var start = date.atTime(hour, 0).toInstant(ZoneOffset.UTC);
            week.put(
                    date,
                    List.of(
                            new PlannedActivity(
                                    "WORK", TimeSpan.of(start, start.plus(Duration.ofHours(8))))));
        }
        return week;
    }

    private static List<PlannedActivity> all(SortedMap<LocalDate, List<PlannedActivity>> days) {
        return days.values().stream().flatMap(List::stream).toList();
    }

    @Property
    void losesNoShiftAndDoublesNone(
            @ForAll @Size(max = 7) Set<@IntRange(max = 6) Integer> danas,
            @ForAll @Size(max = 7) Set<@IntRange(max = 6) Integer> erins,
            @ForAll @IntRange(max = 6) int given,
            @ForAll @IntRange(min = -1, max = 6) int back) {
        var dana = new Side(DANA, week(danas, 6));
        var erin = new Side(ERIN, week(erins, 14));

        var exchange =
                Exchange.of(
                        dana,
                        erin,
                        MONDAY.plusDays(given),
                        back < 0 ? null : MONDAY.plusDays(back),
                        _ -> Category.WORK);

        exchange.ifPresent(it -> {
            var before = new ArrayList<>(all(dana.days()));
            before.addAll(all(erin.days()));
            var after = new ArrayList<>(all(it.of(dana)));
            after.addAll(all(it.of(erin)));
            assertThat(after).containsExactlyInAnyOrderElementsOf(before);
            assertThat(it.of(dana).values()).allSatisfy(day -> assertThat(day).hasSizeLessThan(2));
            assertThat(it.of(erin).values()).allSatisfy(day -> assertThat(day).hasSizeLessThan(2));
            assertThat(danas).contains(given);
        });
    }
}
