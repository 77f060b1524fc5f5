package dev.rollcall.calendar;

import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.Shifts;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One day of a month: what a person must know of it at a glance.
///
/// @param shift from when to when they are to be there, null when they are not
/// @param activity the code of what fills most of the day, null when nothing is planned
/// @param category what that counts as, null when nothing is planned
/// @param paid planned time that is paid, of the whole shift also when it goes over midnight
public record MonthDay(
        LocalDate date,
        @Nullable TimeSpan shift,
        @Nullable String activity,
        @Nullable Category category,
        Duration paid) {

    /// @param plan null: nothing is planned
    static MonthDay of(LocalDate date, @Nullable DayPlan plan, Activities activities) {
        if (plan == null) {
            return new MonthDay(date, null, null, null, Duration.ZERO);
        }
        var lengths = new LinkedHashMap<String, Duration>();
        var paid = Duration.ZERO;
        for (var piece : Layers.visible(plan.activities(), activities::categoryOf)) {
            var length = piece.span().duration();
            lengths.merge(piece.activity(), length, Duration::plus);
            if (activities.of(piece.activity()).filter(Activity::paid).isPresent()) {
                paid = paid.plus(length);
            }
        }
        var most =
                lengths.entrySet().stream()
                        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .map(Map.Entry::getKey)
                        .orElse(null);
        return new MonthDay(
                date,
                Shifts.of(plan, activities::categoryOf, activities::needsPresence).orElse(null),
                most,
                most == null ? null : activities.categoryOf(most),
                paid);
    }
}
