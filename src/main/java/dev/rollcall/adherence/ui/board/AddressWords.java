package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads and writes the words behind an address's question mark. What is empty or cannot be
/// understood counts as absent.
final class AddressWords {

    private AddressWords() {}

    static List<String> all(QueryParameters parameters, String name) {
        return parameters.getParameters(name).stream().filter(text -> !text.isBlank()).toList();
    }

    static <T> @Nullable T one(
            QueryParameters parameters, String name, Function<String, Optional<T>> reader) {
        return parameters
                .getSingleParameter(name)
                .filter(text -> !text.isBlank())
                .flatMap(reader)
                .orElse(null);
    }

    static <T> @Nullable T time(
            QueryParameters parameters, String name, Function<String, T> parser) {
        return one(
                parameters,
                name,
                text -> {
                    try {
                        return Optional.of(parser.apply(text));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                });
    }

    static void put(Map<String, List<String>> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, List.of(value.toString()));
        }
    }

    static void put(Map<String, List<String>> parameters, String name, List<String> values) {
        if (!values.isEmpty()) {
            parameters.put(name, values);
        }
    }
}
