package dev.rollcall.surveys;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/// Answers to one kind of survey, counted. Pure.
///
/// @param good promoters, or satisfied customers
/// @param between passives, or those who are neither
/// @param bad detractors, or dissatisfied customers
public record SurveyTally(SurveyKind kind, int good, int between, int bad) {

    /// With fewer answers than this a figure says nothing about anybody.
    public static final int ENOUGH = 5;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @param scores each one the kind has
    public static SurveyTally of(SurveyKind kind, Collection<Integer> scores) {
        int good = (int) scores.stream().filter(kind::isGood).count();
        int bad = (int) scores.stream().filter(kind::isBad).count();
        return new SurveyTally(kind, good, scores.size() - good - bad, bad);
    }

    public int answers() {
        return good + between + bad;
    }

    /// The net promoter score, from −100 to 100, or the satisfied in percent; to one digit, half
    /// up. Empty without answers.
    public Optional<BigDecimal> figure() {
        if (answers() == 0) {
            return Optional.empty();
        }
        int counted = kind == SurveyKind.NPS ? good - bad : good;
        return Optional.of(share(counted));
    }

    /// Whether there are enough answers to compare it.
    public boolean isEnough() {
        return answers() >= ENOUGH;
    }

    /// Of a hundred customers so many are of a part, rounded half up. Not for no answers.
    ///
    /// @param part as [#good] or [#bad]
    public int ofHundred(int part) {
        return share(part).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private BigDecimal share(int part) {
        return HUNDRED.multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(answers()), 1, RoundingMode.HALF_UP);
    }
}
