package dev.rollcall.schedule;

import dev.rollcall.shared.TimeSpan;
import java.util.Optional;
import java.util.function.Function;

/// From when to when a planned day asks somebody to be there. Pure.
public final class Shifts {

    private Shifts() {}

    /// From the first to the last planned hour that is not time off; empty when there is none.
    ///
    /// @param categories the category of an activity's code
    public static Optional<TimeSpan> of(DayPlan plan, Function<String, Category> categories) {
        var pieces =
                Layers.visible(plan.activities(), categories).stream()
                        .filter(piece -> piece.category() != Category.TIME_OFF)
                        .toList();
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        TimeSpan.of(
                                pieces.getFirst().span().start(), pieces.getLast().span().end()));
    }
}
