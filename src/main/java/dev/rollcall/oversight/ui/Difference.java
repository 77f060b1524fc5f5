package dev.rollcall.oversight.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is different between two states of a thing, field by field. Lists are compared as sets:
/// what was taken out and what was put in. Pure.
///
/// @param fields what was said before and after, in the order of the later state
record Difference(List<Field> fields) {

    /// One field.
    ///
    /// @param name its path, `grace.default.seconds`; empty for a state that has no fields
    /// @param before what is no longer so; empty when nothing was taken away
    /// @param after what is so now and was not
    record Field(String name, List<String> before, List<String> after) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern RECORD = Pattern.compile("\\w+\\[(.*)]", Pattern.DOTALL);
    private static final Pattern BETWEEN_COMPONENTS = Pattern.compile(", (?=\\w+=)");

    /// @param before null: there was nothing
    /// @param after null: there is nothing any more
    static Difference of(@Nullable String before, @Nullable String after) {
        var old = read(before);
        var now = read(after);
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        var fields = new ArrayList<Field>();
        for (var name : names) {
            var gone = new ArrayList<>(old.getOrDefault(name, List.of()));
            var come = new ArrayList<>(now.getOrDefault(name, List.of()));
            if (!gone.equals(come)) {
                var both = gone.stream().filter(come::contains).toList();
                gone.removeAll(both);
                come.removeAll(both);
                fields.add(new Field(name, List.copyOf(gone), List.copyOf(come)));
            }
        }
        return new Difference(
                fields.stream()
                        .filter(field -> !field.before().isEmpty() || !field.after().isEmpty())
                        .toList());
    }

    private static Map<String, List<String>> read(@Nullable String state) {
        var fields = new LinkedHashMap<String, List<String>>();
        if (state == null || state.isBlank()) {
            return fields;
        }
        try {
            var json = JSON.readTree(state);
            if (json.isObject() || json.isArray()) {
                flatten("", json, fields);
                return fields;
            }
        } catch (JacksonException _) {
            // Words, then.
        }
        var told = RECORD.matcher(state);
        if (told.matches()) {
            for (var component : BETWEEN_COMPONENTS.split(told.group(1))) {
                int equals = component.indexOf('=');
                if (equals > 0) {
                    fields.put(
                            component.substring(0, equals),
                            List.of(component.substring(equals + 1)));
                }
            }
        }
        if (fields.isEmpty()) {
            fields.put("", List.of(state));
        }
        return fields;
    }

    private static void flatten(String name, JsonNode value, Map<String, List<String>> fields) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field ->
                            flatten(
                                    name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                                    field.getValue(),
                                    fields));
        } else if (value.isArray()) {
            fields.put(name, value.values().stream().map(Difference::brief).toList());
        } else if (!value.isNull()) {
            fields.put(name, List.of(brief(value)));
        }
    }

    /// A value on one line: `activity WORK, presence AVAILABLE, verdict IN`.
    private static String brief(JsonNode value) {
        if (value.isObject()) {
            return String.join(
                    ", ",
                    value.properties().stream()
                            .flatMap(field ->
                                    field.getValue().isNull()
                                            ? Stream.<String>empty()
                                            : Stream.of(
                                                    field.getKey() + " " + brief(field.getValue())))
                            .toList());
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
