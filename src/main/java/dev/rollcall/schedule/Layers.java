package dev.rollcall.schedule;

import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is visible of entries that lie over each other. At any instant the entry on the highest
/// layer rules (TIME_OFF over AUXILIARY over WORK); within one layer the later in the list.
///
/// Pure. Costs O(n log n) for n entries.
public final class Layers {

    private Layers() {}

    /// A stretch in which one entry is visible. An entry whose middle is covered has a piece before
    /// and a piece after the cover; neighbours of different entries stay apart even when they are
    /// of one activity.
    ///
    /// @param entry the index of the entry in the list that was laid out
    /// @param activity its code
    public record Piece(int entry, String activity, Category category, TimeSpan span) {}

    /// The visible pieces of entries, in order of time, not overlapping.
    ///
    /// @param entries in the order that decides within a layer; for the plans of several dates: the
    ///   entries of the earlier date first
    /// @param categories the category of an activity's code
    public static List<Piece> visible(
            List<PlannedActivity> entries, Function<String, Category> categories) {
        var layers = new Category[entries.size()];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = categories.apply(entries.get(i).activity());
        }
        var byStart = order(entries, Comparator.comparing(TimeSpan::start));
        var byEnd = order(entries, Comparator.comparing(TimeSpan::end));
        // The top of the heap rules; entries that are over leave it when they come up.
        var open =
                new PriorityQueue<Integer>(
                        Comparator.<Integer, Category>comparing(i -> layers[i])
                                .thenComparing(Comparator.naturalOrder())
                                .reversed());
        var pieces = new ArrayList<Piece>();
        int started = 0;
        int ended = 0;
        Integer ruling = null;
        Instant since = Instant.MIN;
        while (ended < byEnd.length) {
            var at = next(entries, byStart, started, byEnd, ended);
            while (started < byStart.length && start(entries, byStart[started]).equals(at)) {
                open.add(byStart[started++]);
            }
            while (ended < byEnd.length && end(entries, byEnd[ended]).equals(at)) {
                ended++;
            }
            var top = top(open, entries, at);
            if (top == null ? ruling != null : !top.equals(ruling)) {
                if (ruling != null) {
                    var activity = entries.get(ruling).activity();
                    pieces.add(new Piece(ruling, activity, layers[ruling], TimeSpan.of(since, at)));
                }
                ruling = top;
                since = at;
            }
        }
        return List.copyOf(pieces);
    }

    /// The visible pieces of the plans of one person.
    ///
    /// @param plans in order of date
    public static List<Piece> ofPlans(List<DayPlan> plans, Function<String, Category> categories) {
        return visible(
                plans.stream().flatMap(plan -> plan.activities().stream()).toList(), categories);
    }

    private static Integer[] order(List<PlannedActivity> entries, Comparator<TimeSpan> by) {
        var order = new Integer[entries.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> entries.get(i).span(), by));
        return order;
    }

    private static Instant next(
            List<PlannedActivity> entries,
            Integer[] byStart,
            int started,
            Integer[] byEnd,
            int ended) {
        var end = end(entries, byEnd[ended]);
        if (started == byStart.length) {
            return end;
        }
        var start = start(entries, byStart[started]);
        return start.isBefore(end) ? start : end;
    }

    private static @Nullable Integer top(
            PriorityQueue<Integer> open, List<PlannedActivity> entries, Instant at) {
        var top = open.peek();
        while (top != null && !end(entries, top).isAfter(at)) {
            open.poll();
            top = open.peek();
        }
        return top;
    }

    private static Instant start(List<PlannedActivity> entries, int entry) {
        return entries.get(entry).span().start();
    }

    private static Instant end(List<PlannedActivity> entries, int entry) {
        return entries.get(entry).span().end();
    }
}
