package dev.rollcall.api;

import dev.rollcall.shared.InvalidInput;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A request that tells of many things, or of one.
final class Batch {

    private static final int MOST = 1000;

    private Batch() {}

    /// @param what they are, for sentences: `facts`
    /// @throws InvalidInput when it is no list, or too long a one
    static List<JsonNode> of(JsonNode body, String what) {
        if (body.isObject()) {
            return List.of(body);
        }
        if (!body.isArray()) {
            throw InvalidInput.of("", "The body is an array of %s.".formatted(what));
        }
        if (body.size() > MOST) {
            throw InvalidInput.of(
                    "",
                    "One request has at most %d %s, not %d. Send them in several requests."
                            .formatted(MOST, what, body.size()));
        }
        return List.copyOf(body.values());
    }

    /// A text of one of them, as far as it has one.
    static @Nullable String text(JsonNode json, String field) {
        var value = json.path(field);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    /// How many of the results came to something.
    static <R, O> int count(List<R> results, Function<R, O> outcome, O wanted) {
        return Math.toIntExact(
                results.stream().filter(each -> outcome.apply(each).equals(wanted)).count());
    }
}
