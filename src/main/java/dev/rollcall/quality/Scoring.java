package dev.rollcall.quality;

import dev.rollcall.quality.Review.CategoryScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The arithmetic of scorecards: a question earns (selected - min) / (max - min); a category is the
/// mean of its questions by their weights, a review the mean of its categories by theirs, each
/// without what was skipped. A critical category below half makes the review nothing.
///
/// As published by Zendesk QA, "Reviews dashboard calculations" (support.zendesk.com, article
/// 7043701093786), which scores categories directly: one of one question here. Full marks are the
/// most there is, so that a bonus fills up and never goes beyond.
public final class Scoring {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));
    private static final Fraction HUNDRED = Fraction.of(100);

    private Scoring() {}

    /// Scores answers; those to questions the card does not have are of no interest.
    public static Review review(Sheet sheet, Map<String, Answer> answers) {
        var categories = new ArrayList<CategoryScore>();
        var missing = new ArrayList<String>();
        var bonus = Fraction.ZERO;
        int met = 0;
        int asked = 0;
        for (var category : sheet.categories()) {
            categories.add(score(category, answers));
            for (var question : category.questions()) {
                var answer = answers.get(question.key());
                if (answer == null) {
                    missing.add(question.key());
                    continue;
                }
                var share = share(question, answer).orElse(null);
                if (share == null) {
                    continue;
                }
                if (question.compliance()) {
                    asked++;
                    met += share.equals(Fraction.ONE) ? 1 : 0;
                }
                if (question.isBonus()) {
                    bonus = bonus.plus(share.times(Fraction.of(question.bonus())));
                }
            }
        }
        return new Review(
                total(categories, bonus), categories, rounded(bonus), met, asked, missing);
    }

    private static CategoryScore score(Category category, Map<String, Answer> answers) {
        var sum = new Weighted();
        int skipped = 0;
        for (var question : category.questions()) {
            var answer = answers.get(question.key());
            if (question.isBonus() || answer == null) {
                continue;
            }
            skipped += answer.isSkipped() ? 1 : 0;
            share(question, answer).ifPresent(share -> sum.add(share, question.weight()));
        }
        var score = sum.mean();
        boolean failed = category.critical() && score != null && score.compareTo(HALF) < 0;
        return new CategoryScore(category, score, failed, skipped);
    }

    private static Optional<Fraction> share(Question question, Answer answer) {
        return Optional.ofNullable(answer.value()).filter(question::takes).flatMap(question::share);
    }

    private static @Nullable Fraction total(List<CategoryScore> categories, Fraction bonus) {
        if (categories.stream().anyMatch(CategoryScore::failed)) {
            return Fraction.ZERO;
        }
        var sum = new Weighted();
        for (var each : categories) {
            if (each.score() != null) {
                sum.add(each.score(), each.category().weight());
            }
        }
        var mean = sum.mean();
        return mean == null
                ? null
                : mean.plus(bonus.over(HUNDRED)).within(Fraction.ZERO, Fraction.ONE);
    }

    private static BigDecimal rounded(Fraction points) {
        return points.over(HUNDRED).percent(Review.SHOWN);
    }

    /// The mean of reviews, each counting as much as any other; empty of none.
    static Optional<Fraction> mean(Collection<Fraction> scores) {
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        scores.stream()
                                .reduce(Fraction.ZERO, Fraction::plus)
                                .over(Fraction.of(scores.size())));
    }

    /// A mean by weights.
    private static final class Weighted {

        private Fraction sum = Fraction.ZERO;
        private Fraction weights = Fraction.ZERO;

        void add(Fraction share, BigDecimal weight) {
            sum = sum.plus(share.times(Fraction.of(weight)));
            weights = weights.plus(Fraction.of(weight));
        }

        /// @return null when nothing weighs anything
        @Nullable Fraction mean() {
            return weights.isZero() ? null : sum.over(weights);
        }
    }
}
