package dev.rollcall.adherence;

import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads single fields of what somebody wrote, and says what is wrong with them.
final class Forms {

    private static final int LONGEST_CODE = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private Forms() {}

    /// What is wrong, for people in their language and for programs in English.
    static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("adherence.problem." + key, english, List.of(values));
    }

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

    /// A presence as it is written, or an empty text when it is none, which `problems` takes.
    static String presence(
            @Nullable String value, String pointer, List<InvalidInput.Problem> problems) {
        var written = text(value, pointer, "a presence such as UNAVAILABLE/BREAK", problems);
        if (!written.isEmpty()) {
            try {
                PresenceState.parse(written);
            } catch (IllegalArgumentException e) {
                problems.add(new InvalidInput.Problem(pointer, e.getMessage() + "."));
            }
        }
        return written;
    }

    /// The presences of a list.
    static Set<String> presences(
            List<@Nullable String> values, String pointer, List<InvalidInput.Problem> problems) {
        var presences = new HashSet<String>();
        int i = 0;
        for (var value : values) {
            presences.add(presence(value, pointer + "/" + i++, problems));
        }
        return presences;
    }

    /// Whether a day lies in the years there can be plans in.
    static boolean isKnown(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /// @throws InvalidInput when nothing can be known of a day
    static void checkDay(LocalDate day, String pointer) {
        if (!isKnown(day)) {
            throw InvalidInput.of(pointer, whichDay());
        }
    }

    static Sentence whichDay() {
        return sentence(
                "whichDay",
                "The day lies from " + FIRST_DAY + " to " + LAST_DAY + ".",
                FIRST_DAY,
                LAST_DAY);
    }

    /// A member's name as a JSON pointer writes it.
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
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
