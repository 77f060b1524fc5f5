package dev.rollcall.adherence.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One time somebody saved the settings of a level.
///
/// @param from the first day they hold
/// @param at when they were saved
/// @param by what people call whoever saved them
/// @param reason what they said about it, null for nothing
/// @param changes what became different from that day on, as things stood when it was saved
/// @param inForce whether it is this one that holds today
public record Edition(
        long id,
        LocalDate from,
        Instant at,
        String by,
        @Nullable String reason,
        List<RuleChange> changes,
        boolean inForce) {

    public Edition {
        changes = List.copyOf(changes);
    }
}
