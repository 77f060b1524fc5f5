package dev.rollcall.incentives;

import dev.rollcall.incentives.Reason.Outcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a period of a scheme comes to, of everybody who takes part.
///
/// @param people who take part
/// @param earning how many of them got points; null where it would tell of one person
/// @param points given together; null where it would tell of one person
/// @param before points earned, before the cap
/// @param least points somebody who got any got; null where nobody did or it would tell
/// @param middle as many got at least so many as got at most so many
/// @param most points somebody got
/// @param outcomes how often what came of it; empty where it would tell
public record Sums(
        int people,
        @Nullable Integer earning,
        @Nullable Long points,
        @Nullable Long before,
        @Nullable Long least,
        @Nullable Long middle,
        @Nullable Long most,
        Map<Outcome, Integer> outcomes) {

    /// Fewer people than this are not told of together where the figure is theirs alone.
    static final int FEWEST = 5;

    public Sums {
        outcomes = Map.copyOf(outcomes);
    }

    /// @param own whether points tell of figures that are each person's own: then only sums of five
    ///   people are told, and nothing of the spread, whose ends are one person
    static Sums of(Collection<Reason> reasons, boolean own) {
        var given = reasons.stream().map(Reason::given).filter(each -> each > 0).sorted().toList();
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        reasons.forEach(each -> outcomes.merge(each.outcome(), 1, Integer::sum));
        long before = reasons.stream().mapToLong(Reason::earned).sum();
        long sum = given.stream().mapToLong(each -> each).sum();
        if (!own) {
            return new Sums(
                    reasons.size(),
                    given.size(),
                    sum,
                    before,
                    given.isEmpty() ? null : given.getFirst(),
                    middle(given),
                    given.isEmpty() ? null : given.getLast(),
                    outcomes);
        }
        int without = reasons.size() - given.size();
        boolean told = given.size() >= FEWEST && (without == 0 || without >= FEWEST);
        return new Sums(
                reasons.size(),
                told ? given.size() : null,
                told ? sum : null,
                told ? before : null,
                null,
                null,
                null,
                Map.of());
    }

    private static @Nullable Long middle(List<Long> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
