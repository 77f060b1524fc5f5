package dev.rollcall.coaching;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What a session starts from.
///
/// @param which of an evaluation its number, of a day its date as ISO 8601 writes it
public record Reason(Kind kind, String which) {

    public enum Kind {
        /// A working day and how it kept to the plan.
        DAY,
        EVALUATION
    }

    /// Reads `evaluation:12` and `day:2026-03-02`; empty for anything else.
    public static Optional<Reason> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        var which = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "day" ->
                    isDate(which) ? Optional.of(new Reason(Kind.DAY, which)) : Optional.empty();
            case "evaluation" ->
                    which.matches("[0-9]{1,18}")
                            ? Optional.of(new Reason(Kind.EVALUATION, which))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// As addresses say it.
    @Override
    public String toString() {
        return (kind == Kind.DAY ? "day:" : "evaluation:") + which;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
