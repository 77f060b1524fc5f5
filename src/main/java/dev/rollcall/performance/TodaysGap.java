package dev.rollcall.performance;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What today still asks for to be at pace, of one metric.
///
/// @param missing in whole calls, services or units of money, rounded up; zero: today's share is
///   there
/// @param standing of the month
public record TodaysGap(Metric metric, Amount missing, Pace.Standing standing) {

    /// Of every metric with a goal that is not reached yet. Nobody is asked for more complaints.
    public static List<TodaysGap> of(List<MetricCard> cards) {
        var gaps = new ArrayList<TodaysGap>();
        for (var card : cards) {
            var pace = card.pace();
            if (pace != null
                    && card.metric() != Metric.COMPLAINTS_REGISTERED
                    && pace.standing() != Pace.Standing.REACHED
                    && pace.standing() != Pace.Standing.MISSED) {
                gaps.add(
                        new TodaysGap(
                                card.metric(),
                                card.amount().with(pace.gap().setScale(0, RoundingMode.UP)),
                                pace.standing()));
            }
        }
        return List.copyOf(gaps);
    }
}
