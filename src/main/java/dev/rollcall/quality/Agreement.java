package dev.rollcall.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far those who scored the same thing agree.
///
/// @param scorers their names, the reference first where there is one
/// @param reviews what each came to, in the same order
/// @param questions each of the card's, in its order
public record Agreement(
        List<String> scorers,
        List<Review> reviews,
        boolean hasReference,
        List<OfQuestion> questions) {

    public Agreement {
        scorers = List.copyOf(scorers);
        reviews = List.copyOf(reviews);
        questions = List.copyOf(questions);
    }

    /// @param answers one of each scorer, in their order; null: none
    /// @param spread from the least that was earned to the most, in hundredths; null where fewer
    ///   than two earned anything
    /// @param same of all pairs of scorers, the share who answered alike, in hundredths
    public record OfQuestion(
            Question question,
            List<@Nullable Answer> answers,
            @Nullable BigDecimal spread,
            BigDecimal same) {}

    /// What each scored, by name.
    ///
    /// @param reference whose answers the others are held against; null: nobody's
    static Agreement of(
            Sheet sheet, Map<String, Map<String, Answer>> scores, @Nullable String reference) {
        var names = new ArrayList<String>();
        boolean hasReference = reference != null && scores.containsKey(reference);
        if (hasReference) {
            names.add(reference);
        }
        scores.keySet().stream()
                .filter(name -> !name.equals(reference))
                .sorted()
                .forEach(names::add);
        var all = new LinkedHashMap<String, Map<String, Answer>>();
        names.forEach(name -> all.put(name, scores.getOrDefault(name, Map.of())));
        return new Agreement(
                names,
                all.values().stream().map(each -> Scoring.review(sheet, each)).toList(),
                hasReference,
                sheet.questions()
                        .map(question -> of(question, List.copyOf(all.values())))
                        .toList());
    }

    private static OfQuestion of(Question question, List<Map<String, Answer>> all) {
        var answers = new ArrayList<@Nullable Answer>();
        all.forEach(each -> answers.add(each.get(question.key())));
        var shares =
                answers.stream()
                        .filter(Objects::nonNull)
                        .flatMap(answer -> Optional.ofNullable(answer.value()).stream())
                        .flatMap(value -> question.share(value).stream())
                        .sorted()
                        .toList();
        return new OfQuestion(
                question,
                Collections.unmodifiableList(answers),
                shares.size() < 2
                        ? null
                        : shares.getLast().minus(shares.getFirst()).percent(Review.SHOWN),
                same(answers).percent(Review.SHOWN));
    }

    private static Fraction same(List<@Nullable Answer> answers) {
        int pairs = 0;
        int alike = 0;
        for (int i = 0; i < answers.size(); i++) {
            for (int j = i + 1; j < answers.size(); j++) {
                pairs++;
                alike += isSame(answers.get(i), answers.get(j)) ? 1 : 0;
            }
        }
        return pairs == 0 ? Fraction.ONE : Fraction.of(alike).over(Fraction.of(pairs));
    }

    private static boolean isSame(@Nullable Answer one, @Nullable Answer other) {
        if (one == null || other == null) {
            return one == other;
        }
        var value = one.value();
        var otherValue = other.value();
        return value == null || otherValue == null
                ? value == otherValue
                : value.compareTo(otherValue) == 0;
    }

    /// How far a scorer's review lies from the reference, in hundredths; empty for the reference,
    /// or where one has no score.
    public Optional<BigDecimal> off(int scorer) {
        if (!hasReference || scorer == 0) {
            return Optional.empty();
        }
        var own = reviews.get(scorer).score();
        var reference = reviews.getFirst().score();
        return own == null || reference == null
                ? Optional.empty()
                : Optional.of(own.minus(reference).percent(Review.SHOWN));
    }
}
