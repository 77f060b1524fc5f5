package dev.rollcall.adherence;

import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The rules of a unit and everything below it changed from a day on. Published inside the saving
/// transaction.
///
/// @param unit null for the whole organisation
public record RulesChanged(@Nullable UnitId unit, LocalDate effectiveFrom) {}
