package dev.rollcall.planner;

import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What planners do to the entries of a day. Each answers with the entries there are then. Pure.
public final class Edits {

    private Edits() {}

    /// The same hours by the clock on the wall on another date, perhaps in another zone.
    ///
    /// @param fromZone the zone of whoever has the entries
    /// @param toZone the zone of whoever gets them
    public static List<PlannedActivity> onDate(
            List<PlannedActivity> entries,
            LocalDate from,
            ZoneId fromZone,
            LocalDate to,
            ZoneId toZone) {
        long days = to.toEpochDay() - from.toEpochDay();
        var moved = new ArrayList<PlannedActivity>();
        for (var entry : entries) {
            var start = moved(entry.span().start(), fromZone, days, toZone);
            var end = moved(entry.span().end(), fromZone, days, toZone);
            if (end.isAfter(start)) {
                moved.add(new PlannedActivity(entry.activity(), TimeSpan.of(start, end)));
            }
        }
        return List.copyOf(moved);
    }

    private static Instant moved(Instant instant, ZoneId fromZone, long days, ZoneId toZone) {
        return LocalDateTime.ofInstant(instant, fromZone).plusDays(days).atZone(toZone).toInstant();
    }

    /// All entries earlier or later.
    public static List<PlannedActivity> shifted(List<PlannedActivity> entries, Duration by) {
        return entries.stream()
                .map(entry ->
                        new PlannedActivity(
                                entry.activity(),
                                TimeSpan.of(
                                        entry.span().start().plus(by),
                                        entry.span().end().plus(by))))
                .toList();
    }

    /// One entry from and until other times. What lay within it goes along: it keeps its place
    /// where it still fits, is moved inside where it does not, and is gone where there is no room.
    ///
    /// @param index of the entry
    public static List<PlannedActivity> resized(
            List<PlannedActivity> entries,
            int index,
            TimeSpan span,
            Function<String, Category> categories) {
        var before = entries.get(index);
        boolean carries = categories.apply(before.activity()) == Category.WORK;
        var after = new ArrayList<PlannedActivity>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (i == index) {
                after.add(new PlannedActivity(before.activity(), span));
            } else if (carries
                    && categories.apply(entry.activity()) == Category.AUXILIARY
                    && encloses(before.span(), entry.span())) {
                inside(entry, span).ifPresent(after::add);
            } else {
                after.add(entry);
            }
        }
        return List.copyOf(after);
    }

    private static boolean encloses(TimeSpan outer, TimeSpan inner) {
        return !inner.start().isBefore(outer.start()) && !inner.end().isAfter(outer.end());
    }

    private static Optional<PlannedActivity> inside(PlannedActivity entry, TimeSpan room) {
        var length = entry.span().duration();
        if (length.compareTo(room.duration()) >= 0) {
            return Optional.empty();
        }
        var start = entry.span().start();
        if (start.isBefore(room.start())) {
            start = room.start();
        }
        if (start.plus(length).isAfter(room.end())) {
            start = room.end().minus(length);
        }
        return Optional.of(
                new PlannedActivity(entry.activity(), TimeSpan.of(start, start.plus(length))));
    }

    /// One entry more.
    public static List<PlannedActivity> added(
            List<PlannedActivity> entries, PlannedActivity entry) {
        var after = new ArrayList<>(entries);
        after.add(entry);
        return List.copyOf(after);
    }

    /// One entry less; with work goes what lay within it.
    public static List<PlannedActivity> removed(
            List<PlannedActivity> entries, int index, Function<String, Category> categories) {
        var gone = entries.get(index);
        boolean carries = categories.apply(gone.activity()) == Category.WORK;
        var after = new ArrayList<PlannedActivity>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            boolean within =
                    carries
                            && categories.apply(entry.activity()) == Category.AUXILIARY
                            && encloses(gone.span(), entry.span());
            if (i != index && !within) {
                after.add(entry);
            }
        }
        return List.copyOf(after);
    }
}
