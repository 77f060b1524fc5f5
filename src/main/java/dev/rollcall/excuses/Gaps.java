package dev.rollcall.excuses;

import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When an excuse does not cover somebody it is for.
final class Gaps {

    private Gaps() {}

    /// What is left of a span.
    ///
    /// @param gaps in any order; they may overlap and reach beyond it
    /// @return in order, without touching
    static List<TimeSpan> without(TimeSpan span, List<TimeSpan> gaps) {
        var left = new ArrayList<TimeSpan>();
        Instant from = span.start();
        for (var gap : gaps.stream().sorted(Comparator.comparing(TimeSpan::start)).toList()) {
            if (gap.start().isAfter(from)) {
                left.add(
                        TimeSpan.of(
                                from, gap.start().isBefore(span.end()) ? gap.start() : span.end()));
            }
            if (gap.end().isAfter(from)) {
                from = gap.end();
            }
            if (!from.isBefore(span.end())) {
                return left;
            }
        }
        left.add(TimeSpan.of(from, span.end()));
        return left;
    }
}
