package dev.rollcall.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The days of a month on which a unit works, in order. Where nobody works on any of them, every
/// day counts as one.
///
/// @param days at least one
public record WorkingMonth(YearMonth month, List<LocalDate> days) {

    public WorkingMonth {
        days = List.copyOf(days);
    }

    /// @param weekdays on which the unit works
    /// @param holidays on which it does not, whatever weekday they are
    public static WorkingMonth of(
            YearMonth month, Set<DayOfWeek> weekdays, Set<LocalDate> holidays) {
        var all = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        var working =
                all.stream()
                        .filter(day ->
                                weekdays.contains(day.getDayOfWeek()) && !holidays.contains(day))
                        .toList();
        return new WorkingMonth(month, working.isEmpty() ? all : working);
    }

    public int count() {
        return days.size();
    }

    /// How many working days lie before a date.
    public int before(LocalDate date) {
        return (int) days.stream().filter(day -> day.isBefore(date)).count();
    }

    /// How many working days there are up to a date, that date included.
    public int upTo(LocalDate date) {
        return before(date.plusDays(1));
    }

    /// The working day of a number, counted from 1; the last one where there are not so many; null
    /// for 0.
    public @Nullable LocalDate day(int number) {
        return number == 0 ? null : days.get(Math.min(number, days.size()) - 1);
    }
}
