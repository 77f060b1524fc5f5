package dev.rollcall.incentives;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a scheme pays for.
///
/// @param about what people read of it; empty for nothing
/// @param measure what points are earned by
/// @param currency of the thresholds, where they are money
/// @param thresholds by rising figures; none where commission is paid
/// @param rates of commission; none where there are thresholds
/// @param floors what has to hold, each of them
/// @param cap the most points of all people together in a period; null: no limit
/// @param leastDays so many days somebody has to have worked in the period
/// @param units codes of units whose people take part, with everything below; none: everybody
/// @param groups codes of groups one of which they must be in; none: whoever
/// @param settleDays so many days after a period it is paid, when late facts are in
public record Rules(
        String name,
        String about,
        Measure measure,
        @Nullable String currency,
        Rhythm rhythm,
        List<Threshold> thresholds,
        List<Rate> rates,
        List<Floor> floors,
        @Nullable Long cap,
        int leastDays,
        List<String> units,
        List<String> groups,
        int settleDays) {

    public Rules {
        thresholds = List.copyOf(thresholds);
        rates = List.copyOf(rates);
        floors = List.copyOf(floors);
        units = List.copyOf(units);
        groups = List.copyOf(groups);
    }

    /// Whether it pays for what is sold, whatever the currency.
    public boolean commission() {
        return !rates.isEmpty();
    }

    /// Whether points tell of a figure that is the person's own.
    public boolean tellsOwnFigures() {
        return measures().anyMatch(Measure::isPrivate);
    }

    /// The same with a smaller budget: what appeals brought is of the same one.
    ///
    /// @param points gone from it
    Rules less(long points) {
        return cap == null || points == 0
                ? this
                : new Rules(
                        name,
                        about,
                        measure,
                        currency,
                        rhythm,
                        thresholds,
                        rates,
                        floors,
                        Math.max(0, cap - points),
                        leastDays,
                        units,
                        groups,
                        settleDays);
    }

    /// All it looks at.
    Stream<Measure> measures() {
        return Stream.concat(Stream.of(measure), floors.stream().map(Floor::measure));
    }
}
