package dev.rollcall.adherence.definitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The examples every Rollcall has: those vendors publish, and our own.
final class ShippedExamples {

    private static final String FILE = "/adherence/examples.json";

    private ShippedExamples() {}

    static List<Example> read() {
        try (var file = Objects.requireNonNull(ShippedExamples.class.getResourceAsStream(FILE))) {
            return JsonMapper.builder()
                    .build()
                    .readValue(file, new TypeReference<List<Written>>() {})
                    .stream()
                    .map(Written::example)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Written(
            String name,
            String source,
            List<Example.Part> parts,
            @Nullable Map<String, Object> team) {

        Example example() {
            return new Example(null, name, source, parts, team == null ? Map.of() : team);
        }
    }
}
