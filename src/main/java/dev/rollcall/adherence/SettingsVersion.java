package dev.rollcall.adherence;

import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One stored version of one level's settings.
///
/// @param unit null for the organisation
record SettingsVersion(
        long id, @Nullable UnitId unit, LocalDate effectiveFrom, SettingsForm form) {}
