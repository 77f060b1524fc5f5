package dev.rollcall.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// One figure, found several times.
///
/// @param all in the order they were found
/// @param moreIsBetter whether a high figure is a good one
record Rounds(List<Double> all, boolean moreIsBetter) {

    Rounds {
        all = List.copyOf(all);
    }

    /// Figures of which the low ones are good, as times are.
    static Rounds ofTimes(Collection<Double> times) {
        return new Rounds(new ArrayList<>(times), false);
    }

    /// Figures of which the high ones are good, as speeds are.
    static Rounds ofSpeeds(Collection<Double> speeds) {
        return new Rounds(new ArrayList<>(speeds), true);
    }

    double median() {
        return percentile(50);
    }

    double worst() {
        return percentile(moreIsBetter ? 0 : 100);
    }

    /// The smallest figure that so many percent do not exceed.
    double percentile(double percent) {
        var sorted = all.stream().sorted().toList();
        int place = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
        return sorted.get(Math.clamp(place, 0, sorted.size() - 1));
    }
}
