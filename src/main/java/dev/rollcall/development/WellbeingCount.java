package dev.rollcall.development;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.Tellable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.ToIntFunction;

/// What a week was like for units: whatever is told, and whatever one figure leaves of others, is
/// of five people or more (decision 0046). Pure.
final class WellbeingCount {

    /// How many people a figure is made of at least.
    static final int LEAST = 5;

    private WellbeingCount() {}

    /// What may be told of a week.
    ///
    /// @param units whose home is in them or below them, in the order in which they are told; it
    ///   depends on no figure
    /// @param said by whoever said how their week was
    static List<WellbeingSum> of(
            LocalDate week, SequencedMap<UnitId, Set<AgentId>> units, Map<AgentId, CheckIn> said) {
        var wanted = new LinkedHashMap<UnitId, Set<AgentId>>();
        units.sequencedEntrySet()
                .forEach(each -> {
                    Set<AgentId> people = new HashSet<>(each.getValue());
                    people.retainAll(said.keySet());
                    wanted.put(each.getKey(), people);
                });
        return Tellable.of(wanted, LEAST).stream()
                .map(unit -> sum(week, unit, wanted.getOrDefault(unit, Set.of()), said))
                .toList();
    }

    private static WellbeingSum sum(
            LocalDate week, UnitId unit, Set<AgentId> people, Map<AgentId, CheckIn> said) {
        var all = people.stream().flatMap(each -> said(said, each).stream()).toList();
        return new WellbeingSum(
                week,
                unit,
                all.size(),
                mean(all, CheckIn::mood),
                mean(all, CheckIn::pace),
                mean(all, CheckIn::support));
    }

    private static List<CheckIn> said(Map<AgentId, CheckIn> all, AgentId agent) {
        var one = all.get(agent);
        return one == null ? List.of() : List.of(one);
    }

    private static BigDecimal mean(Collection<CheckIn> all, ToIntFunction<CheckIn> mark) {
        return BigDecimal.valueOf(all.stream().mapToInt(mark).sum())
                .divide(BigDecimal.valueOf(all.size()), 1, RoundingMode.HALF_UP);
    }
}
