package dev.rollcall.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A draw that was made, with all that is needed to make it again.
///
/// @param week its Monday
/// @param rules the plan as it was
/// @param candidates the numbers of the interactions it was drawn from, by the person's number
/// @param drawn the numbers of those that were drawn
/// @param drawnBy by name
public record SamplingDraw(
        long number,
        long plan,
        LocalDate week,
        long seed,
        SamplingPlan rules,
        Map<Long, List<Long>> candidates,
        List<Long> drawn,
        Instant drawnAt,
        String drawnBy) {

    public SamplingDraw {
        candidates = Map.copyOf(candidates);
        drawn = List.copyOf(drawn);
    }

    public int people() {
        return candidates.size();
    }

    public int offered() {
        return candidates.values().stream().mapToInt(List::size).sum();
    }

    /// Draws again from what is written down.
    ///
    /// @return whether the same was drawn
    public boolean again() {
        return Draw.pick(candidates, rules.perWeek(), seed).values().stream()
                .flatMap(List::stream)
                .sorted()
                .toList()
                .equals(drawn.stream().sorted().toList());
    }
}
