package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.Percent;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/// One person's score over some days by two sets of rules.
///
/// @param before by the rules as they are
/// @param after by the other rules
public record Moved(AgentId agent, Tally before, Tally after) {

    private static final int SHOWN_DECIMALS = 1;

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000);

    /// Whoever has a figure by one set of rules only, then the largest difference.
    public static final Comparator<Moved> LARGEST_FIRST =
            Comparator.comparing(
                            (Moved moved) -> moved.difference().map(BigDecimal::abs).orElse(MOST))
                    .reversed()
                    .thenComparing(Moved::agent);

    /// Whether there was anything to judge.
    public boolean isJudged() {
        return before.percent().isPresent() || after.percent().isPresent();
    }

    /// Whether the score differs, rounded as screens show it.
    public boolean moves() {
        return !shown(before).equals(shown(after));
    }

    /// In percentage points, between the scores as screens show them; empty when there is only one
    /// of the two, or none.
    public Optional<BigDecimal> difference() {
        return shown(after).flatMap(now -> shown(before).map(now::subtract));
    }

    private static Optional<BigDecimal> shown(Tally tally) {
        return tally.percent().map((Percent percent) -> percent.rounded(SHOWN_DECIMALS));
    }
}
