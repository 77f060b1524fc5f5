package dev.rollcall.demand;

import java.time.LocalDate;
import java.util.List;

/// What a day will bring, and what that is made of.
///
/// @param from the days it is the average of, the latest first
/// @param volumes every half hour of the day; none when there is too little history
public record ForecastDay(LocalDate date, Basis basis, List<LocalDate> from, List<Volume> volumes) {

    public ForecastDay {
        from = List.copyOf(from);
        volumes = List.copyOf(volumes);
    }

    public enum Basis {
        /// The same weekday of recent weeks.
        WEEKDAYS,
        /// The public holidays before it.
        HOLIDAYS,
        /// A public holiday without one before it: the weekday is all there is.
        HOLIDAY_AS_WEEKDAY,
        /// Fewer than two such days are known.
        TOO_LITTLE
    }
}
