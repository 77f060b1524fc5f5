package dev.rollcall.feedback;

import dev.rollcall.shared.Tellable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;

/// How those asked are cut into parts, and of which parts of the answers figures are told: whatever
/// is told, and whatever one figure leaves of another, is of five at least. Pure.
final class Anonymous {

    /// How many answers a figure is made of at least.
    static final int LEAST = 5;

    private Anonymous() {}

    /// One answer, of nobody.
    ///
    /// @param piece of which part of those asked
    record Given(int piece, List<Integer> marks) {}

    /// Cuts people into parts by unit: each large unit is a part of its own, the small ones are one
    /// together. Where these are too few, the smallest large one joins them, so that an answer that
    /// is kept with its part could be that of five people at least.
    ///
    /// @param byUnit people by unit, in the order that numbers the parts
    /// @return keys of the units of each part; empty when fewer than five are asked in all
    static <K> List<Set<K>> pieces(SequencedMap<K, ? extends Set<?>> byUnit) {
        var large = new ArrayList<K>();
        var rest = new HashSet<K>();
        int inRest = 0;
        for (var each : byUnit.sequencedEntrySet()) {
            if (each.getValue().size() >= LEAST) {
                large.add(each.getKey());
            } else {
                rest.add(each.getKey());
                inRest += each.getValue().size();
            }
        }
        if (inRest > 0 && inRest < LEAST) {
            var smallest = smallest(large, byUnit);
            if (smallest.isEmpty()) {
                return List.of();
            }
            large.remove(smallest.get());
            rest.add(smallest.get());
        }
        var pieces = new ArrayList<Set<K>>();
        large.forEach(each -> pieces.add(Set.of(each)));
        if (inRest > 0) {
            pieces.add(Set.copyOf(rest));
        }
        return pieces;
    }

    private static <K> Optional<K> smallest(
            List<K> keys, SequencedMap<K, ? extends Set<?>> byUnit) {
        return byUnit.sequencedEntrySet().stream()
                .filter(each -> keys.contains(each.getKey()))
                .min(Comparator.comparing(each -> each.getValue().size()))
                .map(each -> each.getKey());
    }

    /// The parts that may be told, the whole as -1 among them.
    ///
    /// @param pieces all parts there are, in their order
    static Set<Integer> told(List<Given> answers, int pieces) {
        var wanted = new LinkedHashMap<Integer, Set<Integer>>();
        wanted.put(-1, places(answers, -1));
        for (int piece = 0; piece < pieces; piece++) {
            wanted.put(piece, places(answers, piece));
        }
        return Tellable.of(wanted, LEAST);
    }

    private static Set<Integer> places(List<Given> answers, int piece) {
        var places = new HashSet<Integer>();
        for (int i = 0; i < answers.size(); i++) {
            if (piece == -1 || answers.get(i).piece() == piece) {
                places.add(i);
            }
        }
        return places;
    }

    /// The mean of each question, to one decimal, half up.
    static List<BigDecimal> means(List<Given> answers, int questions) {
        return IntStream.range(0, questions)
                .mapToObj(question ->
                        BigDecimal.valueOf(
                                        answers.stream()
                                                .mapToLong(each -> each.marks().get(question))
                                                .sum())
                                .divide(
                                        BigDecimal.valueOf(answers.size()),
                                        1,
                                        RoundingMode.HALF_UP))
                .toList();
    }
}
