package dev.rollcall.development;

import java.util.Optional;
import java.util.regex.Pattern;

/// What something in a plan begins from: a coaching session or an evaluation of the same person.
///
/// @param number what the page of it calls it
public record Source(Kind kind, long number) {

    private static final Pattern WRITTEN = Pattern.compile("(coaching|evaluation)-([0-9]{1,18})");

    public enum Kind {
        COACHING,
        EVALUATION
    }

    /// Reads `coaching-12` and `evaluation-7`, as addresses say it; empty for anything else.
    public static Optional<Source> parse(String text) {
        var found = WRITTEN.matcher(text);
        return found.matches()
                ? Optional.of(
                        new Source(
                                found.group(1).equals("coaching") ? Kind.COACHING : Kind.EVALUATION,
                                Long.parseLong(found.group(2))))
                : Optional.empty();
    }

    /// Where one of the owners of a plan finds it.
    public String addressFor(Side side) {
        return switch (kind) {
            case COACHING -> side == Side.LEAD ? "coaching/" + number : "my-coaching";
            case EVALUATION ->
                    (side == Side.LEAD ? "quality/evaluations/" : "my-evaluations/") + number;
        };
    }
}
