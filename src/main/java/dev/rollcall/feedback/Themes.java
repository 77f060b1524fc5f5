package dev.rollcall.feedback;

import dev.rollcall.feedback.FeedbackTable.Mention;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.Tellable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What feedback is about, in sums that tell of nobody alone: what is counted is told of five
/// people or more, and so is what one sum leaves of another. Pure.
final class Themes {

    /// How many people a figure is made of at least.
    static final int LEAST = 5;

    private Themes() {}

    /// One tag.
    ///
    /// @param unit null: of all units
    /// @param praise how often it was given as praise
    /// @param notes how often as a note
    record Theme(String tag, @Nullable UnitId unit, int praise, int notes) {}

    /// What may be told: each tag first for all units together, then for each of them.
    ///
    /// @param unit of whom the counts of a unit are made
    static List<Theme> of(List<Mention> mentions, Function<AgentId, UnitId> unit) {
        var byTag =
                mentions.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Mention::tag, TreeMap::new, Collectors.toList()));
        var found = new ArrayList<Theme>();
        byTag.forEach((tag, all) -> {
            // Of one tag, all sets that are asked for; the key of all units together is 0.
            var wanted = new LinkedHashMap<Long, Set<AgentId>>();
            wanted.put(0L, people(all));
            all.stream()
                    .map(each -> unit.apply(each.agent()))
                    .distinct()
                    .sorted(Comparator.comparing(UnitId::value))
                    .forEach(each ->
                            wanted.put(
                                    each.value(),
                                    people(
                                            all.stream()
                                                    .filter(one ->
                                                            unit.apply(one.agent()).equals(each))
                                                    .toList())));
            for (var told : Tellable.of(wanted, LEAST)) {
                var counted =
                        told == 0
                                ? all
                                : all.stream()
                                        .filter(one -> unit.apply(one.agent()).value() == told)
                                        .toList();
                found.add(
                        new Theme(
                                tag,
                                told == 0 ? null : new UnitId(told),
                                count(counted, Kind.PRAISE),
                                count(counted, Kind.NOTE)));
            }
        });
        return found;
    }

    private static Set<AgentId> people(List<Mention> mentions) {
        var people = new HashSet<AgentId>();
        mentions.forEach(each -> people.add(each.agent()));
        return people;
    }

    private static int count(List<Mention> mentions, Kind kind) {
        return Math.toIntExact(mentions.stream().filter(each -> each.kind() == kind).count());
    }
}
