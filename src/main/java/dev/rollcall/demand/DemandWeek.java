package dev.rollcall.demand;

import dev.rollcall.people.Group;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything about the demand of a group in a week.
///
/// @param zone the week is meant in
/// @param halfHours all of them, in order
/// @param forecast of each day
/// @param error how far off the forecast was in the weeks before this one
/// @param version counts the changes of the group's demand
public record DemandWeek(
        Group group,
        ZoneId zone,
        LocalDate monday,
        List<HalfHour> halfHours,
        List<ForecastDay> forecast,
        ForecastError error,
        AssumptionBook.Book assumptions,
        long version) {

    public DemandWeek {
        halfHours = List.copyOf(halfHours);
        forecast = List.copyOf(forecast);
    }

    /// One half hour.
    ///
    /// @param expected what somebody said will come, or the forecast they took
    /// @param came null: not over yet, or nothing is known
    /// @param forecast what the weeks before say; null: too little is known
    /// @param required null: nobody has said what is expected
    public record HalfHour(
            Instant start,
            LocalDate date,
            Volumes.@Nullable Line expected,
            @Nullable Volume came,
            @Nullable Volume forecast,
            @Nullable Requirement required) {}

    /// Whether there is a forecast of any day.
    public boolean isForecast() {
        return forecast.stream().anyMatch(day -> !day.volumes().isEmpty());
    }
}
