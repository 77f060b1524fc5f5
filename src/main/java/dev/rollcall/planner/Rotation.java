package dev.rollcall.planner;

import dev.rollcall.people.UnitId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Weeks of shifts that come round again and again.
///
/// @param unit whose rotation it is, and that of the units below; null: everybody's
/// @param weeks the template of each weekday, week by week; a weekday that is left out is free
/// @param version counts the changes; guards against overwriting another's edit
public record Rotation(
        RotationId id,
        String name,
        @Nullable UnitId unit,
        List<Map<DayOfWeek, TemplateId>> weeks,
        long version) {

    public Rotation {
        weeks = weeks.stream().map(Map::copyOf).toList();
    }

    /// The template of a date; empty when it is free. Pure.
    ///
    /// @param begin a date of the week in which the first week of the rotation falls
    public Optional<TemplateId> on(LocalDate begin, LocalDate date) {
        long weeksOn = ChronoUnit.WEEKS.between(monday(begin), monday(date));
        var week = weeks.get(Math.floorMod(weeksOn, weeks.size()));
        return Optional.ofNullable(week.get(date.getDayOfWeek()));
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
