package dev.rollcall.planner;

import dev.rollcall.people.UnitId;
import dev.rollcall.planner.ShiftTemplate.Pause;
import dev.rollcall.planner.ShiftTemplate.Stretch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template as somebody wants to save it; see [ShiftTemplate] for what the parts mean.
public record TemplateDraft(
        String name, @Nullable UnitId unit, List<Stretch> stretches, List<Pause> pauses) {

    public TemplateDraft {
        stretches = List.copyOf(stretches);
        pauses = List.copyOf(pauses);
    }

    public static TemplateDraft of(ShiftTemplate template) {
        return new TemplateDraft(
                template.name(), template.unit(), template.stretches(), template.pauses());
    }
}
