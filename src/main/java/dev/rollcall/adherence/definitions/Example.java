package dev.rollcall.adherence.definitions;

import dev.rollcall.adherence.CalculationForm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question with the answer it must have.
///
/// @param id of an example an admin added; null: it is shipped
/// @param name what screens call it; for a shipped one, the end of its keys in the translations
/// @param source who published it, null when that is said by the name
/// @param parts the calculations, at least one
/// @param team what the parts' seconds must come to when they are added up; empty: nothing is said
public record Example(
        @Nullable Long id,
        String name,
        @Nullable String source,
        List<Part> parts,
        Map<String, Object> team) {

    public Example {
        parts = List.copyOf(parts);
        team = Map.copyOf(team);
    }

    public boolean isShipped() {
        return id == null;
    }

    /// One calculation.
    ///
    /// @param expected what must be found, by the names of [ExpectedFigure]
    public record Part(CalculationForm calculation, Map<String, Object> expected) {}
}
