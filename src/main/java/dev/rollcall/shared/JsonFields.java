package dev.rollcall.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what systems tell from JSON, field by field: all that is wrong is told at once.
public final class JsonFields {

    private static final Instant EARLIEST = Instant.parse("1970-01-03T00:00:00Z");
    private static final int LONGEST_WORD = 100;

    private final JsonNode json;
    private final InvalidInput.Collector problems = new InvalidInput.Collector();

    public JsonFields(JsonNode json) {
        this.json = json;
    }

    /// What was found wrong, and where more is told.
    public InvalidInput.Collector problems() {
        return problems;
    }

    /// A field; null where it is missing or null.
    public @Nullable JsonNode value(String pointer) {
        var value = json.at(pointer);
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    /// The name of a field, for sentences.
    public static String name(String pointer) {
        return pointer.substring(1);
    }

    /// A line of text; null where there is none, or it cannot be taken.
    ///
    /// @param longest in characters
    public @Nullable String line(String pointer, int longest, boolean required) {
        var value = value(pointer);
        if (value == null || (value.isString() && value.stringValue().isBlank())) {
            problems.check(
                    !required,
                    pointer,
                    said("required", name(pointer) + " is required.", name(pointer)));
            return null;
        }
        if (!value.isString() || !isLine(value.stringValue(), longest)) {
            problems.add(
                    pointer,
                    said(
                            "line",
                            "%s is a text of up to %d characters without line breaks."
                                    .formatted(name(pointer), longest),
                            name(pointer),
                            longest));
            return null;
        }
        return value.stringValue().strip();
    }

    private static boolean isLine(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /// The field `version`; 1 where it is missing.
    public long version() {
        var value = value("/version");
        if (value == null) {
            return 1;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            problems.add("/version", said("version", "version is a whole number from 0 on."));
            return 1;
        }
        return value.longValue();
    }

    /// A required one of some names; null where it is none of them.
    public <E extends Enum<E>> @Nullable E choice(String pointer, Class<E> type) {
        var text = line(pointer, LONGEST_WORD, true);
        if (text == null) {
            return null;
        }
        var found =
                Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equals(text))
                        .findFirst();
        var names =
                Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "));
        problems.check(
                found.isPresent(),
                pointer,
                said(
                        "choice",
                        "%s is one of %s, not \"%s\".".formatted(name(pointer), names, text),
                        name(pointer),
                        names,
                        text));
        return found.orElse(null);
    }

    /// A required instant, to the microsecond; null where it is none.
    public @Nullable Instant instant(String pointer) {
        var text = line(pointer, LONGEST_WORD, true);
        if (text == null) {
            return null;
        }
        try {
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            problems.check(instant.isAfter(EARLIEST), pointer, name(pointer) + " is after 1970.");
            return instant;
        } catch (DateTimeException e) {
            problems.add(
                    pointer,
                    said(
                            "instant",
                            name(pointer)
                                    + " is an RFC 3339 instant with an offset, like"
                                    + " 2026-03-02T06:58:11.250Z.",
                            name(pointer)));
            return null;
        }
    }

    private static Sentence said(String key, String english, Object... values) {
        return new Sentence("shared.json." + key, english, List.of(values));
    }
}
