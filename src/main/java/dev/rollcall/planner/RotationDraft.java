package dev.rollcall.planner;

import dev.rollcall.people.UnitId;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody wants a rotation to be; not checked yet.
///
/// @param unit null: everybody's
/// @param weeks the template of each weekday, week by week
public record RotationDraft(
        String name, @Nullable UnitId unit, List<Map<DayOfWeek, TemplateId>> weeks) {

    public RotationDraft {
        weeks = weeks.stream().map(Map::copyOf).toList();
    }
}
