package dev.rollcall.bench;

import dev.rollcall.demand.WeekOfStaffing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The heads of a week of half hours of twenty groups, from volumes to numbers, on one thread;
/// beside the formula summed up as textbooks write it, by logarithms of factorials.
@Tag("bench")
@Tag("demand")
class DemandBenchmark {

    private static final int GROUPS = 20;
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 9;

    @Test
    void staffsAWeekOfTwentyGroups() {
        var week = new WeekOfStaffing(GROUPS);
        var ours = new ArrayList<Double>();
        var naive = new ArrayList<Double>();
        double first = millis(week::ours);
        for (int round = 0; round < WARM_UPS; round++) {
            week.ours();
            week.byFactorials();
        }
        for (int round = 0; round < ROUNDS; round++) {
            naive.add(millis(week::byFactorials));
            ours.add(millis(week::ours));
        }
        var report = new Report("demand");
        report.ratio(
                "the product / the textbook's sum",
                Rounds.ofTimes(ours).median() / Rounds.ofTimes(naive).median());
        report.figure("the product, 20 groups x 336 half hours", "ms", Rounds.ofTimes(ours));
        report.figure("the same for the first time", "ms", first);
        report.figure("the textbook's sum", "ms", Rounds.ofTimes(naive));
        report.check("both find the same heads", week.ours().equals(week.byFactorials()));
        report.close();
    }

    private static double millis(Supplier<List<Integer>> work) {
        long start = System.nanoTime();
        var heads = work.get();
        double millis = (System.nanoTime() - start) / 1e6;
        return heads.isEmpty() ? Double.NaN : millis;
    }
}
