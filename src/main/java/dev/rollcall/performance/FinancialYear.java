package dev.rollcall.performance;

import java.time.Month;
import java.time.YearMonth;

/// A year of twelve months that begins where a unit's books do.
///
/// @param start its first month
public record FinancialYear(YearMonth start) {

    /// The financial year a month is in.
    ///
    /// @param begins the month in which financial years begin
    public static FinancialYear of(YearMonth month, Month begins) {
        int year = month.getMonth().compareTo(begins) < 0 ? month.getYear() - 1 : month.getYear();
        return new FinancialYear(YearMonth.of(year, begins));
    }

    public YearMonth end() {
        return start.plusMonths(11);
    }

    /// Whether it is the calendar's year, which needs no name of its own.
    public boolean isCalendarYear() {
        return start.getMonth() == Month.JANUARY;
    }

    /// `FY26/27`, or `2026` where it is the calendar's year.
    public String label() {
        return isCalendarYear()
                ? "" + start.getYear()
                : "FY%02d/%02d".formatted(start.getYear() % 100, end().getYear() % 100);
    }
}
