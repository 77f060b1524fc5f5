package dev.rollcall.requests;

import dev.rollcall.planner.PlanRules;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What time off makes of one day. Pure.
///
/// @param version of the plan it was made from; 0: nothing is published
/// @param before what the plan holds
/// @param after what it would hold
/// @param days how much it takes where days are counted: one, half, or none
/// @param hours how much it takes where hours are counted: the paid ones
record AbsenceDay(
        LocalDate date,
        int version,
        List<PlannedActivity> before,
        List<PlannedActivity> after,
        BigDecimal days,
        Duration hours) {

    /// When a day off begins that nobody has planned yet: it needs some hour to stand at.
    private static final LocalTime USUAL_START = LocalTime.of(8, 0);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /// How the days of somebody are looked at.
    ///
    /// @param activity what stands in the plan
    /// @param usualHours how long somebody works on a day that is not planned yet
    record Way(
            ZoneId zone,
            String activity,
            @Nullable Hours part,
            Duration usualHours,
            PlanRules rules,
            Function<String, Category> categories) {}

    AbsenceDay {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    boolean isChanged() {
        return !before.equals(after);
    }

    /// How much it takes, in what a type is counted in.
    BigDecimal amount(Measure measure) {
        return measure == Measure.DAYS
                ? days
                : BigDecimal.valueOf(hours.toMinutes())
                        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    /// A day with a shift: the absence takes its place, or is cut out of it.
    static AbsenceDay planned(LocalDate date, int version, List<PlannedActivity> entries, Way way) {
        var shift = way.rules().shift(entries);
        var part = way.part();
        if (shift.isEmpty()) {
            return untouched(date, version, entries);
        }
        if (part == null) {
            var after = List.of(new PlannedActivity(way.activity(), shift.get()));
            return new AbsenceDay(
                    date, version, entries, after, BigDecimal.ONE, way.rules().paid(entries));
        }
        // Of a night, hours after midnight are on the date after the one the shift belongs to.
        var off =
                shift.get()
                        .intersection(part.on(date, way.zone()))
                        .or(() -> shift.get().intersection(part.on(date.plusDays(1), way.zone())));
        if (off.isEmpty()) {
            return untouched(date, version, entries);
        }
        var after = new ArrayList<PlannedActivity>();
        for (var entry : entries) {
            if (way.categories().apply(entry.activity()) == Category.TIME_OFF) {
                after.add(entry);
            } else {
                without(entry.span(), off.get())
                        .forEach(rest -> after.add(new PlannedActivity(entry.activity(), rest)));
            }
        }
        var left = way.rules().paid(after);
        after.add(new PlannedActivity(way.activity(), off.get()));
        after.sort(Comparator.comparing(entry -> entry.span().start()));
        boolean isMost = off.get().duration().multipliedBy(2).compareTo(shift.get().duration()) > 0;
        return new AbsenceDay(
                date,
                version,
                entries,
                after,
                isMost ? BigDecimal.ONE : HALF,
                way.rules().paid(entries).minus(left));
    }

    /// A day without a plan, on which they would work: the absence is its plan.
    ///
    /// @param version above 0 where there was a plan that was emptied again
    static AbsenceDay unplanned(LocalDate date, int version, Way way) {
        var part = way.part();
        var start = date.atTime(USUAL_START).atZone(way.zone()).toInstant();
        var span =
                part == null
                        ? TimeSpan.of(start, start.plus(way.usualHours()))
                        : part.on(date, way.zone());
        boolean isMost =
                part == null || span.duration().multipliedBy(2).compareTo(way.usualHours()) > 0;
        return new AbsenceDay(
                date,
                version,
                List.of(),
                List.of(new PlannedActivity(way.activity(), span)),
                isMost ? BigDecimal.ONE : HALF,
                span.duration());
    }

    /// A day on which they would not work anyway.
    static AbsenceDay untouched(LocalDate date, int version, List<PlannedActivity> entries) {
        return new AbsenceDay(date, version, entries, entries, BigDecimal.ZERO, Duration.ZERO);
    }

    private static List<TimeSpan> without(TimeSpan span, TimeSpan off) {
        if (!span.overlaps(off)) {
            return List.of(span);
        }
        var rest = new ArrayList<TimeSpan>();
        if (span.start().isBefore(off.start())) {
            rest.add(TimeSpan.of(span.start(), off.start()));
        }
        if (span.end().isAfter(off.end())) {
            rest.add(TimeSpan.of(off.end(), span.end()));
        }
        return rest;
    }
}
