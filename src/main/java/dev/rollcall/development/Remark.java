package dev.rollcall.development;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one of the owners saw: a strength or a shortcoming, a success or a failure.
///
/// @param day when it showed
/// @param side who said it
public record Remark(
        long number,
        Kind kind,
        String text,
        LocalDate day,
        Side side,
        String by,
        @Nullable Source source) {

    public enum Kind {
        STRENGTH,
        SHORTCOMING,
        SUCCESS,
        FAILURE
    }
}
