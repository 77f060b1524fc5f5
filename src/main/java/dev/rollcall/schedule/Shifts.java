package dev.rollcall.schedule;

import dev.rollcall.shared.TimeSpan;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// From when to when a planned day asks somebody to be there. Pure.
public final class Shifts {

    private Shifts() {}

    /// From the first to the last planned hour that is not time off and needs presence; empty when
    /// there is none.
    ///
    /// @param categories the category of an activity's code
    /// @param needsPresence whether an activity asks people to be there, by its code
    public static Optional<TimeSpan> of(
            DayPlan plan, Function<String, Category> categories, Predicate<String> needsPresence) {
        var pieces =
                Layers.visible(plan.activities(), categories).stream()
                        .filter(piece -> piece.category() != Category.TIME_OFF)
                        .filter(piece -> needsPresence.test(piece.activity()))
                        .toList();
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        TimeSpan.of(
                                pieces.getFirst().span().start(), pieces.getLast().span().end()));
    }
}
