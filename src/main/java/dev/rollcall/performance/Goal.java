package dev.rollcall.performance;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// What somebody is to achieve of a metric in a month, and in the months after it until another
/// goal of the same subject takes over.
///
/// @param from the first month it counts for
/// @param value positive; null: none of its own from then on, what counts above counts again
/// @param currency null where the metric is a count
public record Goal(
        Subject subject,
        Metric metric,
        YearMonth from,
        @Nullable BigDecimal value,
        @Nullable Currency currency) {}
