package dev.rollcall.adherence;

import dev.rollcall.shared.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads single fields of what somebody wrote, and says what is wrong with them.
final class Forms {

    private static final int LONGEST_CODE = 100;

    private Forms() {}

    /// The text, or an empty one when it is missing or too long, which `problems` takes.
    static String text(
            @Nullable String value,
            String pointer,
            String meaning,
            List<InvalidInput.Problem> problems) {
        if (value == null || value.isBlank()) {
            problems.add(new InvalidInput.Problem(pointer, "This names " + meaning + "."));
            return "";
        }
        if (value.length() > LONGEST_CODE) {
            problems.add(
                    new InvalidInput.Problem(
                            pointer, "This has at most " + LONGEST_CODE + " characters."));
            return "";
        }
        return value;
    }

    /// One of an enumeration's names; `fallback` when it is missing, and when it is wrong.
    static <E extends Enum<E>> E choice(
            @Nullable String value,
            Class<E> type,
            E fallback,
            String pointer,
            List<InvalidInput.Problem> problems) {
        if (value == null) {
            return fallback;
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        var names =
                Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(" or "));
        problems.add(
                new InvalidInput.Problem(pointer, "This is " + names + ", not \"" + value + "\"."));
        return fallback;
    }
}
