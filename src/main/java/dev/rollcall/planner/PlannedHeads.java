package dev.rollcall.planner;

import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// How many people are on shift, half hour by half hour. A head is a person for the whole half
/// hour: two for a quarter of an hour each are one. Breaks, meetings and training count: what is
/// required has them in it already. Time off does not. Pure.
///
/// @param start of the first half hour
/// @param seconds on shift in each half hour, without gaps
public record PlannedHeads(Instant start, List<Integer> seconds) {

    public static final Duration STEP = Duration.ofMinutes(30);

    public PlannedHeads {
        seconds = List.copyOf(seconds);
    }

    /// @param days the entries of each person and date that may reach into the window
    /// @param window from a full half hour to a full half hour
    public static PlannedHeads of(
            Collection<List<PlannedActivity>> days,
            TimeSpan window,
            Function<String, Category> categories) {
        long step = STEP.toSeconds();
        long from = window.start().getEpochSecond();
        int size = Math.toIntExact(Math.ceilDiv(window.duration().toSeconds(), step));
        var sums = new long[size];
        for (var entries : days) {
            var shift =
                    entries.stream()
                            .filter(entry ->
                                    categories.apply(entry.activity()) != Category.AUXILIARY)
                            .toList();
            for (var piece : Layers.visible(shift, categories)) {
                if (piece.category() == Category.WORK) {
                    add(sums, piece.span(), from, step);
                }
            }
        }
        return new PlannedHeads(
                window.start(), Arrays.stream(sums).mapToObj(Math::toIntExact).toList());
    }

    private static void add(long[] sums, TimeSpan span, long from, long step) {
        long begin = Math.max(0, span.start().getEpochSecond() - from);
        long end = Math.min(sums.length * step, span.end().getEpochSecond() - from);
        for (long i = begin / step; i < sums.length && i * step < end; i++) {
            sums[(int) i] += Math.min(end, (i + 1) * step) - Math.max(begin, i * step);
        }
    }

    /// Heads in one half hour.
    public double at(int halfHour) {
        return seconds.get(halfHour) / (double) STEP.toSeconds();
    }
}
