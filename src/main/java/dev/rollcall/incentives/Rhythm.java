package dev.rollcall.incentives;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// How often a scheme pays.
public enum Rhythm {
    /// From Monday to Sunday.
    WEEK,
    /// A calendar month.
    MONTH;

    /// The period a day is in.
    public Period of(LocalDate day) {
        return switch (this) {
            case WEEK -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(monday, monday.plusDays(6));
            }
            case MONTH ->
                    new Period(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
        };
    }

    public Period before(Period period) {
        return of(period.from().minusDays(1));
    }

    public Period after(Period period) {
        return of(period.to().plusDays(1));
    }
}
