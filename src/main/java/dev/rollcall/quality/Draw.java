package dev.rollcall.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// The drawing of lots. The same candidates and the same seed draw the same, on any machine and in
/// any year: the generator is the one `java.util.Random` specifies, and what is done with it stands
/// here.
final class Draw {

    private Draw() {}

    /// @param candidates the numbers of interactions, by whom they are
    /// @param each how many of each person at most
    /// @return what was drawn, by whom it is, in order
    static Map<Long, List<Long>> pick(Map<Long, List<Long>> candidates, int each, long seed) {
        var dice = new Random(seed);
        var drawn = new LinkedHashMap<Long, List<Long>>();
        new TreeMap<>(candidates)
                .forEach((person, numbers) -> {
                    var urn = new ArrayList<>(numbers.stream().sorted().distinct().toList());
                    var lots = new ArrayList<Long>();
                    while (lots.size() < each && !urn.isEmpty()) {
                        lots.add(urn.remove(dice.nextInt(urn.size())));
                    }
                    lots.sort(Long::compareTo);
                    drawn.put(person, List.copyOf(lots));
                });
        return drawn;
    }
}
