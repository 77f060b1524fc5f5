package dev.rollcall.adherence.definitions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rollcall.adherence.CalculationForm;
import dev.rollcall.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// An example as somebody types it in: a calculation as the public interface takes it, and what
/// must come out of it.
///
/// @param calculation JSON, as for `POST /api/v1/adherence/calculations`
/// @param expected JSON, an object of figures: `{"scorePercent": 97.92}`
public record ExampleForm(String name, String calculation, String expected) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 60_000;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};

    /// @throws InvalidInput naming every field that is wrong
    Example read() {
        var problems = new ArrayList<InvalidInput.Problem>();
        var title = name.strip();
        if (title.isEmpty() || title.length() > LONGEST_NAME) {
            problems.add(
                    new InvalidInput.Problem("/name", "Give it a name of at most 200 characters."));
        }
        var asked = parse(calculation, "/calculation", problems, CalculationForm.class);
        Map<String, Object> figures = null;
        try {
            figures = JSON.readValue(checked(expected, "/expected", problems), FIGURES);
        } catch (JacksonException e) {
            problems.add(unreadable("/expected", e));
        }
        if (figures != null && figures.isEmpty()) {
            problems.add(
                    new InvalidInput.Problem(
                            "/expected",
                            "Say at least one figure, for example {\"scorePercent\": 100}."));
        }
        if (!problems.isEmpty() || asked == null || figures == null) {
            throw new InvalidInput(problems);
        }
        return new Example(0L, title, null, List.of(new Example.Part(asked, figures)), Map.of());
    }

    private static <T> @Nullable T parse(
            String text, String pointer, List<InvalidInput.Problem> problems, Class<T> type) {
        try {
            return JSON.readValue(checked(text, pointer, problems), type);
        } catch (JacksonException e) {
            problems.add(unreadable(pointer, e));
            return null;
        }
    }

    private static String checked(
            String text, String pointer, List<InvalidInput.Problem> problems) {
        if (text.length() > LONGEST_TEXT) {
            problems.add(
                    new InvalidInput.Problem(pointer, "This is longer than 60,000 characters."));
            return "{}";
        }
        return text;
    }

    private static InvalidInput.Problem unreadable(String pointer, JacksonException e) {
        var place = e.getLocation();
        var where =
                place == null || place.getLineNr() < 1
                        ? ""
                        : " in line " + place.getLineNr() + ", column " + place.getColumnNr();
        return new InvalidInput.Problem(
                pointer, "This is not the JSON that is asked for: look" + where + ".");
    }

    /// As it is stored.
    record Stored(
            @JsonProperty("calculation") String calculation,
            @JsonProperty("expected") String expected) {}

    String document() {
        return JSON.writeValueAsString(new Stored(calculation, expected));
    }

    static ExampleForm of(String name, String document) {
        var stored = JSON.readValue(document, Stored.class);
        return new ExampleForm(name, stored.calculation(), stored.expected());
    }
}
