package dev.rollcall.coaching;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A goal as it is written; in a group it is everybody's.
///
/// @param target in hundredths; null: none
public record GoalDraft(
        Metric metric, String text, @Nullable BigDecimal target, @Nullable LocalDate due) {}
