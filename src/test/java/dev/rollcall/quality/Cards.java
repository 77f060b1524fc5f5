package dev.rollcall.quality;

import dev.rollcall.quality.Question.Kind;
import dev.rollcall.quality.Question.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A scorecard for tests: one critical yes-or-no, one scale of three.
public final class Cards {

    public static final Sheet SHEET =
            new Sheet(
                    "Calls",
                    "",
                    List.of(
                            category("law", true, question("identity", Kind.YES_NO, true)),
                            category("manner", false, question("tone", Kind.SCALE, false))));

    private Cards() {}

    private static Category category(String key, boolean critical, Question question) {
        return new Category(
                key,
                key.equals("law") ? "Rules" : "Manner",
                BigDecimal.ONE,
                critical,
                List.of(question));
    }

    private static Question question(String key, Kind kind, boolean compliance) {
        var options =
                kind == Kind.YES_NO
                        ? List.of(
                                new Option(BigDecimal.ONE, "", ""),
                                new Option(BigDecimal.ZERO, "", ""))
                        : List.of(
                                new Option(BigDecimal.ONE, "Poor", ""),
                                new Option(BigDecimal.TWO, "Fair", "Neither good nor bad"),
                                new Option(BigDecimal.valueOf(3), "Good", ""));
        return new Question(
                key,
                key.equals("tone") ? "Was the tone right?" : "Was the identity checked?",
                "",
                kind,
                BigDecimal.ONE,
                kind == Kind.SCALE,
                compliance,
                BigDecimal.ZERO,
                options,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    /// The identity was checked or not, and the tone from 0 to 2.
    public static Map<String, Answer> answers(boolean identity, int tone) {
        return Map.of("identity", Answer.of(identity ? 0 : 1), "tone", Answer.of(tone));
    }
}
