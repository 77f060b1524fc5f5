package dev.rollcall.performance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a month somebody shared came to, and nothing else of theirs.
///
/// @param figures one of each shared metric
public record SharedMonth(Share share, List<Figure> figures) {

    public SharedMonth {
        figures = List.copyOf(figures);
    }

    /// One metric of the month.
    ///
    /// @param others what there is in other currencies; never added to the first
    /// @param pace against the goal they were given; null without one. A goal of their own is not
    ///   shared
    /// @param days those on which there was anything; none where days are not shared
    public record Figure(
            Metric metric,
            Amount amount,
            List<Amount> others,
            @Nullable Pace pace,
            List<Day> days) {

        public Figure {
            others = List.copyOf(others);
            days = List.copyOf(days);
        }
    }

    public record Day(LocalDate date, Amount amount) {}
}
