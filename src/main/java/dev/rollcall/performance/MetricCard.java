package dev.rollcall.performance;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one card shows of a month. Two of the same facts are equal, so that only a card that is
/// another one needs to be shown anew.
///
/// @param amount of the month, in the unit's currency where it is money
/// @param others what there is in other currencies; never added to the first
/// @param pace against the goal; null without a goal
/// @param own against the goal they set themselves; null without one
/// @param growth against the whole month before
/// @param fair the running month against the one before up to the same working day and time of day;
///   null for a month that is over
/// @param fairDay which working day that was, counted from 1; 0 when `fair` is null
/// @param history the last thirteen months, the oldest first, this one last
public record MetricCard(
        Metric metric,
        YearMonth month,
        Amount amount,
        List<Amount> others,
        @Nullable Pace pace,
        @Nullable Pace own,
        Growth growth,
        @Nullable Growth fair,
        int fairDay,
        List<MonthAmount> history) {

    public MetricCard {
        others = List.copyOf(others);
        history = List.copyOf(history);
    }

    /// What one month came to.
    public record MonthAmount(YearMonth month, Amount amount) {}
}
