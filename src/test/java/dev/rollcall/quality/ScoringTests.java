package dev.rollcall.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.quality.Question.Kind;
import dev.rollcall.quality.Question.Option;
import dev.rollcall.shared.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published arithmetic as tables: Zendesk QA, "Reviews dashboard calculations"
/// (support.zendesk.com, article 7043701093786).
class ScoringTests {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal NONE = BigDecimal.ZERO;

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    /// A question with the points 1 to n.
    private static Question scale(String key, int steps, String weight) {
        var options =
                IntStream.rangeClosed(1, steps)
                        .mapToObj(i -> new Option(BigDecimal.valueOf(i), "" + i, ""))
                        .toList();
        return new Question(
                key, key, "", Kind.SCALE, number(weight), true, false, NONE, options, NONE, NONE);
    }

    private static Category category(
            String key, String weight, boolean critical, Question... questions) {
        return new Category(key, key, number(weight), critical, List.of(questions));
    }

    private static Category yesOrNo(String key, String weight, boolean critical) {
        return category(key, weight, critical, scale(key + "-q", 2, "1"));
    }

    private static Sheet sheet(Category... categories) {
        return new Sheet("Card", "", List.of(categories));
    }

    private static String percent(Sheet sheet, Map<String, Answer> answers) {
        return Scoring.review(sheet, answers)
                .percent()
                .map(BigDecimal::toPlainString)
                .orElse("none");
    }

    // ------------------------------------------------------------------ as published

    @ParameterizedTest(name = "of {0} steps the {1}. is {2} %")
    @CsvSource({
        "2, 1, 0.00",
        "2, 2, 100.00",
        "3, 1, 0.00",
        "3, 2, 50.00",
        "3, 3, 100.00",
        "4, 1, 0.00",
        "4, 2, 33.33",
        "4, 3, 66.67",
        "4, 4, 100.00",
        "5, 1, 0.00",
        "5, 2, 25.00",
        "5, 3, 50.00",
        "5, 4, 75.00",
        "5, 5, 100.00"
    })
    void aCategoryIsHowFarTheSelectedLiesBetweenTheLeastAndTheMost(
            int steps, int selected, String percent) {
        var sheet = sheet(category("c", "1", false, scale("q", steps, "1")));
        assertThat(percent(sheet, Map.of("q", Answer.of(selected - 1L)))).isEqualTo(percent);
    }

    /// The weights of the published example: two critical categories of 0.05, the others of 11
    /// together.
    private static final Sheet PUBLISHED =
            sheet(
                    yesOrNo("privacy", "0.05", true),
                    yesOrNo("language", "0.05", true),
                    yesOrNo("a", "4", false),
                    yesOrNo("b", "3", false),
                    yesOrNo("c", "3", false),
                    yesOrNo("d", "1", false));

    private static Map<String, Answer> publishedAnswers(String yes) {
        var answers = new HashMap<String, Answer>();
        for (var category : PUBLISHED.categories()) {
            boolean isYes = Arrays.asList(yes.split(" ")).contains(category.key());
            answers.put(category.key() + "-q", Answer.of(isYes ? 1 : 0));
        }
        return answers;
    }

    @ParameterizedTest(name = "yes to {0}: {1} %")
    @CsvSource({
        "privacy language a b c d, 100.00",
        "privacy language d, 9.91",
        "privacy language b c d, 63.96",
        "privacy language a b c, 90.99",
        "language a b c d, 0.00"
    })
    void reviewsAreAsPublished(String yes, String percent) {
        assertThat(percent(PUBLISHED, publishedAnswers(yes))).isEqualTo(percent);
    }

    @Test
    void theMeanOfThePublishedReviewsIsAsPublished() {
        var scores = new ArrayList<Fraction>();
        for (var yes :
                List.of(
                        "privacy language a b c d",
                        "privacy language d",
                        "privacy language b c d",
                        "privacy language a b c",
                        "language a b c d")) {
            scores.add(Scoring.review(PUBLISHED, publishedAnswers(yes)).score());
        }
        assertThat(Scoring.mean(scores).orElseThrow().percent(2)).isEqualByComparingTo("52.97");
    }

    // ------------------------------------------------------------------ the edges

