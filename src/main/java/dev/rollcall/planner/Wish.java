package dev.rollcall.planner;

import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/// What somebody would like of a weekday. It is no rule: a plan that does not follow it is a plan.
public interface Wish {

    DayOfWeek weekday();

    /// What is wished, as a few words without an end: `no late shift`.
    Sentence said();

    /// Whether a shift on a date of that weekday follows it.
    ///
    /// @param shift from the first to the last hour at work
    /// @param zone the person's
    boolean isMetBy(TimeSpan shift, LocalDate date, ZoneId zone);
}
