package dev.rollcall.quality;

import dev.rollcall.shared.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;

/// Whether answers suit a scorecard.
final class AnswersCheck {

    static final int LONGEST_NOTE = 500;
    static final int LONGEST_COMMENT = 2_000;

    private AnswersCheck() {}

    /// The answers to questions of the card, in its order.
    ///
    /// @param complete whether every question that counts needs one
    /// @throws InvalidInput naming the questions that have none or a wrong one, as `/answers/KEY`
    static Map<String, Answer> clean(Sheet sheet, Map<String, Answer> answers, boolean complete) {
        var problems = new InvalidInput.Collector();
        var clean = new LinkedHashMap<String, Answer>();
        sheet.questions()
                .forEach(question -> {
                    var pointer = "/answers/" + question.key();
                    var answer = answers.get(question.key());
                    if (answer == null) {
                        problems.check(
                                !complete || question.isBonus(),
                                pointer,
                                SheetCheck.sentence(
                                        "noAnswer",
                                        "Answer \"%s\".".formatted(question.text()),
                                        question.text()));
                        return;
                    }
                    var value = answer.value();
                    problems.check(
                            value == null
                                    ? question.mayBeSkipped() || question.isBonus()
                                    : question.takes(value),
                            pointer,
                            SheetCheck.sentence(
                                    "wrongAnswer",
                                    "This is no answer to \"%s\".".formatted(question.text()),
                                    question.text()));
                    problems.check(
                            answer.note().length() <= LONGEST_NOTE,
                            pointer,
                            SheetCheck.sentence(
                                    "longText",
                                    "Use at most %d characters.".formatted(LONGEST_NOTE),
                                    LONGEST_NOTE));
                    clean.put(question.key(), answer);
                });
        problems.throwIfAny();
        return clean;
    }

    /// @throws InvalidInput when it is too long, or missing where it is asked for
    static String text(String text, String pointer, boolean required) {
        var stripped = text.strip();
        var problems = new InvalidInput.Collector();
        problems.check(
                !required || !stripped.isEmpty(),
                pointer,
                SheetCheck.sentence("noWhy", "Say why: it will be read."));
        problems.check(
                stripped.length() <= LONGEST_COMMENT,
                pointer,
                SheetCheck.sentence(
                        "longText",
                        "Use at most %d characters.".formatted(LONGEST_COMMENT),
                        LONGEST_COMMENT));
        problems.throwIfAny();
        return stripped;
    }
}
