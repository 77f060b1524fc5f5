package dev.rollcall.planner;

import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something about somebody's plan that whoever makes it should know. It keeps nobody from
/// planning.
///
/// @param date the day it is said at
/// @param found what was found
/// @param allowed what it is held against; null where there is no measure
/// @param span when; null where it is not about certain hours
public record PlanWarning(
        Kind kind,
        LocalDate date,
        @Nullable Duration found,
        @Nullable Duration allowed,
        @Nullable TimeSpan span) {

    public enum Kind {
        /// Two entries of one layer lie over each other.
        OVERLAP,
        /// Too little time since the shift before.
        SHORT_REST,
        /// More paid time in the week than agreed.
        OVER_HOURS,
        /// More days of work in the week than agreed; said in days, 24 hours each.
        OVER_DAYS,
        /// At work when they cannot be.
        UNAVAILABLE,
        /// A break or a lunch outside of any work.
        OUTSIDE_WORK,
        /// The day reaches into the one after it.
        INTO_NEXT_DAY
    }
}