    @ParameterizedTest(name = "a critical category at step {0} of 5: failed {1}")
    @CsvSource({"1, true", "2, true", "3, false", "4, false"})
    void onlyLessThanHalfOfACriticalCategoryFailsTheReview(int step, boolean failed) {
        var sheet =
                sheet(
                        category("critical", "1", true, scale("q", 5, "1")),
                        yesOrNo("other", "1", false));
        var review =
                Scoring.review(sheet, Map.of("q", Answer.of(step - 1L), "other-q", Answer.of(1)));
        assertThat(review.failed()).isEqualTo(failed);
        assertThat(Fraction.ZERO.equals(review.score())).isEqualTo(failed);
    }

    @Test
    void aQuestionInACriticalCategoryFailsNothingByItself() {
        var sheet = sheet(category("c", "1", true, scale("q1", 2, "1"), scale("q2", 2, "1")));
        assertThat(percent(sheet, Map.of("q1", Answer.of(0), "q2", Answer.of(1))))
                .isEqualTo("50.00");
    }

    @Test
    void whatIsSkippedWeighsNothing() {
        var sheet =
                sheet(
                        category("a", "3", false, scale("q1", 2, "1"), scale("q2", 5, "3")),
                        yesOrNo("b", "1", true));
        assertThat(
                        percent(
                                sheet,
                                Map.of(
                                        "q1",
                                        Answer.skipped(),
                                        "q2",
                                        Answer.of(3),
                                        "b-q",
                                        Answer.skipped())))
                .isEqualTo("75.00");
        var nothing =
                Scoring.review(
                        sheet,
                        Map.of(
                                "q1",
                                Answer.skipped(),
                                "q2",
                                Answer.skipped(),
                                "b-q",
                                Answer.skipped()));
        assertThat(nothing.percent()).isEmpty();
        assertThat(nothing.failed()).isFalse();
        assertThat(nothing.isComplete()).isTrue();
    }

    @Test
    void aBonusFillsUpAndNeverGoesBeyondNorSavesWhatFailed() {
        var bonus =
                new Question(
                        "bonus",
                        "Bonus",
                        "",
                        Kind.YES_NO,
                        NONE,
                        true,
                        false,
                        number("5"),
                        List.of(new Option(NONE, "", ""), new Option(ONE, "", "")),
                        NONE,
                        NONE);
        var sheet = sheet(category("a", "1", true, scale("q", 5, "1"), bonus));
        assertThat(percent(sheet, Map.of("q", Answer.of(3), "bonus", Answer.of(1))))
                .isEqualTo("80.00");
        assertThat(percent(sheet, Map.of("q", Answer.of(4), "bonus", Answer.of(1))))
                .isEqualTo("100.00");
        assertThat(percent(sheet, Map.of("q", Answer.of(1), "bonus", Answer.of(1))))
                .isEqualTo("0.00");
        assertThat(Scoring.review(sheet, Map.of("q", Answer.of(3), "bonus", Answer.of(0))).bonus())
                .isEqualByComparingTo("0");
    }

    @ParameterizedTest(name = "{2} between {0} and {1} earns {3} %")
    @CsvSource({
        "0, 10, 4, 40.00",
        "120, 0, 30, 75.00",
        "120, 0, 400, 0.00",
        "120, 0, -5, 100.00",
        "0, 3, 1, 33.33"
    })
    void aNumberIsHeldAgainstTheWorstAndTheBest(
            String worst, String best, String value, String percent) {
        var question =
                new Question(
                        "n",
                        "n",
                        "",
                        Kind.NUMBER,
                        ONE,
                        true,
                        false,
                        NONE,
                        List.of(),
                        number(worst),
                        number(best));
        assertThat(
                        percent(
                                sheet(category("c", "1", false, question)),
                                Map.of("n", new Answer(number(value), ""))))
                .isEqualTo(percent);
    }

    @Test
    void complianceIsCountedApart() {
        var asked = scale("q1", 2, "0");
        var compliance =
                new Question(
                        "law",
                        "law",
                        "",
                        Kind.SCALE,
                        NONE,
                        true,
                        true,
                        NONE,
                        asked.options(),
                        NONE,
                        NONE);
        var sheet = sheet(category("c", "1", false, compliance, scale("q2", 2, "1")));
        var review = Scoring.review(sheet, Map.of("law", Answer.of(0), "q2", Answer.of(1)));
        assertThat(review.complianceAsked()).isEqualTo(1);
        assertThat(review.complianceMet()).isZero();
        assertThat(review.percent()).contains(number("100.00"));
        assertThat(
                        Scoring.review(sheet, Map.of("law", Answer.skipped(), "q2", Answer.of(1)))
                                .complianceAsked())
                .isZero();
    }

