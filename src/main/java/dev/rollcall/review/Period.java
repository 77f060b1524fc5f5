package dev.rollcall.review;

import dev.rollcall.shared.InvalidInput;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// The days a talk is about, the first and the last included.
public record Period(LocalDate from, LocalDate to) {

    /// As many as reports answer at a time.
    public static final int MOST_DAYS = 92;

    /// @throws InvalidInput when it is turned round or longer than [#MOST_DAYS]
    public Period {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1) {
            throw InvalidInput.of("/to", "The last day is not before the first.");
        }
        if (days > MOST_DAYS) {
            throw InvalidInput.of("/to", "Ask for at most " + MOST_DAYS + " days at a time.");
        }
    }

    /// The last week that is over, from Monday to Sunday.
    public static Period lastWeek(LocalDate today) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        return new Period(monday, monday.plusDays(6));
    }

    /// The last month that is over.
    public static Period lastMonth(LocalDate today) {
        var month = YearMonth.from(today).minusMonths(1);
        return new Period(month.atDay(1), month.atEndOfMonth());
    }
}
