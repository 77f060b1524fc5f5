package dev.rollcall.quality;

import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a scorecard must have before somebody is judged by it.
final class SheetCheck {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_TEXT = 500;
    static final int MOST_QUESTIONS = 60;
    private static final int MOST_OPTIONS = 11;
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(100);
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final InvalidInput.Collector problems = new InvalidInput.Collector();
    private final Set<String> keys = new HashSet<>();

    private SheetCheck() {}

    /// @throws InvalidInput naming everything that is wrong, for example
    ///   `/categories/0/questions/2/options`
    static void check(Sheet sheet) {
        var check = new SheetCheck();
        check.sheet(sheet);
        check.problems.throwIfAny();
    }

    static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("quality.problem." + key, english, Arrays.asList(values));
    }

    private void sheet(Sheet sheet) {
        text(sheet.name(), "/name", LONGEST_NAME, true);
        text(sheet.about(), "/about", LONGEST_TEXT, false);
        problems.check(
                sheet.questions().anyMatch(each -> !each.isBonus() && each.weight().signum() > 0),
                "/categories",
                sentence("noQuestion", "A scorecard needs at least one question with a weight."));
        problems.check(
                sheet.questions().count() <= MOST_QUESTIONS,
                "/categories",
                sentence(
                        "manyQuestions",
                        "Use at most %d questions.".formatted(MOST_QUESTIONS),
                        MOST_QUESTIONS));
        for (int i = 0; i < sheet.categories().size(); i++) {
            category(sheet.categories().get(i), "/categories/" + i);
        }
    }

    private void category(Category category, String at) {
        key(category.key(), at);
        text(category.name(), at + "/name", LONGEST_NAME, true);
        weight(category.weight(), at + "/weight");
        problems.check(
                !category.questions().isEmpty(),
                at + "/questions",
                sentence("emptyCategory", "A category needs at least one question."));
        problems.check(
                !category.critical()
                        || category.questions().stream()
                                .anyMatch(each -> !each.isBonus() && each.weight().signum() > 0),
                at + "/critical",
                sentence(
                        "criticalOfNothing",
                        "A critical category needs a question with a weight: nothing could fail it."));
        for (int i = 0; i < category.questions().size(); i++) {
            question(category.questions().get(i), at + "/questions/" + i);
        }
    }

    private void question(Question question, String at) {
        key(question.key(), at);
        text(question.text(), at + "/text", LONGEST_TEXT, true);
        text(question.guidance(), at + "/guidance", LONGEST_TEXT, false);
        weight(question.weight(), at + "/weight");
        weight(question.bonus(), at + "/bonus");
        if (question.kind() == Question.Kind.NUMBER) {
            problems.check(
                    question.worst().compareTo(question.best()) != 0,
                    at + "/best",
                    sentence("flatNumber", "The best number must be another one than the worst."));
            return;
        }
        problems.check(
                question.options().size() >= 2 && question.options().size() <= MOST_OPTIONS,
                at + "/options",
                sentence("fewOptions", "Offer between two and eleven answers."));
        problems.check(
                question.least().compareTo(question.most()) != 0,
                at + "/options",
                sentence("flatOptions", "The answers must be worth different points."));
        for (var option : question.options()) {
            text(option.label(), at + "/options", LONGEST_NAME, isNamed(question));
            text(option.guidance(), at + "/options", LONGEST_TEXT, false);
        }
    }

    private static boolean isNamed(Question question) {
        return List.of(Question.Kind.SCALE, Question.Kind.CHOICE).contains(question.kind());
    }

    private void key(String key, String at) {
        problems.check(
                KEY.matcher(key).matches() && keys.add(key),
                at + "/key",
                sentence("key", "Use a short key of its own: small letters, digits and hyphens."));
    }

    private void text(String text, String at, int longest, boolean required) {
        problems.check(!required || !text.isBlank(), at, sentence("noText", "Fill this in."));
        problems.check(
                text.length() <= longest,
                at,
                sentence("longText", "Use at most %d characters.".formatted(longest), longest));
    }

    private void weight(BigDecimal weight, String at) {
        problems.check(
                weight.signum() >= 0 && weight.compareTo(HEAVIEST) <= 0 && weight.scale() <= 4,
                at,
                sentence("weight", "Use a number from 0 to 100."));
    }
}
