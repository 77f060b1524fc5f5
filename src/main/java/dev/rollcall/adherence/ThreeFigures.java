package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.shared.Percent;
import java.util.Optional;

/// What is shown beside each other wherever somebody's adherence is said, so that no figure stands
/// without the other two.
///
/// @param score after grace and excuses
/// @param tolerated after grace
/// @param raw without either
public record ThreeFigures(Percent score, Percent tolerated, Percent raw) {

    /// Empty when there is nothing to measure.
    public static Optional<ThreeFigures> of(Figures figures) {
        return percent(figures.score())
                .flatMap(score ->
                        percent(figures.tolerated())
                                .flatMap(tolerated ->
                                        percent(figures.raw())
                                                .map(raw ->
                                                        new ThreeFigures(score, tolerated, raw))));
    }

    private static Optional<Percent> percent(Tally tally) {
        return tally.percent();
    }
}
