package dev.rollcall.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What answers come to, and why.
///
/// @param score from nothing to everything; null when all was skipped
/// @param categories each of the card's, in its order
/// @param bonus what was added, in hundredths
/// @param complianceMet of the compliance questions that were answered, how many fully
/// @param complianceAsked how many compliance questions were answered and not skipped
/// @param missing the questions without an answer
public record Review(
        @Nullable Fraction score,
        List<CategoryScore> categories,
        BigDecimal bonus,
        int complianceMet,
        int complianceAsked,
        List<String> missing) {

    /// Digits a score is kept with.
    static final int KEPT = 8;

    /// Digits it is shown with.
    public static final int SHOWN = 2;

    public Review {
        categories = List.copyOf(categories);
        missing = List.copyOf(missing);
    }

    /// @param score null when all of it was skipped
    /// @param failed whether it is critical and less than half of it was reached
    /// @param skipped how many of its questions were
    public record CategoryScore(
            Category category, @Nullable Fraction score, boolean failed, int skipped) {

        public Optional<BigDecimal> percent() {
            return Optional.ofNullable(score).map(it -> it.percent(SHOWN));
        }
    }

    public boolean failed() {
        return categories.stream().anyMatch(CategoryScore::failed);
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }

    /// As it is shown; empty when all was skipped.
    public Optional<BigDecimal> percent() {
        return Optional.ofNullable(score).map(it -> it.percent(SHOWN));
    }

    /// As it is kept.
    @Nullable BigDecimal kept() {
        return score == null ? null : score.percent(KEPT);
    }
}
