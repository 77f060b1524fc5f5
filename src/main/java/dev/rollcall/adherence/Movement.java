package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.Percent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What other rules make of some days, as one reader may see it: the sum of everybody's seconds
/// before and after, how many people it moves, and whom, the largest difference first.
///
/// @param before the score of all; empty when nothing was judged, or when `tooFew`
/// @param after the same by the other rules
/// @param people how many were judged
/// @param moved how many of them have another score, rounded as screens show it; 0 when `tooFew`
/// @param tooFew whether so few people are out of the reader's sight that a sum would tell about
///   one of them
/// @param whom those who are moved and whom the reader may see
public record Movement(
        Optional<Percent> before,
        Optional<Percent> after,
        int people,
        int moved,
        boolean tooFew,
        List<Moved> whom) {

    /// A sum over fewer people says something about each of them.
    private static final int FEWEST = 5;

    public static final Movement NOTHING =
            new Movement(Optional.empty(), Optional.empty(), 0, 0, false, List.of());

    public Movement {
        whom = List.copyOf(whom);
    }

    /// How many are moved and out of the reader's sight.
    public int others() {
        return tooFew ? 0 : moved - whom.size();
    }

    /// @param seen whose figures the reader may see
    public static Movement of(Collection<Moved> everybody, Set<AgentId> seen) {
        var judged = everybody.stream().filter(Moved::isJudged).toList();
        long unseen = judged.stream().filter(each -> !seen.contains(each.agent())).count();
        // Whoever sees all but a few could take what they see off the sum.
        boolean tooFew = unseen > 0 && unseen < FEWEST;
        var moved = judged.stream().filter(Moved::moves).toList();
        return new Movement(
                tooFew
                        ? Optional.empty()
                        : judged.stream()
                                .map(Moved::before)
                                .reduce(Tally.NONE, Tally::plus)
                                .percent(),
                tooFew
                        ? Optional.empty()
                        : judged.stream()
                                .map(Moved::after)
                                .reduce(Tally.NONE, Tally::plus)
                                .percent(),
                judged.size(),
                tooFew ? 0 : moved.size(),
                tooFew,
                moved.stream()
                        .filter(each -> seen.contains(each.agent()))
                        .sorted(Moved.LARGEST_FIRST)
                        .toList());
    }
}
