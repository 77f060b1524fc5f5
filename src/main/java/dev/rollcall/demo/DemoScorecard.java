package dev.rollcall.demo;

import dev.rollcall.quality.Category;
import dev.rollcall.quality.Question;
import dev.rollcall.quality.Question.Kind;
import dev.rollcall.quality.Question.Option;
import dev.rollcall.quality.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The demo's scorecard in its two versions: the second asks one question more.
final class DemoScorecard {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal NONE = BigDecimal.ZERO;

    private DemoScorecard() {}

    static Sheet first() {
        return sheet(false);
    }

    static Sheet second() {
        return sheet(true);
    }

    private static Sheet sheet(boolean second) {
        var understanding = new ArrayList<Question>();
        understanding.add(
                scale(
                        "understood",
                        "Found out what the customer really wanted",
                        "Two or three questions are worth more than one guess."));
        if (second) {
            understanding.add(
                    scale(
                            "summed-up",
                            "Summed it up before solving it",
                            "In the customer’s words."));
        }
        return new Sheet(
                "Customer calls",
                "For calls and chats with private customers.",
                List.of(
                        new Category(
                                "rules",
                                "Rules",
                                BigDecimal.TWO,
                                true,
                                List.of(
                                        rule(
                                                "identity",
                                                "Checked who is speaking before saying anything about the contract"),
                                        rule("privacy", "Said that the call is recorded"))),
                        new Category(
                                "understanding",
                                "Understanding",
                                BigDecimal.valueOf(3),
                                false,
                                understanding),
                        new Category(
                                "solution",
                                "Solution",
                                BigDecimal.valueOf(4),
                                false,
                                List.of(solved(), hold())),
                        new Category(
                                "manner",
                                "Manner",
                                ONE,
                                false,
                                List.of(scale("tone", "Tone and patience", ""), extra()))));
    }

    private static Question question(
            String key,
            String text,
            String guidance,
            Kind kind,
            boolean compliance,
            BigDecimal bonus,
            List<Option> options,
            BigDecimal worst) {
        return new Question(
                key,
                text,
                guidance,
                kind,
                ONE,
                !compliance,
                compliance,
                bonus,
                options,
                worst,
                NONE);
    }

    private static Question rule(String key, String text) {
        return question(key, text, "", Kind.YES_NO, true, NONE, yesOrNo(), NONE);
    }

    private static List<Option> yesOrNo() {
        return List.of(new Option(ONE, "", ""), new Option(NONE, "", ""));
    }

    private static Question scale(String key, String text, String guidance) {
        return question(
                key,
                text,
                guidance,
                Kind.SCALE,
                false,
                NONE,
                List.of(
                        new Option(ONE, "1", "Missing, or it did harm"),
                        new Option(BigDecimal.TWO, "2", ""),
                        new Option(BigDecimal.valueOf(3), "3", "As it should be"),
                        new Option(BigDecimal.valueOf(4), "4", ""),
                        new Option(BigDecimal.valueOf(5), "5", "One to play to newcomers")),
                NONE);
    }

    private static Question solved() {
        return question(
                "solved",
                "Was it solved?",
                "",
                Kind.CHOICE,
                false,
                NONE,
                List.of(
                        new Option(
                                BigDecimal.valueOf(10),
                                "At once",
                                "The customer need not come again"),
                        new Option(
                                BigDecimal.valueOf(6),
                                "After a detour",
                                "Solved, with a transfer or a call back"),
                        new Option(NONE, "No", "The customer comes again")),
                NONE);
    }

    private static Question hold() {
        return question(
                "hold",
                "Seconds on hold",
                "",
                Kind.NUMBER,
                false,
                NONE,
                List.of(),
                BigDecimal.valueOf(180));
    }

    private static Question extra() {
        return question(
                "extra",
                "Went out of their way",
                "Something the customer will tell others",
                Kind.YES_NO,
                false,
                BigDecimal.valueOf(5),
                yesOrNo(),
                NONE);
    }
}
