package dev.rollcall.performance;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/// How long things took: the middle one, and the one nine in ten are not longer than.
///
/// @param count of how many
public record TimeSpread(int count, Duration median, Duration ninetieth) {

    /// By nearest rank; of an even number the median is the lower of the two in the middle. Empty
    /// for nothing.
    static Optional<TimeSpread> of(Collection<Duration> durations) {
        if (durations.isEmpty()) {
            return Optional.empty();
        }
        var sorted = durations.stream().sorted().toList();
        return Optional.of(
                new TimeSpread(
                        sorted.size(),
                        sorted.get(rank(sorted.size(), 50)),
                        sorted.get(rank(sorted.size(), 90))));
    }

    private static int rank(int size, int percent) {
        return (size * percent + 99) / 100 - 1;
    }
}
