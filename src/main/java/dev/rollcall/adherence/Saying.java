package dev.rollcall.adherence;

import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a level says from a day on, before anybody has saved it.
///
/// @param level null for the organisation
record Saying(@Nullable UnitId level, LocalDate from, SettingsForm form) {}
