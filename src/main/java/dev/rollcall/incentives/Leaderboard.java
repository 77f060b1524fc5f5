package dev.rollcall.incentives;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Who is at the top among those who joined: the upper third, ten at most, in the order of their
/// points and without them. Nobody learns who is below, and nothing is shown of fewer than five.
/// Pure.
///
/// @param places by rank; empty where nothing can be shown
/// @param people who joined
/// @param <K> who they are
public record Leaderboard<K>(List<Place<K>> places, int people) {

    /// With fewer, the rank of one tells of the others.
    public static final int FEWEST = 5;

    private static final int SHARE = 3;
    private static final int MOST = 10;

    /// @param rank from 1 on; who has the same points has the same
    /// @param <K> who they are
    public record Place<K>(int rank, K who) {}

    public Leaderboard {
        places = List.copyOf(places);
    }

    /// @param points of everybody who joined
    static <K> Leaderboard<K> of(Map<K, Long> points) {
        int people = points.size();
        if (people < FEWEST) {
            return new Leaderboard<>(List.of(), people);
        }
        int room = Math.min(MOST, Math.ceilDiv(people, SHARE));
        var sorted =
                points.entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .sorted(
                                Comparator.comparing((Map.Entry<K, Long> each) -> each.getValue())
                                        .reversed())
                        .toList();
        var places = new ArrayList<Place<K>>();
        for (int from = 0; from < sorted.size(); ) {
            var value = sorted.get(from).getValue();
            int until = from;
            while (until < sorted.size() && sorted.get(until).getValue().equals(value)) {
                until++;
            }
            // Of those who have the same all are named or none: no tie is broken.
            if (until > room) {
                break;
            }
            for (var each : sorted.subList(from, until)) {
                places.add(new Place<>(from + 1, each.getKey()));
            }
            from = until;
        }
        return new Leaderboard<>(places, people);
    }
}