    @Test
    void namesWhatHasNoAnswerYet() {
        assertThat(Scoring.review(PUBLISHED, Map.of("a-q", Answer.of(1))).missing())
                .containsExactly("privacy-q", "language-q", "b-q", "c-q", "d-q");
    }

    // ------------------------------------------------------------------ properties

    private static Sheet random(List<Integer> weights, boolean critical) {
        var categories = new ArrayList<Category>();
        for (int i = 0; i < weights.size(); i++) {
            categories.add(
                    category(
                            "c" + i,
                            "" + (1 + weights.get(i)),
                            critical && i == 0,
                            scale("q" + i + "-a", 5, "1"),
                            scale("q" + i + "-b", 3, "" + (1 + weights.get(i) % 4))));
        }
        return new Sheet("Card", "", categories);
    }

    private static Map<String, Answer> answers(Sheet sheet, List<Integer> dice) {
        var answers = new HashMap<String, Answer>();
        var questions = sheet.questions().toList();
        for (int i = 0; i < questions.size(); i++) {
            int thrown = dice.get(i % dice.size()) + i * 7;
            int options = questions.get(i).options().size();
            answers.put(
                    questions.get(i).key(),
                    thrown % 6 == 0 ? Answer.skipped() : Answer.of(thrown % options));
        }
        return answers;
    }

    @Property(tries = 300)
    void aReviewLiesBetweenNothingAndEverything(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 99) Integer> weights,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 99) Integer> dice,
            @ForAll boolean critical) {
        var sheet = random(weights, critical);
        var score = Scoring.review(sheet, answers(sheet, dice)).score();
        if (score != null) {
            assertThat(score).isBetween(Fraction.ZERO, Fraction.ONE);
        }
    }

    @Property(tries = 300)
    void aBetterAnswerNeverMakesAReviewWorse(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 99) Integer> weights,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 99) Integer> dice,
            @ForAll boolean critical) {
        var sheet = random(weights, critical);
        var answers = answers(sheet, dice);
        var before = Scoring.review(sheet, answers).score();
        for (var question : sheet.questions().toList()) {
            var answer = answers.get(question.key());
            var value = answer == null ? null : answer.value();
            if (value != null && value.intValue() < question.options().size() - 1) {
                var better = new HashMap<>(answers);
                better.put(question.key(), Answer.of(value.intValue() + 1L));
                assertThat(Scoring.review(sheet, better).score()).isGreaterThanOrEqualTo(before);
            }
        }
    }

    /// Skipping is the same as a card on which the question never stood.
    @Property(tries = 300)
    void skippingIsAsIfItHadNeverBeenAsked(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 99) Integer> weights,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 99) Integer> dice) {
        var sheet = random(weights, true);
        var answers = answers(sheet, dice);
        answers.put("q1-a", Answer.skipped());
        answers.put("q1-b", Answer.skipped());
        var without = new ArrayList<>(sheet.categories());
        without.remove(1);
        assertThat(Scoring.review(sheet, answers).score())
                .isEqualTo(Scoring.review(new Sheet("Card", "", without), answers).score());
    }

    // ------------------------------------------------------------------ what a card must have

    @Test
    void aCardNobodyCouldBeJudgedByIsRefusedFieldByField() {
        var flat = scale("q", 1, "1");
        var sheet =
                new Sheet(
                        "",
                        "",
                        List.of(
                                new Category("C!", "", number("101"), true, List.of()),
                                category("d", "1", false, flat, flat)));
        assertThatThrownBy(() -> SheetCheck.check(sheet))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .contains(
                                                "/name",
                                                "/categories/0/key",
                                                "/categories/0/name",
                                                "/categories/0/weight",
                                                "/categories/0/questions",
                                                "/categories/0/critical",
                                                "/categories/1/questions/0/options",
                                                "/categories/1/questions/1/key"));
    }

    @Test
    void aSheetIsReadAsItWasWritten() {
        var written = QualityJson.write(PUBLISHED);
        assertThat(QualityJson.write(QualityJson.sheet(written))).isEqualTo(written);
        assertThat(QualityJson.sheet(written)).isEqualTo(PUBLISHED);
        var answers = Map.of("a", Answer.skipped(), "b", new Answer(number("2.50"), "why"));
        assertThat(QualityJson.answers(QualityJson.write(answers))).isEqualTo(answers);
    }
}
