package dev.rollcall.adherence;

import dev.rollcall.adherence.settings.Origin;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One stored version of one level's settings.
///
/// @param unit null for the organisation
/// @param at when it was saved
/// @param by what people call whoever saved it
/// @param reason what they said about it, null for nothing
record SettingsVersion(
        long id,
        @Nullable UnitId unit,
        LocalDate effectiveFrom,
        SettingsForm form,
        Instant at,
        String by,
        @Nullable String reason) {

    Origin level() {
        return Origin.of(unit);
    }
}
