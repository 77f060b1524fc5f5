package dev.rollcall.adherence;

import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One time somebody had days that are over judged anew, by the rules of that day.
///
/// @param unit whose people, with those of the units below; null: everybody
/// @param from the first day, included
/// @param to the last day, included: the one before it was asked for
/// @param reason why, in the words of whoever asked; null for nothing
/// @param by what people call whoever asked
/// @param people how many people
/// @param done how many of them are judged
/// @param ended null while it goes on
public record Recalculation(
        long id,
        @Nullable UnitId unit,
        LocalDate from,
        LocalDate to,
        @Nullable String reason,
        String by,
        Instant asked,
        int people,
        int done,
        State state,
        @Nullable Instant ended) {

    public enum State {
        RUNNING,
        DONE,
        /// It has to be asked for again; whatever nobody got to is judged when somebody looks.
        FAILED
    }
}
