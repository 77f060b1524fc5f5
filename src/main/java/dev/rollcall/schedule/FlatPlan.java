package dev.rollcall.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// A plan without entries that lie over each other on one layer: what the later of them covers is
/// cut away, so that nothing visible changes. In order of time. Pure.
final class FlatPlan {

    private FlatPlan() {}

    /// @param categories the category of an activity's code
    static List<PlannedActivity> of(DayPlan plan, Function<String, Category> categories) {
        var flat = new ArrayList<PlannedActivity>();
        for (var category : Category.values()) {
            var layer =
                    plan.activities().stream()
                            .filter(entry -> categories.apply(entry.activity()) == category)
                            .toList();
            Layers.visible(layer, categories)
                    .forEach(
                            piece -> flat.add(new PlannedActivity(piece.activity(), piece.span())));
        }
        // What lasts longer first: the shift before what lies in it.
        flat.sort(
                Comparator.comparing((PlannedActivity entry) -> entry.span().start())
                        .thenComparing(entry -> entry.span().end(), Comparator.reverseOrder()));
        return flat;
    }
}
