package dev.rollcall.schedule;

import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Where a person's working days begin and end.
///
/// A working day belongs to the date its shift is owned by. It runs from local midnight to the
/// next, stretched over the end of a shift that goes on after midnight; the following day then
/// starts where that shift ends, so that no second counts twice and none is lost. Pure.
public final class DayBorders {

    private static final Duration EARLIEST_START = Duration.ofHours(12);

    private DayBorders() {}

    /// What belongs to a date.
    ///
    /// @param plans at least those of the day before and the day after
    public static TimeSpan period(LocalDate date, ZoneId zone, List<DayPlan> plans) {
        var start = boundary(date, zone, plans);
        var end = boundary(date.plusDays(1), zone, plans);
        // Only plans that overlap for half a day and more could turn a day round.
        return TimeSpan.of(start, end.isAfter(start) ? end : start.plusSeconds(1));
    }

    /// The date an instant belongs to.
    ///
    /// @param plans at least those of the two days before and after
    public static LocalDate dateOf(Instant instant, ZoneId zone, List<DayPlan> plans) {
        var date = LocalDate.ofInstant(instant, zone);
        if (instant.isBefore(boundary(date, zone, plans))) {
            return date.minusDays(1);
        }
        return instant.isBefore(boundary(date.plusDays(1), zone, plans)) ? date : date.plusDays(1);
    }

    /// Where a date begins and the one before it ends.
    private static Instant boundary(LocalDate date, ZoneId zone, List<DayPlan> plans) {
        var midnight = new DayPeriod(date, zone).start();
        var own = planOf(date, plans).flatMap(DayBorders::shift).map(TimeSpan::start);
        var start = own.filter(s -> s.isBefore(midnight)).orElse(midnight);
        start = later(start, midnight.minus(EARLIEST_START));
        var before = planOf(date.minusDays(1), plans).flatMap(DayBorders::shift).map(TimeSpan::end);
        var latest = new DayPeriod(date, zone).end();
        return before.isPresent()
                ? later(start, before.get().isBefore(latest) ? before.get() : latest)
                : start;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Optional<DayPlan> planOf(LocalDate date, List<DayPlan> plans) {
        return plans.stream().filter(p -> p.date().equals(date)).findFirst();
    }

    private static Optional<TimeSpan> shift(DayPlan plan) {
        var start = plan.activities().stream().map(a -> a.span().start()).min(Instant::compareTo);
        var end = plan.activities().stream().map(a -> a.span().end()).max(Instant::compareTo);
        return start.flatMap(s -> end.map(e -> TimeSpan.of(s, e)));
    }
}
